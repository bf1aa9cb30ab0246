// How the wider language looks; its rules join those of the questions.
export const wideCss = /* css */ `
.words [type="text"], textarea { width: 100%; text-align: start; }
textarea { padding: .5rem .75rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface-raised); resize: vertical; }
.told ~ .foot, .ordinal:empty { display: none; }
.picture { max-width: 100%; height: auto; border-radius: var(--taut-radius); }
.item > .picture { display: block; max-height: 20rem; margin-bottom: 1rem; }
.pictured { display: grid; grid-auto-flow: row; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
.pictured .option { flex-direction: column; text-align: center; }
.option .picture { max-height: 8rem; }
.tongues { text-align: end; }
select { min-height: 2.75rem; padding: .25rem .5rem; border: 1px solid var(--taut-edge); border-radius: var(--taut-radius); background: var(--taut-surface-raised); }
.aid { margin-top: .75rem; }
.aid > .quiet { padding-inline: 0; }
.hints { list-style: decimal inside; color: var(--taut-ink-soft); }
.verdict { padding: .75rem 1rem; border-inline-start: 3px solid var(--tone); }
.verdict > * + * { margin-top: .5rem; }
.item[disabled] .option { opacity: 1; cursor: default; }
.item[disabled] .quiet, .item[disabled] .dont-know:not(:has(:checked)) { display: none; }
.mark-right { --tone: var(--taut-good); }
.mark-partly { --tone: var(--taut-warn); }
.mark-wrong { --tone: var(--taut-strong); }
.word strong { color: var(--tone); }
.tag.word { border-color: var(--tone); color: var(--tone); }
.rules ul { list-style: disc inside; }
.rules .item { padding-bottom: 0; }
.clock { font-variant-numeric: tabular-nums; }
.answers { counter-reset: answer; display: grid; gap: 1.5rem; }
.answers > li { padding-top: 1rem; border-top: var(--thin); counter-increment: answer; break-inside: avoid; }
.answers > li > * + * { margin-top: .5rem; }
.answers > li > p:first-child::before { content: counter(answer) ". "; color: var(--taut-accent); }
.answers dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
.answers dt { color: var(--taut-ink-soft); }
.scores { display: grid; gap: 1rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.scores .score { --tone: var(--taut-accent); align-content: start; }
`;
