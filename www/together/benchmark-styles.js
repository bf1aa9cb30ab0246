// How a result looks beside a benchmark; everything else is in the sheet of the result.
export const benchmarkCss = /* css */ `
.placed { --tone: var(--taut-accent); }
.placed caption { display: none; }
.placed thead th { white-space: normal; vertical-align: bottom; }
.placed tbody .soft { font-weight: 400; }
.placed .reading { padding-inline-start: 1rem; width: 20%; }
.placed .pair { width: 28%; padding-inline-end: 1.5rem; }
.place { height: 27px; }
.place .tenths { stroke: var(--taut-edge); stroke-width: 2; }
.place .half { stroke: var(--taut-edge); stroke-width: 9; }
.place .median { stroke: var(--taut-ink); stroke-width: 2; }
.part-benchmark .byline { margin-bottom: 0; }
.no-benchmark { margin-top: .75rem; }
@container (min-width: 36rem) { .placed td.number { white-space: nowrap; } }
@container (max-width: 35.9rem) {
  .placed tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 1.5rem; }
  .placed tbody :is(th, .pair, .reading) { grid-column: 1 / 3; width: auto; padding: 0; }
  .placed tbody td.number { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
  .placed tbody .reading { display: block; &::before { content: none; } }
}
`;
