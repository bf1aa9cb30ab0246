// How the kinds of items look.
export const itemsCss = /* css */ `
.item { position: relative; padding-block-end: var(--taut-s5); }
.asked > :nth-child(n + 9) { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.item > legend { display: flex; gap: var(--taut-s3); inline-size: 100%; padding-block-start: var(--taut-s5); text-wrap: pretty; }
.item > legend > :last-child { font: 500 calc(var(--taut-text-l) * 1.08) / 1.4 var(--taut-font-display); }
.item > legend + * { margin-block-start: var(--taut-s4); }
.ordinal { min-inline-size: 1.5rem; color: var(--taut-accent); font-size: var(--taut-text-s); font-variant-numeric: tabular-nums; line-height: 1.8; }
.item > .help { margin-block: var(--taut-s1) var(--taut-s3); }
.foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--taut-s4); min-block-size: var(--taut-tap); }
.foot .quiet { margin-inline-start: auto; }
@container (min-width: 44rem) { .page .item > :not(legend) { margin-inline-start: 2.25rem; } }

input[type="radio"], input[type="checkbox"] { flex: none; inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--taut-accent); cursor: pointer; }
.options { display: grid; border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
.option { display: flex; align-items: center; gap: var(--taut-s3); min-block-size: var(--taut-tap); padding: var(--taut-s2) var(--taut-s4); line-height: 1.4; cursor: pointer; transition: background var(--taut-quick); }
.option + .option { border-block-start: 1px solid var(--taut-line); }
.option:first-child { border-start-start-radius: inherit; border-start-end-radius: inherit; }
.option:last-child { border-end-start-radius: inherit; border-end-end-radius: inherit; }
.option:hover { background: var(--taut-surface-sunken); }
.option:has(:checked) { background: var(--taut-accent-soft); box-shadow: inset 3px 0 var(--taut-accent); }
.option:has(:focus-visible) { outline: 2px solid var(--taut-accent); outline-offset: 1px; z-index: 1; }
.option :focus-visible { outline: none; }
.dont-know { display: inline-flex; align-items: center; gap: var(--taut-s2); min-block-size: var(--taut-tap); padding-inline: calc(var(--taut-s4) + 1px) var(--taut-s3); font-size: var(--taut-text-s); color: var(--taut-ink-soft); cursor: pointer; }
.foot > .dont-know:has([type="checkbox"]) { padding-inline-start: 0; }
.dont-know:has(:checked) { color: var(--taut-ink); font-weight: 600; }
.row.tight .option { flex-direction: column; justify-content: center; gap: var(--taut-s1); padding: var(--taut-s2) var(--taut-s1); text-align: center; font-size: var(--taut-text-xs); }
.row.tight { grid-auto-flow: column; grid-auto-columns: 1fr; }
.row.tight .option + .option { border-block-start: 0; border-inline-start: 1px solid var(--taut-line); }
.row.tight .option:has(:checked) { box-shadow: inset 0 -3px var(--taut-accent); }
@container (min-width: 36rem) {
  .row { grid-auto-flow: column; grid-auto-columns: 1fr; }
  .row .option { flex-direction: column; gap: var(--taut-s2); padding: var(--taut-s3) var(--taut-s2); text-align: center; font-size: var(--taut-text-s); line-height: 1.3; }
  .row .option + .option { border-block-start: 0; border-inline-start: 1px solid var(--taut-line); }
  .row .option:first-child { border-radius: calc(var(--taut-radius) - 1px) 0 0 calc(var(--taut-radius) - 1px); }
  .row .option:last-child { border-radius: 0 calc(var(--taut-radius) - 1px) calc(var(--taut-radius) - 1px) 0; }
  .row .option:has(:checked) { box-shadow: inset 0 -3px var(--taut-accent); }
}
@media (forced-colors: active) { .option:has(:checked) { outline: 2px solid Highlight; outline-offset: -3px; } }
.mirrored { margin-block-end: var(--taut-s3); padding-inline-start: var(--taut-s3); border-inline-start: 3px solid var(--taut-line); color: var(--taut-ink-soft); }

input[type="text"] { min-block-size: var(--taut-tap); padding: var(--taut-s2) var(--taut-s3); border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface-raised); color: inherit; font: inherit; font-variant-numeric: tabular-nums; text-align: end; }
input[aria-invalid="true"] { border-color: var(--taut-strong); box-shadow: 0 0 0 1px var(--taut-strong); }
.quantity > div { display: grid; }
.quantity { display: grid; grid-template-columns: 1fr auto; gap: 0 var(--taut-s5); align-items: start; }
.quantity .field { display: flex; align-items: center; gap: var(--taut-s2); }
.field input { inline-size: 5rem; }
.unit { color: var(--taut-ink-soft); }
.ends { display: flex; justify-content: space-between; font-size: var(--taut-text-xs); color: var(--taut-ink-soft); margin-block-start: -.4rem; }
.problem { grid-column: 1 / -1; font-size: var(--taut-text-s); color: var(--taut-strong); }
.problem:not(:empty) { margin-block-start: var(--taut-s2); }
input[type="range"] { appearance: none; inline-size: 100%; block-size: var(--taut-tap); margin: 0; background: linear-gradient(var(--taut-accent) 0 0) 0 / var(--at) 4px no-repeat, linear-gradient(var(--taut-edge) 0 0) center / 100% 4px no-repeat; background-position: 0 center, center; cursor: pointer; touch-action: pan-y; }
input[type="range"]:focus-visible { outline-offset: -4px; border-radius: var(--taut-radius); }
::-webkit-slider-thumb { appearance: none; inline-size: 1.5rem; block-size: 1.5rem; border: 2px solid var(--taut-surface-raised); border-radius: 50%; background: var(--taut-accent); }
::-moz-range-thumb { box-sizing: border-box; inline-size: 1.5rem; block-size: 1.5rem; border: 2px solid var(--taut-surface-raised); border-radius: 50%; background: var(--taut-accent); }
.untouched::-webkit-slider-thumb { opacity: 0; }
.untouched::-moz-range-thumb { opacity: 0; }
@media (forced-colors: active) { input[type="range"] { forced-color-adjust: none; } }

.portion { position: relative; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 var(--taut-s3); padding-block: var(--taut-s2); }
.portion .what { grid-row: span 1; line-height: 1.35; }
.portion > .quiet { font-size: var(--taut-text-xs); }
.portion .stepper { grid-column: 1 / -1; justify-self: end; }
.away { visibility: hidden; }
.level-bar { grid-column: 1 / -1; block-size: 3px; margin-block-start: var(--taut-s2); border-radius: 2px; background: var(--taut-line); overflow: hidden; }
.level-bar::before { content: ""; display: block; block-size: 100%; background: var(--taut-accent); transform-origin: 0 0; scale: var(--share, 0) 1; transition: scale var(--taut-quick); }
@container (min-width: 36rem) { .portion { grid-template-columns: 1fr auto auto; } .portion .stepper { grid-column: auto; } }
.stepper { display: flex; gap: var(--taut-s1); align-items: center; }
.stepper input { inline-size: 4rem; text-align: center; }
.nudge { padding: 0; font-size: 1.15em; }
.rest { display: block; padding-block: var(--taut-s3) 0; text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; }
.rest.done { color: var(--taut-good); }
.rest.wrong { color: var(--taut-strong); }

.order { display: grid; gap: var(--taut-s4); }
@container (min-width: 36rem) { .order:not(:has(.waiting[hidden])) { grid-template-columns: 2fr 3fr; } }
.caption { margin-block-end: var(--taut-s2); font-size: var(--taut-text-xs); font-weight: 600; color: var(--taut-ink-soft); }
.pool { display: grid; gap: var(--taut-s2); }
.place { inline-size: 100%; text-align: start; border-style: dashed; }
.ordered .hint { display: grid; place-content: center; min-block-size: 6rem; padding: var(--taut-s3); border: 1px dashed var(--taut-line); border-radius: var(--taut-radius); text-align: center; }
.placed { display: grid; gap: var(--taut-s2); }
.ranked { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--taut-s2); border: 1px solid var(--taut-line); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
.ranked .what { flex: 1 1 6rem; line-height: 1.3; }
.ranked .stepper { margin-inline-start: auto; }
.ranked .nudge { border-color: transparent; background: none; color: var(--taut-ink-soft); }
.ranked .nudge:hover:enabled { color: var(--taut-accent); }
.grip { padding: 0; border: 0; border-inline-end: 1px solid var(--taut-line); border-radius: var(--taut-radius) 0 0 var(--taut-radius); background: var(--taut-accent-soft); color: var(--taut-accent); font-weight: 650; cursor: grab; touch-action: none; }
.dragged { position: relative; z-index: 1; box-shadow: 0 6px 18px rgb(0 0 0 / 18%); cursor: grabbing; }

.rated + .rated { margin-block-start: var(--taut-s3); }
.rated legend { margin-block-end: var(--taut-s2); font-weight: 600; font-size: var(--taut-text-s); }
.rated .dont-know { padding-inline-start: 0; }
`;
