// How an earlier result and today's look; everything that they share with one result is in its sheet. Earlier marks
// are outlines, today's are filled.
export const changeCss = /* css */ `
.over-time { --tone: var(--taut-accent); }
.over-time thead th { white-space: normal; }
.over-time tbody th { font-weight: inherit; }
.over-time .lede > p + p { margin-top: .5rem; }
.over-time .who { white-space: nowrap; }
.earlier .mark { fill: none; stroke: var(--taut-accent); stroke-width: 1.5; }
.today .mark { fill: var(--taut-accent); stroke: var(--taut-surface); }
.symbol :is(.earlier, .today) .mark, .today .symbol .mark { stroke: var(--taut-accent); }
.arrow .shaft { stroke: var(--taut-ink); stroke-width: 1.75; }
.over-time figcaption { .who, .who span { &::before { content: none; } } .way::before { content: "→ "; color: var(--taut-ink); } }
.then-now .earlier > * { border-bottom: 0; padding-bottom: 0; }
.then-now .soft, .over-time .reading .fine { display: block; }
.over-time .note { margin-top: .75rem; }
.over-time .masthead .soft { max-width: 40rem; }
.over-time .masthead .byline { margin-bottom: .75rem; }
.over-time .masthead .actions { margin-top: 1.5rem; }

.moves .pair { width: 40%; }
.moves caption, .both caption { display: none; }
.moves .reading { padding-inline-start: 1.5rem; width: 14rem; }
.move .usual { fill: var(--taut-line); }
.move .track { stroke: var(--taut-edge); }
.move .bar { stroke-opacity: 1; }
.move .earlier .mark { fill: var(--taut-surface); stroke-width: 2; }
.move .within { fill: var(--taut-surface); stroke: var(--tone); stroke-width: 2; }

.values { display: flex; gap: 1rem; > span > span { display: block; } }
.values .big { font-family: var(--taut-font-display); }
.part-score .move { max-width: 30rem; margin-block: .75rem; }
.score-change > * + * { margin-top: .75rem; }

.kept ul { margin-top: .75rem; border-top: var(--thin); }
.kept li { padding-block: .5rem; border-bottom: var(--thin); }
.kept li::before { margin-inline-end: .75rem; color: var(--taut-accent); }
.gone li::before { content: "□"; }
.still li::before { content: "■"; }
.kept > * + * { margin-top: 1.5rem; }
.edition { margin-top: 2.5rem; }

@container (width < 36rem) {
  .moves {
    &, tbody, thead, tr, th, td { display: block; padding: 0; border: 0; }
    thead th { display: none; }
    .pair, .reading { width: auto; }
    tbody tr { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; padding-block: .75rem; border-bottom: var(--thin); }
    tbody .pair { grid-row: 2; grid-column: 1 / 3; }
    .reading { grid-column: 1 / 3; padding: 0; .fine { display: inline; } }
  }
  .both.stack tbody th { margin-bottom: .25rem; }
}
@container (width >= 36rem) {
  .both { table-layout: fixed; }
  .both th:first-child { width: 40%; }
  .both :is(th, td) { padding-inline-end: 1.5rem; }
  .score-change { display: grid; grid-template-columns: auto 1fr; gap: .75rem 2.5rem; > * { margin: 0; } }
}
@container (width >= 56rem) {
  .kept { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; > * { margin: 0; } }
}
@media print {
  .kept > *, .score-change { break-inside: avoid; }
  .over-time { figure { max-width: 17rem; } .both, details { break-inside: auto; } .moves .pair { width: 30%; } .moves .reading { width: 13rem; } }
  .move .usual { print-color-adjust: exact; }
}
@media (forced-colors: active) { .move .usual { fill: none; stroke: GrayText; } }
`;
