// How the result looks on screen and on paper. Colour never stands alone: tones
// come with words and a position, marks with a shape. All sizes from tokens.js.
export const resultCss = `
.result {
  --pressed: var(--taut-strong); --leaning_pressed: var(--taut-warn); --level: var(--taut-good);
  --leaning_reserve: light-dark(#3a6d99, #8dbbe2); --reserve: light-dark(#31539a, #a3b7f3);
  --tone: var(--taut-ink-soft);
  max-inline-size: 62rem; margin-inline: auto; font-variant-numeric: lining-nums tabular-nums;
  .tone-pressed { --tone: var(--pressed); } .tone-leaning_pressed { --tone: var(--leaning_pressed); }
  .tone-level { --tone: var(--level); }
  .tone-leaning_reserve { --tone: var(--leaning_reserve); } .tone-reserve { --tone: var(--reserve); }
  :is(h1, h2, h3, p, ul, ol, dl, dd, figure, table) { margin: 0; padding: 0; }
  :is(h1, h2) { font-family: var(--taut-font-display); font-weight: 500; line-height: var(--taut-leading-tight); text-wrap: balance; letter-spacing: -.005em; }
  h1 { font-size: var(--taut-text-xxl); outline-offset: .25rem; }
  h2 { font-size: var(--taut-text-xl); }
  h3 { font-size: var(--taut-text-m); font-weight: 650; line-height: 1.35; }
  :is(p, li, dd) { text-wrap: pretty; }
  .soft, .fine { color: var(--taut-ink-soft); }
  .fine { font-size: var(--taut-text-xs); }
  .hidden, .measures caption, .items caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  a { color: var(--taut-accent); text-underline-offset: .15em; overflow-wrap: anywhere; }
  .lede { font-family: var(--taut-font-display); font-size: var(--taut-text-l); line-height: 1.4; max-inline-size: 38rem; }
  .tag { display: inline-block; margin-inline-start: .6em; padding: .05em .55em; border: 1px solid var(--taut-edge); border-radius: 99px; color: var(--taut-ink-soft); font-family: var(--taut-font); font-size: var(--taut-text-xs); font-weight: 500; line-height: 1.5; white-space: nowrap; letter-spacing: 0; }
  svg { overflow: visible; }
  svg text { fill: var(--taut-ink); font-family: var(--taut-font); }

  .tagged { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; }
  .tagged .tag { margin: 0; }
  .masthead { padding-block-start: var(--taut-s5); }
  .byline { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-block-start: var(--taut-s3); color: var(--taut-ink-soft); }
  .byline .tag { margin: 0; }
  .toolbar { display: flex; flex-wrap: wrap; gap: var(--taut-s2); margin-block-start: var(--taut-s5); }
  .button { min-block-size: var(--taut-tap); padding: .4rem .95rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius-s); background: transparent; color: var(--taut-ink); font: inherit; font-size: var(--taut-text-s); cursor: pointer; transition: background-color var(--taut-quick), border-color var(--taut-quick); }
  .button:hover { background: var(--taut-accent-soft); border-color: var(--taut-accent); }
  .button.primary { background: var(--taut-accent); border-color: var(--taut-accent); color: var(--taut-on-accent); }
  .button.primary:hover { filter: brightness(1.08); }
  .button.how { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--taut-accent); font-size: var(--taut-text-xs); text-decoration: underline; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); text-underline-offset: .2em; }
  .button.how:hover { text-decoration-color: currentColor; }
  :is(.button, summary, a, h1):focus-visible { outline: 2px solid var(--taut-accent); outline-offset: 2px; }

  .part { margin-block-start: var(--taut-s7); padding-block-start: var(--taut-s4); border-block-start: 1px solid var(--taut-ink); display: grid; gap: var(--taut-s4); }
  .part > * { min-inline-size: 0; }
  .part > p { max-inline-size: 40rem; }

  .table { inline-size: 100%; border-collapse: collapse; font-size: var(--taut-text-s); line-height: 1.4; }
  .table caption { text-align: start; color: var(--taut-ink-soft); font-size: var(--taut-text-xs); padding-block-end: var(--taut-s2); }
  .table :is(th, td) { padding: .6rem .75rem .6rem 0; border-block-end: 1px solid var(--taut-line); text-align: start; vertical-align: baseline; font-weight: inherit; }
  .table :is(th, td):last-child { padding-inline-end: 0; }
  .table thead :is(th, td) { border-block-end-color: var(--taut-edge); color: var(--taut-ink-soft); font-size: var(--taut-text-xs); vertical-align: bottom; }
  .table tbody th { font-weight: 600; }
  .table .number { text-align: end; }

  .picture { display: grid; gap: var(--taut-s4) var(--taut-s6); align-items: start; }
  .figure { inline-size: 100%; max-inline-size: 30rem; }
  .chart { display: block; inline-size: 100%; block-size: auto; }
  .chart .corridor { fill: var(--taut-accent); fill-opacity: .11; }
  .chart .axis { fill: none; stroke: var(--taut-edge); stroke-width: .8; }
  .chart .wobble { stroke: var(--taut-ink-soft); stroke-width: .9; stroke-opacity: .5; fill: none; }
  .chart .leader { stroke: var(--taut-ink); stroke-width: .7; fill: none; }
  .chart .dot { fill: var(--taut-ink); }
  .mark { fill: var(--tone); stroke: var(--taut-surface); stroke-width: 1.5px; }
  .mark.provisional { fill: var(--taut-surface); stroke: var(--tone); stroke-width: 2px; stroke-dasharray: 3 2; }
  .mark.absent { fill: none; stroke: var(--taut-edge); }
  .chart text { font-size: 11.5px; paint-order: stroke; stroke: var(--taut-surface); stroke-width: 2.5px; stroke-linejoin: round; stroke-opacity: .85; }
  .chart .label { font-size: 13px; font-weight: 650; }
  .chart :is(.region, .tick) { fill: var(--taut-ink-soft); stroke: none; }
  .chart .axis-title { font-weight: 600; stroke: none; }
  figcaption { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; margin-block-start: var(--taut-s2); padding-inline-start: 1.85rem; color: var(--taut-ink-soft); font-size: var(--taut-text-xs); line-height: 1.4; }
  figcaption span::before { content: ""; display: inline-block; inline-size: 1em; margin-inline-end: .5em; vertical-align: .3em; border-block-start: 1px solid var(--taut-ink-soft); }
  figcaption .key-corridor::before { block-size: .7em; vertical-align: -.05em; border: 1px solid var(--taut-line); background: color-mix(in srgb, var(--taut-accent) 16%, transparent); }
  figcaption .key-provisional::before { border: 2px dashed var(--taut-ink-soft); border-radius: 50%; inline-size: .7em; block-size: .7em; vertical-align: -.1em; }
  .beside { display: grid; gap: var(--taut-s3); }
  .beside ul { padding-inline-start: 1.1em; font-size: var(--taut-text-s); }
  .beside th { white-space: nowrap; }
  .beside .stack .tag { display: block; inline-size: fit-content; margin: .2rem 0 0 1.5em; }
  .symbol { inline-size: 1.05em; block-size: 1.05em; margin-inline-end: .45em; vertical-align: -.15em; }
  .badge { display: inline-flex; align-items: center; gap: .5em; color: var(--tone); font-weight: 600; }
  .badge svg { inline-size: 2.7em; flex: none; block-size: .75em; }
  .badge .here { fill: var(--tone); } .badge .step { fill: var(--taut-edge); fill-opacity: .55; }

  .cards { display: grid; gap: var(--taut-s4); }
  .card { display: grid; gap: var(--taut-s3); align-content: start; padding: var(--taut-s4); border: 1px solid var(--taut-line); border-block-start: 3px solid var(--tone); border-radius: var(--taut-radius-s); background: var(--taut-surface-raised); --taut-surface: var(--taut-surface-raised); }
  .card header { display: grid; gap: .35rem; }
  .card h3 { font: 500 1.3rem/1.2 var(--taut-font-display); }
  .card .badge { font-size: var(--taut-text-s); }
  .card .lead { padding-block-start: var(--taut-s3); border-block-start: 1px solid var(--taut-line); font-size: var(--taut-text-s); font-weight: 600; }
  .score { display: grid; grid-template-columns: 1fr auto; align-items: baseline; align-content: start; gap: .1rem .75rem; padding-block-start: var(--taut-s3); border-block-start: 1px solid var(--taut-line); font-size: var(--taut-text-s); line-height: 1.35; }
  .score-name strong { display: block; }
  .score-value { font: 500 1.75rem/1 var(--taut-font-display); align-self: start; font-variant-numeric: lining-nums tabular-nums; }
  .score-value.none { color: var(--taut-ink-soft); }
  .score > svg, .score-standing, .score-note { grid-column: 1 / -1; }
  .score-standing { font-size: var(--taut-text-xs); }
  .score-note { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; align-items: baseline; color: var(--taut-ink-soft); font-size: var(--taut-text-xs); }
  .line { inline-size: 100%; block-size: 16px; }
  .line .track { stroke: var(--taut-line); stroke-width: 1; }
  .line .bar { stroke: var(--tone); stroke-width: 3; stroke-opacity: .4; }
  .whisker { stroke: var(--taut-ink); stroke-width: 1; }
  .head { fill: var(--tone); stroke: var(--taut-surface); stroke-width: 1.5; }
  .head.provisional { fill: var(--taut-surface); stroke: var(--tone); stroke-width: 2; stroke-dasharray: 3 2; }
  .line .bar.provisional { stroke-dasharray: 4 3; }

  .stage { display: grid; gap: var(--taut-s5) var(--taut-s6); }
  .stage-value { display: grid; gap: var(--taut-s2); justify-items: start; }
  .figure-big { font: 500 3.25rem/1 var(--taut-font-display); font-variant-numeric: lining-nums; }
  .stage-of { font-size: var(--taut-text-s); }
  .stage-name { font: 500 var(--taut-text-l)/1.3 var(--taut-font-display); margin-block-start: var(--taut-s2); }
  .qualifier { font-size: var(--taut-text-s); }
  .stage-strip { display: grid; gap: var(--taut-s3); align-content: start; --tone: var(--taut-accent); }
  .strip { inline-size: 100%; block-size: 66px; }
  .strip .cell { fill: none; stroke: var(--taut-edge); stroke-width: 1; }
  .strip .cell.here { fill: var(--taut-accent-soft); }
  .strip text { font-size: 13px; fill: var(--taut-ink-soft); }
  .strip text.here { font-weight: 700; fill: var(--taut-ink); }
  .strip .end { font-size: 12px; }
  .levels { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; font-size: var(--taut-text-s); color: var(--taut-ink-soft); list-style: decimal inside; }
  .levels [aria-current] { color: var(--taut-ink); font-weight: 650; }
  .note { padding: var(--taut-s3) var(--taut-s4); border-inline-start: 3px solid var(--taut-accent); background: var(--taut-accent-soft); font-size: var(--taut-text-s); }
  .move { display: grid; gap: var(--taut-s2); }
  .move ul { list-style: none; display: grid; gap: var(--taut-s3); margin-block-start: var(--taut-s2); }
  .move li { display: grid; gap: .35rem; padding-inline-start: var(--taut-s4); border-inline-start: 1px solid var(--taut-edge); font-size: var(--taut-text-s); }
  .move dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .75rem; }
  .move dt { color: var(--taut-ink-soft); }

  .table.measures, .total { max-inline-size: 46rem; }
  .measures .rank { inline-size: 4.5rem; }
  .measures tbody .rank { font: 500 1.25rem/1.2 var(--taut-font-display); }
  .measures .rank .soft { font-family: var(--taut-font); font-size: var(--taut-text-xs); }
  .measures td.grade { white-space: nowrap; }
  .measures .top { background: var(--taut-accent-soft); box-shadow: inset 3px 0 var(--taut-accent); }
  .measures .top > :first-child { padding-inline-start: .75rem; }
  .dots { inline-size: 3.8rem; block-size: .8rem; margin-inline-end: .75rem; vertical-align: -.05em; }
  .dots .full { fill: var(--taut-ink); } .dots .open { fill: none; stroke: var(--taut-edge); }
  .total strong { font-size: 1.15em; }
  .shift .pair { inline-size: 38%; vertical-align: middle; }
  .shift thead .number::before { content: ""; display: inline-block; inline-size: .9em; block-size: .6em; margin-inline-end: .5em; border: 1px solid var(--taut-ink-soft); }
  .shift thead .next::before { border-color: var(--taut-accent); background: var(--taut-accent); }
  .bars { display: block; inline-size: 100%; block-size: 21px; }
  .bars .now { fill: none; stroke: var(--taut-ink-soft); stroke-width: 1; } .bars .next { fill: var(--taut-accent); }

  .commitments { list-style: none; display: grid; counter-reset: step; }
  .commitments > li { counter-increment: step; display: grid; grid-template-columns: 2.75rem 1fr; padding-block: var(--taut-s5); border-block-end: 1px solid var(--taut-line); }
  .commitments > li:first-child { padding-block-start: var(--taut-s2); }
  .commitments > li::before { content: counter(step); font: 500 1.75rem/1 var(--taut-font-display); color: var(--taut-accent); }
  .commitment { display: grid; gap: var(--taut-s3); min-inline-size: 0; }
  .commitment h3 { font: 500 1.25rem/1.25 var(--taut-font-display); }
  .commitment > p { max-inline-size: 40rem; }
  .commitment dl { display: grid; gap: var(--taut-s3) var(--taut-s5); }
  .commitment dt { color: var(--taut-ink-soft); font-size: var(--taut-text-xs); }
  .commitment .first dd { font-weight: 600; }
  .because { list-style: none; font-size: var(--taut-text-xs); line-height: 1.45; }
  .fill-in { display: none; }

  .computed-group { display: grid; }
  details { border-block-end: 1px solid var(--taut-line); }
  .part-computed { gap: 0; } .part-computed > p { padding-block: var(--taut-s3); } .part-computed h3 { margin-block: var(--taut-s4) var(--taut-s2); }
  summary { display: grid; grid-template-columns: 1rem 1fr auto; align-items: center; gap: .5rem; min-block-size: var(--taut-tap); padding-block: .65rem; cursor: pointer; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ""; inline-size: .45em; block-size: .45em; border-inline-end: 1.5px solid; border-block-end: 1.5px solid; transform: rotate(-45deg); transition: transform var(--taut-quick); }
  details[open] > summary::before { transform: rotate(45deg); }
  summary .value { font-weight: 600; }
  .explanation { display: grid; gap: var(--taut-s3); padding-block: var(--taut-s2) var(--taut-s5); padding-inline-start: 1.5rem; }
  .table.items tbody th { font-weight: 400; inline-size: 40%; }
  .items .fine { display: block; }
  .trace, .trace ul, .gates, .gates ul { list-style: none; font-size: var(--taut-text-s); }
  .explanation :is(.trace, .gates) ul { margin-inline-start: .4rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--taut-line); }
  .trace li, .gates li { padding-block: .15rem; }
  .trace .value { font-weight: 600; } .trace .undecided { color: var(--taut-ink-soft); }
  .gates > li { padding-block: .4rem; }
  .reference { display: grid; gap: var(--taut-s2); max-inline-size: 40rem; padding-inline-start: var(--taut-s4); border-inline-start: 1px solid var(--taut-edge); font-size: var(--taut-text-s); }
  .sources { list-style: none; font-size: var(--taut-text-s); }
  .missing { display: grid; gap: var(--taut-s2); list-style: none; }
  .sheet { display: none; }

  @container (max-width: 35.9rem) {
    .stack thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .stack, .stack :is(tbody, tr, td, th, caption) { display: block; }
    .stack tr { padding-block: var(--taut-s3); border-block-end: 1px solid var(--taut-line); }
    .stack :is(th, td) { border: 0; padding: .15rem 0; }
    .table.stack :is(td, td.number) { display: grid; grid-template-columns: 6.5rem 1fr; text-align: start; }
    .stack td::before { content: attr(data-label); color: var(--taut-ink-soft); }
    .explanation { padding-inline-start: 0; }
    .table.stack.items td { display: inline-flex; gap: .4em; margin-inline-end: 1rem; font-size: var(--taut-text-xs); }
    .table.stack.items td:nth-child(2) { display: flex; font-size: inherit; }
    .shift thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .shift, .shift :is(tbody, caption, th) { display: block; }
    .shift tbody tr { display: grid; grid-template: "name name" "now pair" "next pair" / 9.5rem 1fr; padding-block: var(--taut-s3); border-block-end: 1px solid var(--taut-line); align-items: center; gap: 0 .75rem; }
    .shift tbody :is(th, td) { border: 0; padding: 0; } .shift th { grid-area: name; }
    .shift td.number { display: flex; justify-content: space-between; font-size: var(--taut-text-xs); }
    .shift td.number::before { content: attr(data-label); color: var(--taut-ink-soft); }
    .shift td.now { grid-area: now; } .shift td.next { grid-area: next; } .shift td.pair { grid-area: pair; inline-size: auto; }
    .bars { block-size: 2.4rem; } .bars .now { y: 5px; } .bars .next { y: 24px; }
    .shift td.number { line-height: 1.2rem; }
    .table.measures td.grade { white-space: normal; } .measures :is(th, td) { vertical-align: middle; }
    .toolbar { display: grid; grid-template-columns: 1fr 1fr; }
    .commitments > li { grid-template-columns: 2rem 1fr; }
    .measures .rank { inline-size: 3.5rem; }
    .dots { display: block; margin-block-end: .2rem; }
  }
  @container (min-width: 36rem) {
    .mark.absent { fill: none; stroke: var(--taut-edge); }
  .chart text { font-size: 8.6px; stroke-width: 2px; } .chart .label { font-size: 9.8px; }
    .commitment dl { grid-template-columns: 1fr 2fr 1.4fr; }
  }
  @container (min-width: 56rem) {
    .picture { grid-template: "figure lede" auto "figure beside" 1fr / minmax(0, 28rem) minmax(0, 1fr); }
    .picture > .figure { grid-area: figure; } .picture > .beside { grid-area: beside; }
    .card { grid-row: span 5; grid-template-rows: subgrid; }
    .cards { grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 var(--taut-s4); }
    .stage { grid-template-columns: 2fr 3fr; }
  }
  @media (forced-colors: active) {
    & { --pressed: CanvasText; --leaning_pressed: CanvasText; --level: CanvasText; --leaning_reserve: CanvasText; --reserve: CanvasText; --tone: CanvasText; }
    & { --taut-surface: Canvas; --taut-surface-raised: Canvas; --taut-ink: CanvasText; --taut-ink-soft: CanvasText; }
    .chart .corridor { fill: none; fill-opacity: 1; stroke: CanvasText; stroke-width: .8; stroke-dasharray: 1 3; }
    .button.primary { background: ButtonFace; color: ButtonText; border: 3px solid ButtonText; }
    .strip .cell.here { fill: Canvas; stroke: Highlight; stroke-width: 3; }
    svg text { fill: CanvasText; stroke: none; }
  }
  @media print {
    & { max-inline-size: none; --taut-s7: 1.3rem; }
    :is(.toolbar, .how) { display: none; }
    :is(h2, h3, caption, summary) { break-after: avoid; }
    /* Blocks, not grids: browsers break grids across pages badly. */
    :is(.part, .picture, .commitments, .commitment, .explanation, .move, .move ul, .beside, .reference) { display: block; }
    :is(.part, .move, .move ul, .explanation, .commitment, .reference, .beside) > * + * { margin-block-start: .55rem; }
    :is(.figure, .card, .cards, .commitment, .move li, .reference, .stage, tr, .note, .table, details) { break-inside: avoid; }
    .part { border-block-start-width: .5pt; padding-block-start: .5rem; }
    .part-computed { break-before: page; }
    .figure { max-inline-size: 10.5cm; margin-inline: auto; }
    .cards { grid-template-columns: repeat(3, 1fr); gap: 0 .35cm; }
    .card { grid-row: span 5; grid-template-rows: subgrid; background: none; padding: .3cm; }
    .stage { grid-template-columns: 2fr 3fr; }
    .commitments > li { padding-block: .35cm; }
    .fill-in { display: flex; gap: 1.5rem; color: var(--taut-ink-soft); font-size: 8.5pt; }
    .fill-in span, .blank { flex: 1; padding-block-start: .9rem; border-block-end: .5pt solid; }
    details:not([open]) { display: none; }
    summary { min-block-size: 0; padding-block: .35rem; } summary::before { visibility: hidden; }
    .explanation { padding-block: 0 .5rem; }
    .items { font-size: 8pt; } .items :is(th, td) { padding-block: .2rem; } .items .fine { font-size: 7.5pt; }
    figcaption span::before, .shift thead .number::before { print-color-adjust: exact; }
    &[data-print="commitments"] > :not(.sheet) { display: none; }
    &[data-print="commitments"] > .sheet { display: block; font-size: 10pt; line-height: 1.35; }
    .sheet > header { display: grid; grid-template-columns: 1fr 6.6cm; gap: .8cm; align-items: end; }
    .sheet h1 { font-size: 19pt; } .sheet h2 { font-size: 14pt; margin-block: .5cm .7cm; }
    .sheet .byline { display: block; } .sheet .byline span { display: block; inline-size: fit-content; } .sheet figcaption { display: none; }
    .sheet .blanks { display: flex; gap: .6cm; color: var(--taut-ink-soft); font-size: 8.5pt; }
    .sheet .table { font-size: 9.5pt; margin-block: .6cm .5cm; } .sheet caption { display: none; }
    .sheet .table :is(th, td) { padding: .22cm .35cm .22cm 0; }
    .sheet tbody td:nth-child(3) { font-weight: 600; }
    .sheet tbody th .soft { display: block; font-weight: 400; }
    .sheet .table .date { inline-size: 2.4cm; border-inline-start: .5pt solid var(--taut-line); padding-inline-start: .2cm; }
    .chart text { font-size: 10px; } .chart .label { font-size: 11px; }
  }
}
`;
