// How the page of commitments looks, and lines to fill in, which are there only while something is printed.
export const printCss = /* css */ `
.sheet, .fill-in { display: none; }
@media print {
  .trace, table, details { break-inside: avoid; }
  .part-computed { break-before: page; }
  figure { max-width: 24rem; margin-inline: auto; }
  .chart { font-size: 10px; }
  .items, .items .fine { font-size: .7rem; }
  th, td, .part summary { padding-block: .25rem; }
  .fill-in { display: flex; gap: 2.5rem; font-size: .85rem; span { flex: 1; padding-top: 1rem; border-bottom: 1px solid; } }
  .sheet {
    font-size: .85rem;
    header { display: grid; grid-template-columns: 1fr 15rem; gap: 2.5rem; align-items: end; }
    h3 { margin-block: 1rem; font-size: 1.2rem; }
    table { margin-block: 1.5rem; }
    th .soft { display: block; }
    :is(figcaption, caption) { display: none; }
    td:nth-child(3) { font-weight: 600; }
    .date { width: 6rem; padding-inline-start: 1rem; border-inline-start: var(--thin); }
  }
  [data-print="commitments"] {
    > :not(.sheet) { display: none; }
    > .sheet { display: block; }
  }
}
`;
