// The sheet of the page for publishers; what it shares with the widget looks the same.

import { flowCss } from "../../styles/flow.js";
import { sheetOf } from "../../styles/sheet.js";
import { tokensCss } from "../../styles/tokens.js";

const pageCss = /* css */ `
:host { --taut-column: 76rem; --tone: var(--taut-accent); min-height: 100vh; }
a { color: var(--taut-accent); }
.report-title { font: 500 min(1.3rem + 2.2cqi, 2.6rem)/1.2 var(--taut-font-display); text-wrap: balance; }
.masthead { padding-top: 1rem; }
.masthead > * + * { margin-top: .5rem; }
.masthead > p { max-width: 48rem; }
.entrance { display: grid; gap: 1.5rem; margin-top: 1.5rem; padding: 1.5rem; border-inline-start: 3px solid var(--taut-accent); background: var(--taut-surface-raised); }
.entrance legend { margin-bottom: .75rem; font: 500 1.2rem/1.3 var(--taut-font-display); }
.chips { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.chip, .check { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; }
.chip { padding: .25rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); }
.chip:has(:checked) { border-color: var(--taut-accent); box-shadow: inset 0 0 0 1px var(--taut-accent); background: var(--taut-accent-soft); }
.chip:has(:focus-visible) { outline: 2px solid var(--taut-accent); outline-offset: 2px; }
.chip :focus-visible { outline: none; }
:is([type="radio"], [type="checkbox"]) { flex: none; width: 1.2rem; height: 1.2rem; accent-color: var(--taut-accent); }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 1rem 1.5rem; align-items: start; }
.setting > label:not(.check) { display: block; margin-bottom: .25rem; font-size: .85rem; font-weight: 600; }
.setting > p { margin-top: .25rem; }
.wide { grid-column: 1 / -1; }
.control { display: flex; gap: .5rem; }
.control > :is(select, [type="text"], [type="url"]) { flex: 1; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); color: var(--taut-ink); }
.control > [aria-invalid] { border-color: var(--taut-strong); }
[type="color"] { width: 2.75rem; height: 2.75rem; padding: .25rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); cursor: pointer; }
.wrong { color: var(--taut-strong); font-size: .85rem; }

.both { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; margin-top: 2.5rem; }
.result-code > .lede { margin-top: .5rem; }
.result-code > .note { margin-top: 1rem; }
.code, .facts { margin-top: 1.5rem; }
.above { display: flex; align-items: center; gap: .5rem .75rem; }
.above > h3 { flex: 1; }
.above .main { flex: none; }
pre { margin-top: .5rem; padding: .75rem 1rem; border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { color: var(--taut-ink); font-family: monospace; line-height: 1.55; }
.code > .fine { margin-top: .5rem; }
.facts ul { margin-top: .5rem; }
.facts li { position: relative; padding-inline-start: 1rem; }
.facts li::before { content: ""; position: absolute; inset-inline-start: 0; top: .65em; width: .4rem; height: 1px; background: var(--taut-edge); }
.facts li + li { margin-top: .25rem; }
.preview > h2 { margin-bottom: .75rem; font-size: 1.2rem; }
.window { border: 1px solid var(--taut-line); border-radius: var(--taut-radius); overflow: auto; }
.window > taut-line { min-height: 20rem; }
iframe { display: block; width: 100%; }
.shown > .fine { margin-top: .5rem; }
footer.part { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid; }
footer > p { max-width: 48rem; }

@container (width >= 48rem) {
  .chips { grid-template-columns: repeat(4, 1fr); }
  .setting:first-child { grid-column: span 2; }
}
@container (width >= 64rem) {
  .both { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .preview { position: sticky; top: 1rem; align-self: start; }
  .window { max-height: calc(100vh - 8rem); }
}
`;

export const embedSheet = sheetOf(tokensCss + flowCss + pageCss);
