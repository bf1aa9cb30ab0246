// The design language of the widget: every colour, step and size used by the
// other style modules. A host page may set any of these on `taut-line`; rules
// of the page win over `:host`. Contrast of each ink on each surface is at
// least 4.5:1 in both schemes, and 3:1 for `--taut-edge` (borders of controls).
export const tokensCss = /* css */ `
:host {
  color-scheme: light dark;
  --taut-surface: light-dark(#fdfcfa, #12171b);
  --taut-surface-raised: light-dark(#ffffff, #1a2126);
  --taut-surface-sunken: light-dark(#f4f2ed, #0d1114);
  --taut-ink: light-dark(#1a2127, #eceae5);
  --taut-ink-soft: light-dark(#535e68, #a8b1b8);
  --taut-line: light-dark(#dcd8cf, #313b42);
  --taut-edge: light-dark(#858b90, #76818a);
  --taut-accent: light-dark(#0b5360, #7fc6cf);
  --taut-accent-soft: light-dark(#e4eff0, #193840);
  --taut-on-accent: light-dark(#ffffff, #0a1c20);
  --taut-good: light-dark(#28694a, #86c9a2);
  --taut-good-soft: light-dark(#e6f1ea, #17342a);
  --taut-warn: light-dark(#835400, #e3b55e);
  --taut-warn-soft: light-dark(#fbf1dc, #3a2d12);
  --taut-strong: light-dark(#a03524, #f2978a);
  --taut-strong-soft: light-dark(#fae9e5, #43201b);
  --taut-shadow: 0 1px 2px light-dark(rgb(26 33 39 / 8%), rgb(0 0 0 / 40%));

  --taut-font: inherit;
  --taut-font-display: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, serif;
  --taut-text-xs: .8125rem;
  --taut-text-s: .9rem;
  --taut-text-m: 1rem;
  --taut-text-l: clamp(1.0625rem, 1rem + .4cqi, 1.1875rem);
  --taut-text-xl: clamp(1.375rem, 1.2rem + .9cqi, 1.75rem);
  --taut-text-xxl: clamp(1.75rem, 1.3rem + 2.2cqi, 2.625rem);
  --taut-leading: 1.55;
  --taut-leading-tight: 1.2;

  --taut-s1: .25rem;
  --taut-s2: .5rem;
  --taut-s3: .75rem;
  --taut-s4: 1rem;
  --taut-s5: 1.5rem;
  --taut-s6: 2.25rem;
  --taut-s7: 3.5rem;
  --taut-radius: .5rem;
  --taut-radius-s: .25rem;
  --taut-column: 42rem;
  --taut-tap: 2.75rem;
  --taut-quick: 140ms;

  display: block;
  container-type: inline-size;
  background: var(--taut-surface);
  color: var(--taut-ink);
  font-family: var(--taut-font);
  font-size: var(--taut-text-m);
  line-height: var(--taut-leading);
  text-align: start;
  overflow-wrap: break-word;
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
@media (forced-colors: active) {
  :host {
    --taut-line: CanvasText; --taut-edge: CanvasText;
    --taut-accent: LinkText; --taut-on-accent: Canvas; --taut-accent-soft: Canvas;
  }
}
@media (prefers-reduced-motion: reduce) {
  :host { --taut-quick: 0ms; }
}
@media print {
  :host, :host([theme]) { color-scheme: light; --taut-surface: #fff; font-size: 10.5pt; }
}
`;
