// How the kinds of items look.
export const itemsCss = /* css */ `
.item { padding-bottom: 1.5rem; }
/* Firefox lays out twice what it skips, which is slower than not to skip; it does not know this drag and so not this rule. */
.asked > :nth-child(n + 9):not(:-webkit-drag) { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
.item > legend { padding-block: 1.5rem 1rem; }
.ordinal { min-width: 1.5rem; color: var(--taut-accent); }
.item > .help { margin: -.75rem 0 .75rem; }
.foot .quiet, .stepper { margin-inline-start: auto; }

[type="radio"], [type="checkbox"] { flex: none; width: 1.2rem; height: 1.2rem; accent-color: var(--taut-accent); }
.options { display: grid; gap: 1px; overflow: hidden; }
/* An outline shows as a line between, also where colours are forced. */
.option { padding: .5rem 1rem; outline: var(--thin); overflow-wrap: anywhere; }
.dont-know { width: fit-content; }
.dont-know:has(:checked) { color: var(--taut-ink); font-weight: 600; }
.tight { --mark: inset 0 -3px; grid-auto-flow: column; grid-auto-columns: 1fr; .option { flex-direction: column; padding: .75rem .25rem; font-size: .85rem; line-height: 1.3; text-align: center; } }
@container (width >= 36rem) {
  .glossary dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1.5rem; }
  .page .item > :not(legend) { margin-inline-start: 2.25rem; }
  .row { --mark: inset 0 -3px; grid-auto-flow: column; grid-auto-columns: 1fr; .option { flex-direction: column; padding: .75rem .25rem; font-size: .85rem; line-height: 1.3; text-align: center; } }
}

[type="text"] { width: 5rem; padding: .5rem .75rem; text-align: end; }
.quantity { align-items: start; column-gap: 1.5rem; }
.slide .ends { margin-top: -.5rem; }
[type="range"], .level-bar { background: linear-gradient(90deg, var(--taut-accent) var(--at), var(--taut-line) 0) 0 / 100% 3px no-repeat; }
.level-bar { --at: calc(100% * var(--share, 0)); height: 3px; }
[type="range"] { --taut-line: var(--taut-edge); appearance: none; touch-action: pan-y; }
::-webkit-slider-thumb { appearance: none; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--taut-accent); }
::-moz-range-thumb { border: 0; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--taut-accent); }
.untouched::-webkit-slider-thumb { opacity: 0; }
.untouched::-moz-range-thumb { opacity: 0; }

.portion { padding-block: .5rem; }
.what { flex: 1 6rem; line-height: 1.3; }
.stepper { gap: .25rem; [type="text"] { width: 4rem; text-align: center; } }
.nudge { padding: 0; }
.rest { display: block; text-align: end; }
.done { color: var(--taut-good); }

.order { display: flex; flex-wrap: wrap; gap: 1rem; }
.order > * { flex: 1 12rem; }
.ordered { flex-grow: 2; }
.pool, .placed { display: grid; gap: .5rem; margin-top: .5rem; }
.place { border-style: dashed; text-align: start; }
.ranked { column-gap: .5rem; }
.grip { border: 0; color: var(--taut-accent); cursor: grab; touch-action: none; }

.rated + .rated { margin-top: .75rem; }
`;
