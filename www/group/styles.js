// The sheet of the page of a group; what it shares with a result looks the same.

import { flowCss } from "../styles/flow.js";
import { resultCss } from "../styles/result.js";
import { sheetOf } from "../styles/sheet.js";
import { tokensCss } from "../styles/tokens.js";

const pageCss = /* css */ `
:host { --taut-column: 72rem; --tone: var(--taut-accent); min-height: 100vh; }
h1 { font: 500 min(1.3rem + 2.2cqi, 2.6rem)/1.2 var(--taut-font-display); text-wrap: balance; }
.masthead > * + * { margin-top: .5rem; }
.masthead > p { max-width: 48rem; }
.state { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; margin-top: 1.5rem; > h2 { max-width: 48rem; font-size: 1.2rem; } }
.wall > .entrance { display: none; }
.entrance { display: grid; gap: 1.5rem 2.5rem; margin-top: 1.5rem; padding: 1.5rem; border-inline-start: 3px solid var(--taut-accent); background: var(--taut-surface-raised); }
.entrance h2, .mode legend { font: 500 1.2rem/1.3 var(--taut-font-display); }
.collect { padding: 0; }
.collect > * + * { margin-top: .75rem; }
.collect.over { outline: 2px dashed var(--taut-accent); outline-offset: .5rem; }
.collect .actions { gap: .5rem; }
textarea { display: block; width: 100%; min-height: 7rem; padding: .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); resize: vertical; }
.filled textarea { min-height: 4rem; height: 4rem; }
.taut:not(.filled) .again { display: none; }
.busy { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; }
progress { flex: 1 8rem; height: .5rem; accent-color: var(--taut-accent); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem 1.5rem; }
.counts > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.counts dt { color: var(--taut-ink-soft); font-size: .85rem; }
.counts dd { font: 500 1.6rem/1.3 var(--taut-font-display); }
.report > * + * { margin-top: .5rem; }
summary { padding-block: .5rem; color: var(--taut-accent); }
.mode .options { margin-block: .75rem; border: 1px solid var(--taut-line); border-radius: var(--taut-radius); overflow: hidden; }
.option { padding: .75rem 1rem; }
.option + .option { border-top: var(--thin); }
.option .fine { display: block; }
[type="radio"] { flex: none; width: 1.2rem; height: 1.2rem; accent-color: var(--taut-accent); }

.unit, .before label { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.unit input { flex: 1 12rem; }
.before { margin-bottom: .75rem; }
.before input { width: 6rem; }
.before .fine { margin-top: .25rem; }
.entrance input:is(:not([type]), [type="number"]) { min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); }
.whose { margin-top: 2.5rem; }
.whose legend { font-weight: 600; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: .5rem; }
.chip { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); }
.chip:has(:checked) { border-color: var(--taut-accent); box-shadow: inset 0 0 0 1px var(--taut-accent); }
.chip:has(:disabled) { border-style: dashed; color: var(--taut-ink-soft); }

.part { margin-top: 2.5rem; }
.part p { max-width: 48rem; }
.people { display: grid; gap: .5rem 2.5rem; }
.people > div { display: flex; justify-content: space-between; gap: 1rem; padding-block: .5rem; border-bottom: var(--thin); }
.people dt { color: var(--taut-ink); font-size: 1rem; }
.people dd { display: flex; flex: none; max-width: 60%; flex-direction: row-reverse; align-items: center; gap: .75rem; }
.people strong { flex: none; }
.crowd { display: flex; flex-wrap: wrap; gap: 3px; }
.crowd i { width: .7rem; height: .7rem; border-radius: 50%; background: var(--taut-accent); forced-color-adjust: none; }

.questions > li { display: grid; gap: .75rem; padding-block: 1.5rem; border-bottom: var(--thin); }
.question > :first-child { font: 500 1.2rem/1.3 var(--taut-font-display); }
.words summary { padding-block: .25rem; }
.words li { display: flex; justify-content: space-between; gap: 1.5rem; padding-block: .25rem; border-bottom: var(--thin); font-size: .85rem; }
.question .tag { border-color: var(--taut-warn); background: var(--taut-warn-soft); color: var(--taut-warn); font-weight: 600; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: .75rem; }
.facts > div { display: flex; align-items: baseline; gap: .5rem; }
.facts dt { color: var(--taut-ink-soft); font-size: .85rem; }
.facts dd { font-weight: 600; }
.facts .average dd { font-weight: 400; color: var(--taut-ink-soft); }
svg.answers { width: calc(100% - 1rem); margin-inline: .5rem; overflow: visible; }
.around { fill: var(--taut-accent-soft); }
.mean { stroke: var(--taut-accent); stroke-width: 1.5; stroke-dasharray: 3 3; }
.person, .column { fill: var(--taut-accent); }
.person { stroke: var(--taut-surface); }
.answers text { font-size: .7rem; }
.questions .ends { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; align-items: start; margin-top: .25rem; }
.questions .ends :last-child { text-align: end; }
.left-out table { margin-top: .5rem; }

.scales caption, .ranks caption, .left-out caption { display: none; }
.scales tbody .soft { font-weight: 400; }
.scales .pair, .ranks .pair { width: 32%; padding-inline: .5rem 1.5rem; }
/* Another reader, another ground. */
.part-calibration { padding: .5rem 1.5rem; border: 1px dashed var(--taut-edge); background: var(--taut-surface-raised); }
.maintainer > summary h3 { display: inline; font: 500 1.2rem/1.3 var(--taut-font-display); }
.maintainer > div { padding-bottom: 1rem; > p { margin-top: .75rem; } > div { margin-top: 2.5rem; } }
.maintainer dd .soft { font-weight: 400; }
.maintainer h4 { font-weight: 600; }
.maintainer table { width: 100%; margin-top: .75rem; caption { display: none; } th, td { font-size: .85rem; } tbody th { font-weight: 400; } }
.maintainer .tag { font-size: .7rem; }
.steps { display: grid; gap: .25rem 1rem; grid-auto-flow: row; }
.steps li { display: grid; grid-template-columns: 1.5rem 1fr auto; gap: .25rem .75rem; align-items: center; padding-block: .5rem; border-bottom: var(--thin); }
.steps .crowd { grid-column: 2 / 4; grid-row: 2; }
.steps .level { color: var(--taut-accent); font: 500 1.2rem/1.3 var(--taut-font-display); }
.ranks td:last-child { white-space: nowrap; }

@container (width >= 36rem) { .scales .number { white-space: nowrap; } }
@container (width >= 48rem) {
  .scales, .ranks { font-size: 1rem; }
  .entrance { grid-template-columns: 3fr 2fr; }
  .people { grid-template-columns: 1fr 1fr; }
  .questions > li { grid-template-columns: 5fr 6fr; gap: 2.5rem; align-items: start; }
  .steps { grid-auto-flow: column; grid-auto-columns: 1fr; align-items: end; }
  .steps li { display: flex; flex-direction: column; align-items: start; height: 100%; padding-top: .75rem; border-top: 3px solid var(--taut-accent); border-bottom: 0; gap: .25rem; }
  .steps li > .crowd { order: 4; }
}
@container (width < 36rem) {
  .scales tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: .25rem 1.5rem; }
  .scales tbody :is(th, .pair) { grid-column: 1 / 3; width: auto; padding: 0; }
  .scales tbody .pair { order: 1; }
  .scales tbody td:not(.pair) { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
  .rows tbody tr { grid-template-columns: 1fr; }
  .rows tbody :is(th, .pair) { grid-column: 1; }
  .ranks .pair { width: 30%; }
  .maintainer .stack td:not(.pair) { grid-template-columns: 8.5rem 1fr; }
}
.benchmark > * + * { margin-top: .5rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem 1.5rem; max-width: 48rem; align-items: end; }
.fields > :first-child { grid-column: 1 / -1; }
.fields span { display: block; font-size: .85rem; }
.fields input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
/* A wall is read from further away. */
@media (min-width: 1700px) { .taut { zoom: 1.25; } }
@media (forced-colors: active) { .around { fill: none; stroke: CanvasText; } .crowd i { background: CanvasText; } }
@media print {
  .entrance, .state, .words, .chips, .whose > legend, .part-export > :not(.fine), .part-calibration:not(:has([open])) { display: none; }
  .questions > li, .steps, .people > div { break-inside: avoid; }
  .questions > li { grid-template-columns: 1fr 1fr; gap: 1.5rem; padding-block: .5rem; }
  .taut > * { max-width: none; }
  .taut > :is(.masthead, .figures) { display: block; }
}
`;

export const groupSheet = sheetOf(tokensCss + flowCss + resultCss + pageCss);
