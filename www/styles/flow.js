// How the questions look, and everything around them. Items kinds: items.js.
export const flowCss = /* css */ `
.taut { box-sizing: border-box; min-block-size: 100%; padding: var(--taut-s4) clamp(1rem, 4cqi, 2.5rem) var(--taut-s6); }
.taut[data-screen="result"] { --taut-column: 62rem; }
.taut *, .taut *::before { box-sizing: border-box; }
.taut > * { max-inline-size: var(--taut-column); margin-inline: auto; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--taut-accent); outline-offset: 2px; }
:is(h1, h2, p)[tabindex="-1"]:focus { outline: none; }
:is(h1, h2, h3, p, ul, ol, dl, dd, blockquote, fieldset, legend) { margin: 0; padding: 0; border: 0; }
ul, ol { list-style: none; }
fieldset { min-inline-size: 0; }
.soft, .hint, .help { color: var(--taut-ink-soft); }
.hint, .help { font-size: var(--taut-text-s); }
.aside-for-readers { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

button, .menu summary { min-block-size: var(--taut-tap); min-inline-size: var(--taut-tap); cursor: pointer; border-radius: var(--taut-radius); font: inherit; line-height: 1.25; color: inherit; touch-action: manipulation; }
button { padding: var(--taut-s2) var(--taut-s4); border: 1px solid var(--taut-edge); background: var(--taut-surface-raised); transition: background var(--taut-quick), border-color var(--taut-quick); }
button:hover { border-color: var(--taut-accent); }
button:disabled { opacity: .4; cursor: default; }
button.main { padding-inline: var(--taut-s5); border-color: var(--taut-accent); background: var(--taut-accent); color: var(--taut-on-accent); font-weight: 600; }
button.main:hover { background: color-mix(in oklab, var(--taut-accent) 88%, var(--taut-ink)); }
button.quiet, .menu summary { padding-inline: var(--taut-s2); border-color: transparent; background: none; color: var(--taut-accent); font-size: var(--taut-text-s); font-weight: 550; }
button.quiet:hover, .menu summary:hover { text-decoration: underline; text-underline-offset: .2em; }
button.danger { border-color: var(--taut-strong); color: var(--taut-strong); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: var(--taut-s2) var(--taut-s3); margin-block-start: var(--taut-s4); }
.actions.ends { justify-content: space-between; margin-block-start: var(--taut-s5); padding-block-start: var(--taut-s5); border-block-start: 1px solid var(--taut-line); }

.chrome { display: flex; align-items: center; gap: var(--taut-s2); margin-block-end: var(--taut-s3); }
.running { flex: 1; font-size: var(--taut-text-xs); color: var(--taut-ink-soft); letter-spacing: .01em; line-height: 1.3; }
[data-screen="intro"] .running { visibility: hidden; }
.menu { position: relative; border: 0; }
.menu summary { display: flex; align-items: center; gap: .35em; padding-block: 0; list-style: none; }
.menu summary::-webkit-details-marker { display: none; }
.menu summary::before { content: none; }
.menu summary::after { content: ""; inline-size: .4em; block-size: .4em; margin-block-start: -.2em; border: solid; border-width: 0 1.5px 1.5px 0; rotate: 45deg; }
.choices { position: absolute; inset-inline-end: 0; z-index: 2; display: grid; inline-size: max-content; padding: var(--taut-s1); border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); box-shadow: 0 8px 24px rgb(0 0 0 / 14%); }
.choices button { border-color: transparent; text-align: start; }
.choices button:hover { background: var(--taut-accent-soft); }

.progress { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--taut-s2); margin-block-end: var(--taut-s6); font-size: var(--taut-text-xs); color: var(--taut-ink-soft); font-variant-numeric: tabular-nums; }
.segments { flex: 0 0 100%; display: flex; gap: 3px; }
.segments i { flex: 1; block-size: 3px; border-radius: 2px; background: var(--taut-line); }
.segments .past { background: color-mix(in oklab, var(--taut-accent) 45%, var(--taut-line)); }
.segments .current { background: var(--taut-accent); }

.notice { margin-block-end: var(--taut-s5); padding: var(--taut-s3) var(--taut-s4); border-inline-start: 3px solid var(--taut-accent); border-radius: var(--taut-radius-s); background: var(--taut-accent-soft); }
.notice.warning { border-color: var(--taut-warn); background: var(--taut-warn-soft); }
.notice .notice { margin: var(--taut-s2) 0 0; padding: 0; border: 0; background: none; }
.notice .actions { margin-block-start: var(--taut-s2); }
.notices:not(:empty) { margin-block-end: var(--taut-s5); }
.notices .notice:not(.warning) { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--taut-s4); }
.notices .notice:not(.warning) .actions { margin: 0; }
.problems { display: grid; gap: var(--taut-s4); margin-block: var(--taut-s4); }
.problems code { font-size: var(--taut-text-xs); color: var(--taut-ink-soft); }

:is(h1, h2) { font-family: var(--taut-font-display); font-weight: 500; line-height: var(--taut-leading-tight); text-wrap: balance; letter-spacing: -.005em; }
h1 { font-size: var(--taut-text-xxl); }
h2 { font-size: var(--taut-text-xl); }
.standfirst { font-family: var(--taut-font-display); font-size: calc(var(--taut-text-l) * 1.06); line-height: 1.5; }
.intro { display: grid; gap: var(--taut-s4); }
.intro h1 { margin-block: var(--taut-s3) var(--taut-s2); }
.intro > p { text-wrap: pretty; }
.intro strong { font-weight: 600; color: var(--taut-ink); }
.intro .actions { margin-block-start: var(--taut-s2); }
.intro .notice { margin: var(--taut-s2) 0; }
.intro .item { padding: 0; }
.glossary { margin-block-start: var(--taut-s5); padding-block-start: var(--taut-s5); border-block-start: 1px solid var(--taut-line); }
.glossary h2 { font-size: var(--taut-text-l); margin-block-end: var(--taut-s3); }
.glossary dl { display: grid; gap: var(--taut-s1) var(--taut-s5); font-size: var(--taut-text-s); }
.glossary dt { font-weight: 600; }
.glossary dd { color: var(--taut-ink-soft); margin-block-end: var(--taut-s2); }
@container (min-width: 36rem) { .glossary dl { grid-template-columns: max-content 1fr; } .glossary dd { margin: 0; } }

.page h2 { margin-block-end: var(--taut-s4); }
.keys, .saving { margin-block-start: var(--taut-s5); font-size: var(--taut-text-xs); color: var(--taut-ink-soft); }
.saving { margin-block-start: var(--taut-s4); }
@media (hover: none) { .keys { display: none; } }
.optional { margin-block-start: var(--taut-s5); padding-block-start: var(--taut-s4); border-block-start: 1px solid var(--taut-line); }
.switch { display: flex; align-items: center; gap: var(--taut-s3); min-block-size: var(--taut-tap); font-weight: 600; cursor: pointer; }
.review { display: grid; gap: var(--taut-s5); }
.review h3 { margin-block-end: var(--taut-s2); font-size: var(--taut-text-s); font-weight: 600; color: var(--taut-ink-soft); }
.goto { display: flex; flex-wrap: wrap; gap: 0 var(--taut-s3); inline-size: 100%; padding-inline: var(--taut-s2); border-width: 1px 0 0; border-color: var(--taut-line); border-radius: 0; background: none; text-align: start; line-height: 1.45; }
.goto :nth-child(2) { flex: 1; }
.goto .hint { flex: 0 0 100%; padding-inline-start: 2.25rem; }
.goto:hover { background: var(--taut-accent-soft); }
.error { display: grid; gap: var(--taut-s4); max-inline-size: var(--taut-column); margin-inline: auto; }
.taut + slot, .error + slot { display: block; padding: var(--taut-s4); }
@media print {
  .chrome, .notices, .progress-place, .actions, .saving, .keys, .foot, .switch { display: none !important; }
  .taut { padding: 0; }
}
`;
