// The sheets of the studio: what it shares with the widget looks the same.

import { flowCss } from "../styles/flow.js";
import { sheetOf } from "../styles/sheet.js";
import { tokensCss } from "../styles/tokens.js";

const pageCss = /* css */ `
:host { --taut-column: none; --tone: var(--taut-accent); min-height: 100vh; }
.studio { display: flex; flex-direction: column; min-height: 100vh; padding: 0; }
.studio > :not(dialog) { width: 100%; margin-inline: 0; }
.report-title { font: 500 min(1.3rem + 2.2cqi, 2.6rem)/1.2 var(--taut-font-display); text-wrap: balance; }
h2 { font-size: 1.2rem; }
h3 { margin-top: 1.5rem; font-weight: 600; }
select, textarea, input:is([type="text"], [type="number"], [type="url"]) { min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); color: var(--taut-ink); }
textarea { display: block; resize: vertical; line-height: 1.5; }
.mono, code { font-family: ui-monospace, monospace; }
.points { padding-inline-start: 1.5rem; list-style: disc; }
pre { padding: .75rem 1rem; border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); white-space: pre-wrap; overflow-wrap: anywhere; }
:is([type="radio"], [type="checkbox"]) { flex: none; width: 1.2rem; height: 1.2rem; accent-color: var(--taut-accent); }

.bar { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: .5rem 1.5rem; border-bottom: var(--thin); background: var(--taut-surface); }
.bar[hidden] { display: none; }
.names { flex: 1 12rem; }
.brand { color: var(--taut-ink-soft); font-size: .85rem; }
.names .running { color: var(--taut-ink); font: 500 1.2rem/1.3 var(--taut-font-display); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.saving.wrong { color: var(--taut-strong); }
.bar .saving { min-height: 0; margin: 0; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.bar .choices { z-index: 6; width: max-content; max-width: min(22rem, 90vw); max-height: 70vh; overflow: auto; }
.choices .fine { padding: .5rem 1rem; }
.lasting .notice { margin: .75rem 1.5rem 0; }

.start { max-width: 62rem; margin-inline: auto; padding: 2.5rem 1.5rem 4rem; }
.start > * + * { margin-top: .75rem; }
.start > section { margin-top: 2.5rem; }
.start section > * + * { margin-top: .75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .75rem; }
.cards li { display: flex; }
.card { display: flex; flex: 1; flex-direction: column; gap: .25rem; padding: 1rem; text-align: start; }
.card strong { font: 500 1.2rem/1.3 var(--taut-font-display); }
.card span { color: var(--taut-ink-soft); font-size: .85rem; }
.small .card strong { font-size: 1rem; }
.again .card { border-color: var(--taut-accent); }

.both-tabs { display: flex; gap: 1.5rem; padding-inline: 1.5rem; border-bottom: var(--thin); overflow-x: auto; }
.tabs { display: flex; gap: .25rem; }
.tabs button { border: 0; border-radius: 0; border-bottom: 3px solid transparent; background: none; color: var(--taut-ink-soft); white-space: nowrap; }
.tabs [aria-selected="true"] { border-color: var(--taut-accent); color: var(--taut-ink); font-weight: 600; }
.work { display: flex; flex: 1; flex-direction: column; }
.work[hidden] { display: none; }
.text-panel { height: 32rem; }
.text-panel .cm-editor { height: 100%; }
.outline-panel { padding: 1rem 1.5rem 2.5rem; }
.problems { border-block: var(--thin); background: var(--taut-surface); }
.problems-head { display: flex; width: 100%; align-items: center; gap: .75rem; padding: .25rem 1.5rem; border: 0; border-radius: 0; background: none; text-align: start; }
.problems-head .title, .head .title { font-weight: 600; }
.tallies { display: flex; flex-wrap: wrap; gap: .5rem; }
.tally, .badge { padding: .1rem .5rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.tally.fine { color: var(--taut-good); }
:is(.tally, .badge).is-error, .is-error .sign { color: var(--taut-strong); }
:is(.tally, .badge).is-warning, .is-warning .sign { color: var(--taut-warn); }
:is(.tally, .badge).is-note, .is-note .sign { color: var(--taut-reserve); }
:is(.tally, .badge):is(.is-error, .is-warning, .is-note) { border: 1px solid currentColor; }
.findings-body { padding: 0 1.5rem 1rem; }
.finding { padding-block: .5rem; border-top: var(--thin); }
.jump { display: block; width: 100%; padding: .25rem 0; border: 0; border-radius: 0; background: none; text-align: start; }
.jump:hover .sentence { text-decoration: underline; }
.sign { margin-inline-end: .5rem; font-size: .85rem; font-weight: 600; }
.jump .soft { display: block; font-size: .85rem; }
.finding summary, .silenced summary { padding-block: .25rem; color: var(--taut-accent); font-size: .85rem; }
.why > * + * { margin-top: .5rem; }
.why p { font-size: .85rem; }

.section { border-top: var(--thin); }
.section:first-child { border-top: 0; }
.head { display: flex; width: 100%; align-items: baseline; gap: .75rem; padding: .5rem 0; border: 0; border-radius: 0; background: none; text-align: start; }
.head .title { flex: 1; }
.head > .soft { display: flex; flex: none; align-items: baseline; gap: .5rem; }
.head::before { content: ""; flex: none; align-self: center; width: .5rem; height: .5rem; border: solid var(--taut-ink-soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.head[aria-expanded="true"]::before { transform: rotate(45deg); }
h2 > .head { font: 500 1.2rem/1.3 var(--taut-font-display); }
h2 > .head .soft { font: 400 .85rem/1.5 var(--taut-font, system-ui); }
.section > .inside { padding-bottom: 1.5rem; }
.section > .inside > .entry + .entry { margin-top: 0; }
.section > .inside > * + *, .entry > .inside > * + *, .form > * + * { margin-top: 1rem; }
.sheet { padding: .25rem 1rem .75rem; border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
.sheet > .entry:first-child > .line .title { color: var(--taut-ink-soft); font-weight: 600; }
.entry + .entry { border-top: var(--thin); }
.entry .head .title { font-weight: 400; }
.entry.open > .line .title { font-weight: 600; }
.entry .ordinal { display: inline-block; min-width: 1.5rem; color: var(--taut-ink-soft); }
.kind { font-size: .85rem; white-space: nowrap; }
.entry > .inside { padding: .25rem 0 1.5rem; }
.setting > label { display: block; margin-bottom: .25rem; font-size: .85rem; font-weight: 600; }
.setting > :is(input, textarea, select) { width: 100%; }
.setting > .fine { margin-top: .25rem; }
.group > legend { margin-bottom: .5rem; font-size: .85rem; font-weight: 600; }
.group > * + * { margin-top: .5rem; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
.row > .setting { flex: 1 8rem; }
.row > .setting:has([type="number"]) { flex: 0 1 7rem; }
.row:has(> .setting > label) { align-items: end; }
.rows { display: grid; gap: .5rem; }
.rows .row { flex-wrap: nowrap; gap: .25rem; }
.rows .row > .check { flex: none; justify-content: center; width: 2.75rem; }
.rows .row > .setting { flex: 1; }
.rows .row > .setting:has([type="number"]) { flex: 0 0 5rem; }
.rows li > .setting { margin-top: .25rem; margin-inline-start: 3rem; }
.rows li > .setting input { min-height: 2.25rem; padding-block: .25rem; border-style: dashed; font-size: .85rem; }
.is-right > .row > .setting input { border-color: var(--taut-good); box-shadow: inset 3px 0 var(--taut-good); }
.tool { min-width: 2.25rem; padding: .25rem; border-color: transparent; background: none; color: var(--taut-ink-soft); }
.check { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; }
.check .fine { display: block; }
.member > .check:first-child { flex: 1 14rem; }
.member > .setting { flex: 0 1 6rem; }
.entry .inside > .tools { padding-top: .5rem; }
.add { margin-top: .75rem; }
.sheet > .row { padding-block: .25rem; }
.sheet > .row > .title { flex: 1 10rem; }
.add select { max-width: 100%; color: var(--taut-accent); }
.levels-form { display: grid; gap: 1rem; }
.levels-form li > * + * { margin-top: .5rem; }
.to { align-self: end; min-height: 2.75rem; line-height: 2.75rem; color: var(--taut-ink-soft); white-space: nowrap; }
.form > .entry, .inside > .entry .entry, .entry > .inside > .entry { border-block: var(--thin); }
.row.comparison > .setting { flex: 1 1 6rem; }
.row.comparison > .setting:first-child { flex-basis: 100%; }
.row.comparison > .setting:nth-child(2) { flex: 0 1 7.5rem; }
.comparison + .comparison { padding-top: .5rem; border-top: var(--thin); }
.expression > select { margin-top: .5rem; }
.pairs { max-width: 20rem; max-height: 24rem; overflow: auto; }
.rows.pairs .row > .setting:has([type="number"]) { flex: 1; }
.thumb { max-width: 12rem; max-height: 9rem; border-radius: var(--taut-radius); }
.more-of-it { padding-block: 1rem; border-top: var(--thin); }
.rest-of-it { padding-top: 1rem; border-top: var(--thin); }

.look .panel { padding: 1rem 1.5rem 2.5rem; }
.strip { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin-bottom: 1rem; }
.switches { position: relative; display: flex; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); overflow: hidden; }
.switches label { position: relative; display: flex; align-items: center; min-height: 2.25rem; padding: .25rem .75rem; font-size: .85rem; }
.switches label + label { border-inline-start: 1px solid var(--taut-edge); }
.switches input { position: absolute; opacity: 0; }
.switches label:has(:checked) { background: var(--taut-accent); color: var(--taut-on-accent); }
.switches label:has(:focus-visible) { outline: 2px solid var(--taut-accent); outline-offset: -4px; outline-color: currentColor; }
.device { border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface); overflow: auto; }
.device > p { padding: 1.5rem; }
.device[data-width="phone"] { max-width: 390px; margin-inline: auto; border-width: 6px; border-radius: 1.5rem; }
.device[data-theme="light"] { color-scheme: light; }
.device[data-theme="dark"] { color-scheme: dark; }

.bench-body { display: grid; gap: 1.5rem; }
.answer { display: grid; gap: .25rem; padding-block: .5rem; border-top: var(--thin); }
.answer-text { font-size: .85rem; }
.answer :is(select, input:not([type="checkbox"])) { width: 100%; min-height: 2.25rem; padding: .25rem .5rem; font-size: .85rem; }
.checks { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.checks .check { min-height: 2rem; font-size: .85rem; }
.parts { display: grid; gap: .25rem; }
.parts label { display: grid; grid-template-columns: 1fr 1fr; align-items: center; gap: .5rem; font-size: .85rem; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: baseline; }
tbody tr { border-top: var(--thin); }
.number { text-align: end; white-space: nowrap; font-weight: 600; }
.numbers th .quiet { padding-inline: 0; text-align: start; }
.explanation { margin-block: .25rem .75rem; padding: .75rem 1rem; border-inline-start: 3px solid var(--taut-accent); background: var(--taut-surface-raised); }
.explanation h3 { margin-top: 0; }
.explanation .number { font-weight: 400; }
.trace ul { margin-inline-start: 1rem; padding-inline-start: .75rem; border-inline-start: var(--thin); }
.trace { margin-top: .5rem; font-size: .85rem; }

.simulate > .fine { margin-bottom: .75rem; }
.simulate .strip label { display: flex; align-items: center; gap: .5rem; }
.simulate .strip [type="number"] { width: 6rem; }
.simulated .part { margin-top: 1.5rem; }
.simulated .part > h3 { margin: 0 0 .5rem; font: 600 1rem/1.5 inherit; }
.distribution { padding-block: .5rem; border-top: var(--thin); }
figcaption .soft { font-size: .85rem; }
.histogram { display: block; max-width: 26rem; margin-top: .25rem; }
.distribution figcaption { display: block; }
.distribution figcaption span { display: block; }
.column { fill: var(--taut-accent); opacity: .75; }
.base { stroke: var(--taut-edge); }
.median { stroke: var(--taut-strong); stroke-width: 1.5; }
.histogram text { fill: var(--taut-ink-soft); font-size: 10px; }
.share { display: grid; grid-template-columns: 1fr minmax(5rem, 10rem) 3.5rem; align-items: center; gap: .75rem; padding-block: .25rem; border-top: var(--thin); font-size: .85rem; }
.share strong { text-align: end; }
meter { width: 100%; }

dialog { position: fixed; inset: 0; width: min(34rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); margin: auto; padding: 0; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); color: var(--taut-ink); overflow: auto; }
dialog.wide { width: min(56rem, calc(100vw - 2rem)); }
dialog::backdrop { background: rgb(0 0 0 / .45); }
.dialog-head { display: flex; align-items: center; justify-content: space-between; padding: 1rem 1.5rem 0; }
.dialog-body { padding: .75rem 1.5rem 1.5rem; }
.dialog-body > * + *, .dialog-body form > * + *, .import-report > div > * + * { margin-top: .75rem; }
.dialog-body form > :is(label, input) { display: block; width: 100%; }
.scroll { max-height: 20rem; overflow: auto; border-block: var(--thin); }
.scroll th { position: sticky; top: 0; background: var(--taut-surface); }
details.notice li .quiet { padding-inline: 0; text-align: start; min-height: 0; font-weight: 400; }
.ways { display: grid; gap: .5rem; }
.ways legend { margin-bottom: .5rem; font-weight: 600; }
.chip { display: flex; align-items: baseline; gap: .75rem; padding: .75rem 1rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); }
.chip .fine { display: block; }
.chip:has(:checked) { border-color: var(--taut-accent); box-shadow: inset 0 0 0 1px var(--taut-accent); background: var(--taut-accent-soft); }
.plan { display: grid; gap: 1rem; padding-inline-start: 1.5rem; list-style: decimal; }
.plan li > * + * { margin-top: .5rem; }
.plan [type="url"] { width: 100%; }
.code pre { max-height: 12rem; overflow: auto; }
.code .actions { margin-top: .5rem; }
.dropping { position: fixed; inset: 0; z-index: 9; display: grid; place-items: center; border: 4px dashed var(--taut-accent); background: color-mix(in srgb, var(--taut-surface) 85%, transparent); font: 500 1.6rem/1.3 var(--taut-font-display); pointer-events: none; }

@container (width < 60rem) {
  .work[data-show="write"] > :is(.look), .work[data-show="look"] > :is(.write, .problems), .work[data-show="problems"] > :is(.write, .look) { display: none; }
  .work:not([data-show="problems"]) .findings-body { display: none; }
  .work:not([data-show="look"]) .tabs:nth-child(2) [aria-selected="true"], .work:not([data-show="write"]) .tabs:nth-child(1) [aria-selected="true"] { border-color: transparent; color: var(--taut-ink-soft); font-weight: 400; }
  .problems { position: sticky; bottom: 0; z-index: 4; }
  .work[data-show="problems"] .problems { position: static; }
  .bar, .both-tabs { padding-inline: 1rem; }
  .bar { position: static; gap: .25rem .75rem; }
  .both-tabs { position: sticky; top: 0; z-index: 5; background: var(--taut-surface); }
  .names { flex-basis: 9rem; }
  .bar > .tools { order: 1; flex-basis: 100%; gap: 0; margin-inline-start: -.5rem; }
  .bar > .saving:not(.wrong) { display: none; }
  .both-tabs { gap: 0; }
  .tabs button { padding-inline: .75rem; font-size: .85rem; }
  .entry > .line > .head { flex-wrap: wrap; row-gap: 0; }
  .entry > .line > .head .title { flex-basis: 70%; }
  .entry > .line > .head > .soft { margin-inline-start: 1.25rem; }
  .outline-panel, .look .panel { padding-inline: 1rem; }
  .sheet { padding-inline: .75rem; }
}
@container (width >= 60rem) {
  .studio:has(.work:not([hidden])) { height: 100vh; }
  .work { display: grid; min-height: 0; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) minmax(0, 1fr); }
  .both-tabs { display: contents; }
  .tabs { padding-inline: 1.5rem; border-bottom: var(--thin); }
  .tabs:nth-child(2) { border-inline-start: var(--thin); }
  .write, .look { min-height: 0; overflow: auto; }
  .text-panel { height: 100%; }
  .look { grid-row: 2 / 4; grid-column: 2; border-inline-start: var(--thin); background: color-mix(in srgb, var(--taut-line) 25%, var(--taut-surface)); }
  .problems { grid-row: 3; grid-column: 1; min-height: 0; border-bottom: 0; }
  .findings-body { max-height: 30vh; overflow: auto; }
  .work:not([data-findings="open"]) .findings-body { display: none; }
  .bench-body { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
}
@media (forced-colors: active) { .switches label:has(:checked) { outline: 2px solid CanvasText; outline-offset: -2px; } .column { fill: CanvasText; } }
`;

const studioSheet = sheetOf(tokensCss + flowCss + pageCss);

export const studioSheets = () => [studioSheet()];
