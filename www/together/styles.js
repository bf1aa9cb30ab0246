// How two results side by side look; everything that they share with one result is in its sheet. The first
// person's marks are filled, the second's hollow.
export const togetherCss = /* css */ `
.together { --tone: var(--taut-accent); }
.together thead th { white-space: normal; }
.together table + p { margin-top: .75rem; }
.together tbody th .soft { font-weight: 400; }
.together .lede > p + p { margin-top: .5rem; }
.first .mark, rect.first { fill: var(--taut-accent); stroke: var(--taut-accent); }
.second .mark, rect.second { fill: var(--taut-surface); stroke: var(--taut-accent); }
.second .mark { stroke-width: 2; }
.first .mark.provisional { fill-opacity: .4; }
.together .mark.not_scored { fill: none; stroke: var(--taut-edge); stroke-width: 1; }
.way { stroke: var(--taut-accent); }
figcaption :is(.who, .who span)::before { content: none; }
.pairs .first > * { border-bottom: 0; padding-bottom: 0; }
.pairs .whole { white-space: nowrap; }
.pairs .soft, .reading .fine { display: block; }

.gaps .pair { width: 36%; }
.gaps caption { display: none; }
.gap .bar { stroke-opacity: 1; }
.gap.none { --tone: var(--taut-edge); }

.together dl.two { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 1rem; }
.talk > li { padding-block: .75rem; border-bottom: var(--thin); }
.talk > li > * + * { margin-top: .5rem; }
.times > * + * { margin-top: 1.5rem; }
.times caption { font-weight: 600; color: var(--taut-ink); }

@container (width < 36rem) {
  .gaps {
    &, tbody, thead, tr, th, td { display: block; padding: 0; border: 0; }
    thead th { display: none; }
    .pair { width: auto; }
    tbody tr { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; padding-block: .75rem; border-bottom: var(--thin); }
    tbody .pair { grid-row: 2; grid-column: 1 / 3; }
    .reading { grid-column: 1 / 3; .fine { display: inline; } }
  }
  .times .shift td.number { display: inline-flex; gap: .5rem; width: 50%; }
}
@container (width <= 23rem) {
  .times .shift td.number { display: grid; width: auto; }
  .pairs :is(th, td):not(:last-child) { padding-inline-end: .5rem; }
}
@container (width >= 36rem) {
  .reading, .pairs .number + :not(.number) { padding-inline-start: 1.5rem; white-space: nowrap; }
  .talk > li { display: grid; grid-template-columns: 2fr 3fr; gap: .5rem 2.5rem; align-items: baseline; > * { margin: 0; } > :nth-child(3) { grid-column: 2; } }
}
@container (width >= 56rem) {
  .times { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; > * { margin: 0; } }
}
@media print {
  .talk > li, .times > div { break-inside: avoid; }
  .together :is(details, .items) { break-inside: auto; }
  .together .sheet {
    header { align-items: start; }
    h3 { margin-block: 0 .25rem; }
    .byline { margin-block: .25rem 0; }
    h4 { margin-top: 1rem; }
    table { margin-block: 0 1rem; }
    .talk > li { display: block; padding-block: .5rem .25rem; }
    .talk .tag, .two .who > :last-child { display: none; }
    .two > div { display: flex; }
  }
}
`;
