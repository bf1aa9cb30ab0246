// How links and invitations look.
export const shareCss = /* css */ `
.share { display: grid; gap: 1.5rem 2.5rem; margin-top: 1.5rem; padding: 1.5rem; border-inline-start: 3px solid var(--taut-accent); background: var(--taut-surface-raised); }
.share > * > * + * { margin-top: .5rem; }
.share h3 { font-size: 1.2rem; }
.share > h3 { grid-column: 1 / -1; }
.share .address { width: 100%; text-align: start; font-size: .85rem; text-overflow: ellipsis; }
.share .actions { margin-top: .5rem; gap: .5rem; }
.share p { max-width: 40rem; }
.share .source { display: flex; gap: .5rem; > .address { flex: 1 8rem; } > button { flex: none; } }
.share .ways { margin-top: .75rem; border-top: var(--thin); }
.share .ways > div { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding-block: .75rem; border-bottom: var(--thin); }
.share .ways p { flex: 1 10rem; }
.share .ways button { flex: none; min-width: 15rem; }
.share .outward > p:not(:empty) { margin-top: .5rem; }
svg.code { width: 14rem; max-width: 100%; margin-top: .75rem; }
/* Cameras read dark on light, whatever the scheme. */
.code .light { fill: #fff; }
.code .dark { fill: #000; }
@container (width >= 56rem) { .share { grid-template-columns: 1fr 1fr; } }
@media print { .share { display: none; } }
`;
