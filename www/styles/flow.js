// What all screens share, then how the questions look and everything around
// them. Kinds of items: items.js. Nothing moves by itself, so reduced motion
// needs no rules.
export const flowCss = /* css */ `
* { box-sizing: border-box; min-width: 0; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--taut-accent); outline-offset: 2px; }
[tabindex]:focus { outline: none; }
ul, ol { list-style: none; }
strong { color: var(--taut-ink); }
.unseen { position: absolute; height: 1px; overflow: hidden; clip-path: inset(50%); }

/* Words */
strong, h3, h4, .glossary dt, .glossary summary, tbody th, .switch, .caption, .main, .quiet, .grip, .rest, .rated legend, .label, .axis-title, .badge, .here, [aria-current], .lead, .value, .first_step dd { font-weight: 600; }
h2, .part > h3, .score-value, .big, .standfirst, .lede, .stage-name, .card h4, .commitments h4, td.rank, .item > legend > :last-child { font-family: var(--taut-font-display); font-weight: 500; line-height: 1.3; }
h2 { text-wrap: balance; }
text, .slide, .pair { direction: ltr; }
h2, .part > h3, .score-value { font-size: 1.6rem; }
.intro > h2, .masthead > h2 { font-size: min(1.3rem + 2.2cqi, 2.6rem); }
.standfirst, .lede, .stage-name, .card h4, .commitments h4, td.rank, .item > legend > :last-child { font-size: 1.2rem; }
.ordinal, .problem, .quiet, .glossary, .rated legend, .small, .badge, table, .score, .cases, .levels, .note, .trace, .gates, .because { font-size: .85rem; }
.hint, .help, .dont-know, .review h3, .running, .progress, .saving, .keys, .caption, .fine, .tag, .slide .ends, code, figcaption, caption, thead, .result dt { color: var(--taut-ink-soft); font-size: .85rem; }
.soft, .unit, .mirrored, .glossary dd, .byline, .undecided { color: var(--taut-ink-soft); }

/* Rows and boxes */
.actions, .progress, .foot, .goto, .quantity, .portion, .ranked, .tagged, .byline, figcaption, .levels, .score, .chrome, .switch, .option, .dont-know, .field, .stepper, .item > legend, .ends { display: flex; align-items: center; gap: .25rem .75rem; }
.actions, .progress, .foot, .goto, .quantity, .portion, .ranked, .tagged, .byline, figcaption, .levels, .score { flex-wrap: wrap; }
.progress, .ends { justify-content: space-between; }
.tagged, .goto, .item > legend { align-items: baseline; }
.running, .segments i, .goto :nth-child(2), .slide { flex: 1; }
svg, table, legend, .segments, .goto, .goto .hint, .place, .problem, .level-bar, [type="range"], .ends, .score p { width: 100%; }
button, .menu summary, .switch, .option, .dont-know, .foot, [type="text"], [type="range"] { min-height: 2.75rem; }
button, summary, label, [type="range"] { cursor: pointer; }
button, .choices, .options, .ranked, .card, [type="text"] { border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
.choices, .options, .ranked, .card, .goto { border-color: var(--taut-line); }
.choices, .ranked:active { z-index: 2; box-shadow: 0 0 1rem var(--taut-edge); }
.menu, .ranked { position: relative; }
.notice, .note { padding: .75rem 1rem; border-inline-start: 3px solid var(--taut-accent); }
.mirrored, .cases li, :is(.trace, .gates) ul { padding-inline-start: 1rem; border-inline-start: 3px solid var(--taut-line); }
.actions, .keys, .saving, :is(.intro, .error, .problems) > * + * { margin-top: 1rem; }
.actions.ends, .optional { padding-top: 1.5rem; }
.actions.ends, .glossary, .optional { margin-top: 1.5rem; border-top: var(--thin); }

button { min-width: 2.75rem; padding: .5rem 1rem; touch-action: manipulation; }
button:hover { border-color: currentColor; }
button:disabled { opacity: .4; cursor: default; }
.main { padding-inline: 1.5rem; border-color: var(--taut-accent); background: var(--taut-accent); color: var(--taut-on-accent); }
.danger, .problem, .wrong, [aria-invalid="true"] { border-color: currentColor; color: var(--taut-strong); }
/* Else forced colours put a plate behind the words, which hides them. */
.main, [type="range"] { forced-color-adjust: none; }
.main:hover { opacity: .9; }
.quiet, .ranked .nudge { padding-inline: .5rem; border-color: transparent; background: none; color: var(--taut-accent); }
/* One rule with :has() for each label: on thousands of them it is what takes longest. */
.option:has(:checked) { background: var(--taut-accent-soft); box-shadow: var(--mark, inset 3px 0) var(--taut-accent); }
.option:hover, .goto:hover, .choices button:hover, .grip, .notice, .note, .top { background: var(--taut-accent-soft); }

.taut { padding: 1rem 4cqi 2.5rem; }
.taut > * { max-width: var(--taut-column); margin-inline: auto; }
[data-screen="result"] { --taut-column: 62rem; }
.away, [data-screen="intro"] .running { visibility: hidden; }
.menu summary { line-height: 2.75rem; }
.choices { position: absolute; inset-inline-end: 0; display: grid; width: max-content; padding: .25rem; }
.choices button { border: 0; text-align: start; }
.chrome, .page h2, .mirrored { margin-bottom: .75rem; }
.saving { min-height: 1.5em; }
.progress { margin-bottom: 2.5rem; }
.segments { display: flex; gap: 3px; }
.segments i { height: 3px; background: var(--taut-line); }
.segments .past { background: var(--taut-edge); }
.segments .current { background: var(--taut-accent); }
.notice { margin-bottom: 1.5rem; }
.warning { border-color: var(--taut-warn); background: var(--taut-warn-soft); }
.notice .notice { margin: .5rem 0 0; padding: 0; border: 0; background: none; }

.glossary summary { padding-block: .75rem; color: var(--taut-accent); }
.glossary dd, .rated legend { margin-bottom: .5rem; }
@media (hover: none) { .keys { display: none; } }
.review > * { margin-top: 1.5rem; }
.goto { border-width: 1px 0 0; border-radius: 0; background: none; text-align: start; }
.goto .hint { padding-inline-start: 2.25rem; }
`;
