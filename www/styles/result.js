// How the result looks on screen, and everything on paper. Colour never stands
// alone: tones come with words and a position, marks with a shape.
export const resultCss = /* css */ `
.tone-pressed { --tone: var(--taut-strong); }
.tone-leaning_pressed { --tone: var(--taut-warn); }
.tone-level { --tone: var(--taut-good); }
.tone-leaning_reserve, .tone-reserve { --tone: var(--taut-reserve); }
a { color: var(--taut-accent); }
.part p, .measures, .part > .score { max-width: 40rem; }
.tag { padding: 0 .5rem; border: 1px solid var(--taut-edge); border-radius: 1rem; white-space: nowrap; }
.byline { margin-block: .75rem 1.5rem; column-gap: 1.5rem; }
.masthead .actions { gap: .5rem; }
.how { min-width: 0; min-height: 1.5rem; padding: 0; }

.part { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid; }
/* Blocks with margins, not grids: browsers break grids across pages badly. */
:is(.part, .beside, .stage, .stage > div, .move, .cases, .cases li, .commitments li, .explanation, .picture) > * + * { margin-top: .75rem; }

table { border-collapse: collapse; }
caption, th, td { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: baseline; }
th, td { border-bottom: var(--thin); }
:is(th, td):last-child { padding-inline-end: 0; }
thead th { white-space: nowrap; }
.number { text-align: end; }

svg { display: block; overflow: visible; fill: var(--taut-ink); }
figure { max-width: 30rem; }
.axis, .wobble, .whisker, .leader, .cell, rect.now, .mark.not_scored { fill: none; stroke: var(--taut-edge); }
.corridor { fill: var(--taut-accent); fill-opacity: .1; stroke: var(--taut-line); }
.mark, .head { fill: var(--tone); stroke: var(--taut-surface); }
.provisional { fill: var(--taut-surface); stroke: var(--tone); stroke-dasharray: 3 2; }
.chart { font-size: 11.5px; }
.label { paint-order: stroke; stroke: var(--taut-surface); stroke-width: 2.5px; }
.region, .tick { fill: var(--taut-ink-soft); }
figcaption { padding-inline-start: 2.25rem; }
figcaption span::before { content: "–– "; }
span.corridor::before { color: var(--taut-accent); content: "▨ "; }
span.provisional::before { content: "◌ "; }
.symbol { display: inline; width: auto; height: 1em; vertical-align: -.1em; }
.signs::before { content: attr(data-label); letter-spacing: .1em; }
.symbol, .signs { margin-inline-end: .5rem; }
.badge { color: var(--tone); }

.cards, .commitments dl { display: grid; gap: 1rem; }
.cards { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
.card { --taut-surface: var(--taut-surface-raised); display: grid; grid-row: span 5; grid-template-rows: subgrid; gap: .75rem; padding: 1rem; border-top: 3px solid var(--tone); }
.card :is(.score, .lead) { padding-top: .75rem; border-top: var(--thin); align-content: start; }
.what strong, .items .fine { display: block; }
.line { height: 16px; }
.track { stroke: var(--taut-line); }
.bar { stroke: var(--tone); stroke-width: 3; stroke-opacity: .4; }

.big { font-size: 3rem; line-height: 1; }
.stage { --tone: var(--taut-accent); }
.strip { height: 32px; font-size: .85rem; }
.cell.here { fill: var(--taut-accent-soft); }
.levels { list-style: decimal inside; }
.cases dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; align-items: baseline; }

.top { box-shadow: inset 3px 0 var(--taut-accent); > .rank { padding-inline-start: .75rem; } }
.pair { width: 38%; vertical-align: middle; }
.bars { height: 21px; fill: var(--taut-accent); }
th.now::before { content: "▭ "; }
th.next::before { content: "▬ "; color: var(--taut-accent); }

.commitments > li { margin-inline-start: 2.5rem; padding-block: 1.5rem; border-bottom: var(--thin); list-style: decimal; }
.commitments ::marker { color: var(--taut-accent); font: 1.6rem var(--taut-font-display); }

.part-computed h4 { margin-top: 1.5rem; }
.part-computed details { margin: 0; border-bottom: var(--thin); }
.part summary { padding-block: .5rem; overflow: hidden; }
summary .value { float: inline-end; }
.explanation { padding-block: .5rem 1.5rem; }
.items tbody th { font-weight: inherit; }

@container (width < 36rem) {
  :is(.stack, .shift) {
    thead { position: absolute; height: 1px; overflow: hidden; clip-path: inset(50%); }
    &, caption, tbody, tr, th, td { display: block; padding: 0; border: 0; width: auto; }
    tbody tr { padding-block: .75rem; border-bottom: var(--thin); }
    td:not(.pair) { display: grid; grid-template-columns: 7rem 1fr; text-align: start; }
    td::before { content: attr(data-label); color: var(--taut-ink-soft); }
  }
  .measures .signs { display: block; }
}
.measures caption, .items caption { display: none; }
@container (width >= 36rem) {
  .items tbody th { width: 40%; }
  .commitments dl { grid-template-columns: 1fr 2fr 1fr; }
  .beside th { white-space: nowrap; }
  .beside .tag { display: block; width: fit-content; }
  .stage { display: grid; grid-template-columns: 3fr 4fr; gap: .75rem 2.5rem; > * { margin: 0; } }
  .chart { font-size: 9px; }
}
@container (width >= 56rem) {
  .picture { display: grid; grid-template: auto 1fr / 3fr 4fr; gap: .75rem 2.5rem; > * { margin: 0; } }
  .picture > .lede { grid-column: 2; }
  .picture > figure { grid-area: 1 / 1 / 3; }
}
@media print {
  :host, :host([theme]) { color-scheme: light; --taut-surface: #fff; font-size: .85rem; }
  .taut { padding: 0; }
  .taut > :not([part="screen"]), .actions, .keys, .foot, .switch, .how, details:not([open]) { display: none; }
  h2, h3, h4, .lede, .soft, caption, summary { break-after: avoid; }
  figure, .cards, .commitments > li, .cases li, .stage, tr, .note { break-inside: avoid; }
  .part { margin-top: 1rem; padding-top: .5rem; }
}
`;
