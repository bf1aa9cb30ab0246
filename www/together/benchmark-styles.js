// How a result looks beside a benchmark; everything else is in the sheet of the result.
export const benchmarkCss = /* css */ `
.among { --tone: var(--taut-accent); }
.among caption { display: none; }
.among thead th { white-space: normal; vertical-align: bottom; }
.among tbody .soft { font-weight: 400; }
.among .reading { padding-inline-start: 1rem; width: 20%; white-space: normal; }
.among .pair { width: 26%; padding-inline-end: 1.5rem; }
.against { height: 27px; }
.against .tenths { stroke: var(--taut-edge); stroke-width: 2; }
.against .half { stroke: var(--taut-edge); stroke-width: 9; }
.against .median { stroke: var(--taut-ink); stroke-width: 2; }
.part-benchmark .byline { margin-bottom: 0; }
.no-benchmark { margin-top: .75rem; }
@container (width >= 36rem) { .among td.number { white-space: nowrap; } }
@container (width < 36rem) {
  .among tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 1.5rem; }
  .among tbody :is(th, .pair, .reading) { grid-column: 1 / 3; width: auto; padding: 0; }
  .among tbody td.number { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
  .among tbody :is(th, .pair) { order: -2; }
  .among tbody .reading { order: -1; display: block; font-weight: 600; &::before { content: none; } }
}
`;
