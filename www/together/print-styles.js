// How the page of commitments looks, which is there only while it is printed.
export const printCss = /* css */ `
.sheet { display: none; }
@media print {
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
