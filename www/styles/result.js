// How the result looks on screen and on paper. Colour never stands alone: tones
// come with words and a position, marks with a shape. Builds on tokens.js and flow.js.
export const resultCss = /* css */ `
.result {
  --reserve: light-dark(#31539a, #a3b7f3);
  --tone: var(--taut-ink-soft);
  --thin: 1px solid var(--taut-line);
  font-variant-numeric: lining-nums tabular-nums;

  .tone-pressed { --tone: var(--taut-strong); }
  .tone-leaning_pressed { --tone: var(--taut-warn); }
  .tone-level { --tone: var(--taut-good); }
  .tone-leaning_reserve, .tone-reserve { --tone: var(--reserve); }
  p, li, dd { text-wrap: pretty; }
  h4 { margin: 0; font-size: 1rem; }
  .report-title { font-size: var(--taut-text-xxl); }
  .part > h3 { font: 500 var(--taut-text-xl)/var(--taut-leading-tight) var(--taut-font-display); letter-spacing: -.005em; text-wrap: balance; }
  a { color: var(--taut-accent); overflow-wrap: anywhere; }
  svg { overflow: visible; }
  svg text { fill: var(--taut-ink); }
  .lede, .stage-name, .big, .score-value, .card h4, .commitment h4, td.rank { font-family: var(--taut-font-display); font-weight: 500; line-height: 1.3; }
  .lede, .stage-name { font-size: var(--taut-text-l); }
  .lede, .part > p, .commitment > p, .reference { max-inline-size: 40rem; }
  .fine, .tag, figcaption, caption, thead, .score-note, .score-standing, dt, .because { font-size: var(--taut-text-xs); line-height: 1.45; }
  .fine, figcaption, caption, thead, .score-note, dt, .byline, .undecided { color: var(--taut-ink-soft); }
  .small, .table, .card .badge, .score, .move li, .reference, .levels, .note, .trace, .gates { font-size: var(--taut-text-s); }
  .tag { padding: .05em .55em; border: 1px solid var(--taut-edge); border-radius: 99px; color: var(--taut-ink-soft); font-weight: 500; white-space: nowrap; }
  .beside th { white-space: nowrap; }
  .tagged, .byline, .toolbar, figcaption, .levels, .score-note { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .75rem; }
  .stack .tag { margin-inline-start: .5em; }
  .byline { margin-block: var(--taut-s3) var(--taut-s5); column-gap: 1.5rem; }
  .toolbar { gap: var(--taut-s2); }
  .how { min-inline-size: 0; min-block-size: 1.5rem; padding: 0; font-size: var(--taut-text-xs); }

  .part { display: grid; gap: var(--taut-s4); margin-block-start: var(--taut-s7); padding-block-start: var(--taut-s4); border-block-start: 1px solid; }
  .part > *, .commitment { min-inline-size: 0; }
  .picture, .cards, .card, .beside, .stage, .stage-value, .stage-strip, .move, .move ul, .commitment, .commitment dl, .explanation, .reference, .missing { display: grid; gap: var(--taut-s3); align-content: start; }

  .table { inline-size: 100%; border-collapse: collapse; line-height: 1.4; }
  caption, th, td { padding: .6rem .75rem .6rem 0; text-align: start; vertical-align: baseline; font-weight: inherit; }
  th, td { border-block-end: var(--thin); }
  :is(th, td):last-child { padding-inline-end: 0; }
  thead { vertical-align: bottom; }
  tbody th { font-weight: 600; }
  .number { text-align: end; }
  .measures caption, .items caption { display: none; }

  .figure { margin: 0; inline-size: 100%; max-inline-size: 30rem; }
  .chart { display: block; inline-size: 100%; }
  .corridor { fill: var(--taut-accent); fill-opacity: .11; }
  .axis, .wobble, .leader { fill: none; stroke: var(--taut-edge); stroke-width: .8; }
  .leader { stroke: var(--taut-ink); }
  .dot { fill: var(--taut-ink); }
  .mark, .head { fill: var(--tone); stroke: var(--taut-surface); stroke-width: 1.5px; }
  :is(.mark, .head).provisional { fill: var(--taut-surface); stroke: var(--tone); stroke-width: 2px; stroke-dasharray: 3 2; }
  .mark.not_scored { fill: none; stroke: var(--taut-edge); }
  .chart text { font-size: 11.5px; paint-order: stroke; stroke: var(--taut-surface); stroke-width: 2.5px; stroke-linejoin: round; }
  .chart .label { font-size: 13px; font-weight: 650; }
  .chart :is(.region, .tick), .strip text { fill: var(--taut-ink-soft); stroke: none; }
  .axis-title { font-weight: 600; }
  figcaption { margin-block-start: var(--taut-s2); padding-inline-start: 2.2rem; }
  figcaption span::before { content: "–– "; }
  .key-corridor::before { color: var(--taut-accent); content: "▨ " !important; }
  .key-provisional::before { content: "◌ " !important; }
  .symbol { inline-size: 1.05em; block-size: 1.05em; margin-inline-end: .45em; vertical-align: -.15em; }
  .badge { display: inline-flex; align-items: center; gap: .5em; color: var(--tone); font-weight: 600; }
  .badge svg { inline-size: 2.7em; block-size: .75em; flex: none; fill: var(--tone); }
  .badge .step { fill: var(--taut-edge); fill-opacity: .6; }

  .cards { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0 var(--taut-s4); }
  .card { --taut-surface: var(--taut-surface-raised); grid-row: span 5; grid-template-rows: subgrid; margin-block-end: var(--taut-s4); padding: var(--taut-s4); border: var(--thin); border-block-start: 3px solid var(--tone); background: var(--taut-surface); }
  .card h4, .commitment h4 { font-size: 1.3rem; }
  .score, .card .lead { padding-block-start: var(--taut-s3); border-block-start: var(--thin); line-height: 1.35; }
  .card .lead, .value, .first_step dd { font-weight: 600; }
  .card .lead::first-letter { text-transform: uppercase; }
  .score { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; align-content: start; }
  .score-name strong { display: block; }
  .score-value { font-size: 1.75rem; line-height: 1; }
  .line, .score-note, .score-standing { grid-column: 1 / -1; }
  .score-note { justify-content: space-between; }
  .line { inline-size: 100%; block-size: 16px; }
  .track { stroke: var(--taut-line); }
  .bar { stroke: var(--tone); stroke-width: 3; stroke-opacity: .4; }
  .whisker { stroke: var(--taut-ink); }

  .stage { gap: var(--taut-s5) var(--taut-s6); }
  .stage-value { justify-items: start; }
  .big { font-size: 3.25rem; line-height: 1; }
  .stage-strip { --tone: var(--taut-accent); }
  .strip { inline-size: 100%; block-size: 32px; font-size: 13px; }
  .cell { fill: none; stroke: var(--taut-edge); }
  .cell.here { fill: var(--taut-accent-soft); }
  .strip text.here, [aria-current] { font-weight: 700; fill: var(--taut-ink); }
  .levels { column-gap: 1.5rem; list-style: decimal inside; }
  .note { padding: var(--taut-s3) var(--taut-s4); border-inline-start: 3px solid var(--taut-accent); background: var(--taut-accent-soft); }
  .move li, .reference { padding-inline-start: var(--taut-s4); border-inline-start: 1px solid var(--taut-edge); }
  .move dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .75rem; align-items: baseline; }

  .measures, .total { max-inline-size: 46rem; }
  td.rank { inline-size: 4.5rem; font-size: 1.25rem; }
  .measures td { white-space: nowrap; }
  .top { background: var(--taut-accent-soft); box-shadow: inset 3px 0 var(--taut-accent); }
  .top > td.rank { padding-inline-start: .75rem; }
  .dots { inline-size: 3.8rem; block-size: .8rem; margin-inline-end: .75rem; fill: var(--taut-ink); }
  .open { fill: none; stroke: var(--taut-edge); }
  .pair { inline-size: 38%; vertical-align: middle; }
  .bars { display: block; inline-size: 100%; block-size: 21px; fill: var(--taut-accent); }
  rect.now { fill: none; stroke: var(--taut-ink-soft); }
  th.now::before { content: "▭ "; }
  th.next::before { content: "▬ "; color: var(--taut-accent); }

  .commitments { counter-reset: step; }
  .commitments > li { counter-increment: step; display: grid; grid-template-columns: 2.75rem 1fr; padding-block: var(--taut-s5); border-block-end: var(--thin); }
  .commitments > li::before { content: counter(step); font: 500 1.75rem/1 var(--taut-font-display); color: var(--taut-accent); }
  .commitment dl { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); }

  .part-computed { gap: 0; }
  .part-computed > p { margin-block-start: var(--taut-s3); }
  .part-computed h4 { margin-block: var(--taut-s5) var(--taut-s2); }
  details { border-block-end: var(--thin); }
  summary { padding-block: .65rem; cursor: pointer; }
  summary .value { float: inline-end; }
  .explanation { padding-block: var(--taut-s2) var(--taut-s5); }
  .items tbody th { font-weight: 400; inline-size: 40%; }
  .items .fine { display: block; }
  :is(.trace, .gates) ul { padding-inline-start: 1rem; border-inline-start: var(--thin); }
  :is(.trace, .gates) li { padding-block: .2rem; }
  .sheet, .fill-in { display: none; }

  @container (max-width: 35.9rem) {
    :is(.stack, .shift) thead { position: absolute; clip-path: inset(50%); }
    .stack, .shift, :is(.stack, .shift) :is(tbody, tr, th, td), :is(.beside, .shift) caption { display: block; border: 0; padding: 0; inline-size: auto; }
    :is(.stack, .shift) tbody tr { padding-block: var(--taut-s3); border-block-end: var(--thin); }
    :is(.stack, .shift) td:not(.pair) { display: grid; grid-template-columns: 7rem 1fr; text-align: start; }
    :is(.stack, .shift) td::before { content: attr(data-label); color: var(--taut-ink-soft); }
    td.pair { margin-block-start: .3rem; }
    .stack.items td:nth-child(n + 3) { display: inline-block; margin-inline-end: .75rem; font-size: var(--taut-text-xs); }
    .stack.items tbody th { inline-size: auto; }
    .items td:nth-child(n + 3)::before { margin-inline-end: .4em; }
    .commitments > li { grid-template-columns: 2rem 1fr; }
    .measures :is(th, td) { white-space: normal; vertical-align: middle; }
    .toolbar { display: grid; grid-template-columns: 1fr 1fr; align-items: stretch; font-size: var(--taut-text-s); }
    .toolbar .main { grid-column: 1 / -1; }
    .dots { display: block; }
  }
  @container (min-width: 36rem) {
    .beside .tag { display: block; inline-size: fit-content; margin: .2rem 0 0 1.5em; }
    .chart text { font-size: 8.6px; }
    .chart .label { font-size: 9.8px; }
    .commitment dl { grid-template-columns: 1fr 2fr 1.4fr; }
  }
  @container (min-width: 56rem) {
    .picture { grid-template: "figure lede" auto "figure beside" 1fr / minmax(0, 28rem) minmax(0, 1fr); column-gap: var(--taut-s6); }
    .picture > .figure { grid-area: figure; }
    .picture > .beside { grid-area: beside; }
    .stage { grid-template-columns: 2fr 3fr; }
  }
  @media (forced-colors: active) {
    & { --taut-surface: Canvas; --taut-ink: CanvasText; --taut-ink-soft: CanvasText; }
    & * { --tone: CanvasText !important; }
    .corridor { fill: none; stroke: CanvasText; stroke-dasharray: 1 3; }
    .cell.here { stroke: Highlight; stroke-width: 3; }
    button.main { background: ButtonFace; color: ButtonText; border: 3px solid; }
  }
  @media print {
    .toolbar, .how, details:not([open]), &[data-print="commitments"] > :not(.sheet) { display: none; }
    h2, h3, h4, .lede, caption, summary { break-after: avoid; }
    /* Blocks, not grids: browsers break grids across pages badly. */
    &:not([data-print="commitments"]) > .part, .picture, .beside, .commitment, .explanation, .move, .move ul, .reference { display: block; }
    :is(.part, .beside, .commitment, .explanation, .move, .move ul, .reference) > * + * { margin-block-start: .55rem; }
    .figure, .cards, .commitment, .move li, .reference, .stage, tr, .note, .trace, .table, details { break-inside: avoid; }
    .part { margin-block-start: 1.3rem; padding-block-start: .5rem; border-width: .5pt 0 0; }
    .part-computed { break-before: page; }
    .figure { max-inline-size: 10.5cm; margin-inline: auto; }
    .stage { grid-template-columns: 2fr 3fr; }
    .commitments > li { padding-block: .35cm; }
    .fill-in, .blanks { display: flex; gap: .8cm; color: var(--taut-ink-soft); font-size: 8.5pt; }
    .fill-in span, .blank { flex: 1; padding-block-start: .9rem; border-block-end: .5pt solid; }
    summary, .items :is(th, td) { padding-block: .25rem; }
    .items { font-size: 8pt; }
    .items .fine { font-size: 7.5pt; }
    .sheet { font-size: 10pt; line-height: 1.35; }
    &[data-print="commitments"] > .sheet { display: block; }
    .sheet > header { display: grid; grid-template-columns: 1fr 6.6cm; gap: .8cm; align-items: end; }
    .sheet h2 { font-size: 19pt; }
    .sheet h3 { font: 500 14pt var(--taut-font-display); margin-block: .5cm .7cm; }
    .sheet :is(figcaption, caption) { display: none; }
    .sheet .table { font-size: 9.5pt; margin-block: .6cm .5cm; }
    .sheet tbody td:nth-child(3) { font-weight: 600; }
    .sheet th .soft { display: block; font-weight: 400; }
    .sheet .date { inline-size: 2.4cm; border-inline-start: var(--thin); padding-inline-start: .2cm; }
    .chart text { font-size: 10px; }
    .chart .label { font-size: 11px; }
  }
}
`;
