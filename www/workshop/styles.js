// The sheets of a workshop: that of the page of a group, and what only this page has.

import { groupSheet } from "../group/styles.js";
import { sheetOf } from "../styles/sheet.js";

const workshopCss = /* css */ `
.workshop { padding-top: 0; }
.workshop:not(:has(.reveal)) { --taut-column: 42rem; }
.bar { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; min-height: 3.5rem; padding-block: .25rem; border-bottom: var(--thin); background: var(--taut-surface); }
.bar .running { flex: 1 12rem; }
.tally { font-weight: 600; }
.workshop:has(.seat) .running { display: none; }
.workshop:has(.seat) .tally { flex: 1 10rem; }
.tools { display: flex; align-items: center; gap: .75rem; }
.tools:empty { display: none; }
.workshop > :is(.bar, [part="screen"]) { margin-bottom: 1.5rem; }
.workshop h2 { font-size: 1.2rem; }
.start > * + *, .between > * + *, .raised > * + *, .pass > * + *, .kept > * + * { margin-top: 1rem; }
.raised { padding: 1.5rem; border-inline-start: 3px solid var(--taut-accent); background: var(--taut-surface-raised); }
.workshop :is(.start, .between) > :is(section, details) { margin-top: 2.5rem; }
.leader .quiet { margin-inline-start: -.5rem; }
.plan { padding-inline-start: 1.5rem; list-style: decimal; }
.plan li { padding-inline-start: .5rem; }
.points { padding-inline-start: 1.5rem; list-style: disc; color: var(--taut-ink-soft); }
.plan li + li, .points li + li { margin-top: .5rem; }
.seats { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
[type="number"] { width: 6rem; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface); }
.choice { display: grid; gap: 1.5rem 2.5rem; }
.choice button { width: 100%; }
.choice p { margin-top: .5rem; }
.workshop summary { cursor: pointer; }
svg.code { display: block; width: 100%; max-width: 26rem; }
/* Cameras read dark on light, whatever the scheme. */
.code .light { fill: #fff; }
.code .dark { fill: #000; }
.workshop .address { width: 100%; text-align: start; font-size: .85rem; text-overflow: ellipsis; }
.outward > * + * { margin-top: .5rem; }
.workshop .outward .actions { gap: .5rem; }
.source { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; > .address { flex: 1 12rem; } }
.pair-links > * + * { margin-top: 1rem; }
.pair-links { margin-top: .75rem; }
.seat taut-line { scroll-margin-top: 4rem; margin-inline: -4cqi; }
@container (width >= 36rem) { .choice { grid-template-columns: 1fr 1fr; } }
@media print { .bar, .masthead .soft, .state .actions { display: none; } }
`;

const workshopSheet = sheetOf(workshopCss);

export const workshopSheets = () => [groupSheet(), workshopSheet()];
