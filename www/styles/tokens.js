// The design language of the widget. A host page may set any `--taut-*`
// property on `taut-line`; rules of the page win over `:host`. Contrast of each
// ink on each surface is at least 4.5:1 in both schemes, and 3:1 for
// `--taut-edge` (borders of controls). Beyond these, the sheets keep to few
// values, so that things line up: spaces of .25, .5, .75, 1, 1.5, 2.5 and 4rem,
// text of .85, 1, 1.2 and 1.6rem and the size of the title.
//
// Whatever accent a page sets, the one inside keeps these contrasts. Y of XYZ is
// the relative luminance of WCAG, so scaling towards black or mixing towards
// white by Y is exact; first the accent is made opaque and brought into sRGB.
// What is no colour leaves the registered property as it is on the host: default.
export const tokensCss = /* css */ `
:host {
  color-scheme: light dark;
  --taut-surface: light-dark(#fdfcfa, #12171b);
  --taut-surface-raised: light-dark(#fff, #1a2126);
  --taut-ink: light-dark(#1a2127, #eceae5);
  --taut-ink-soft: light-dark(#535e68, #a8b1b8);
  --taut-line: light-dark(#dcd8cf, #313b42);
  --taut-edge: light-dark(#858b90, #76818a);
  --taut-accent: light-dark(#0b5360, #7fc6cf);
  --taut-accent-soft: initial;
  --taut-on-accent: light-dark(#fff, #12171b);
  --taut-good: light-dark(#28694a, #86c9a2);
  --taut-warn: light-dark(#835400, #e3b55e);
  --taut-warn-soft: light-dark(#fbf1dc, #3a2d12);
  --taut-strong: light-dark(#a03524, #f2978a);
  --taut-reserve: light-dark(#31539a, #a3b7f3);
  --taut-font-display: "Iowan Old Style", Georgia, serif;
  --taut-column: 42rem;
  --taut-radius: .5rem;
  --accent: color(from var(--taut-accent) srgb-linear clamp(0, r, 1) clamp(0, g, 1) clamp(0, b, 1) / 1);
  --accent-soft: var(--taut-accent-soft);
  --tautline-accent: light-dark(#0b5360, #7fc6cf);
  --tone: var(--taut-ink-soft);
  --thin: 1px solid var(--taut-line);
  display: block;
  container-type: inline-size;
  background: var(--taut-surface);
  color: var(--taut-ink);
  font-size: 1rem;
}
/* Rules of the page reach the host, and so all that is inherited: only these are taken from it. */
.taut, .error {
  all: initial;
  display: block;
  visibility: inherit;
  pointer-events: inherit;
  color-scheme: inherit;
  background: var(--taut-surface);
  color: var(--taut-ink);
  font-family: var(--taut-font, inherit);
  font-size: inherit;
  line-height: 1.5;
  font-variant-numeric: lining-nums tabular-nums;
  text-wrap: pretty;
  overflow-wrap: break-word;
}
:host([hidden]) { display: none; }
:host(:state(hosted)) { color-scheme: inherit; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host > :not(slot) {
  --taut-accent: var(--tautline-accent);
  --taut-accent-soft: var(--accent-soft, color-mix(in srgb, var(--tautline-accent) 10%, var(--taut-surface)));
}
@supports (color: color(from red xyz x y z)) {
  :host > :not(slot) {
    --tautline-accent: light-dark(
      color(from var(--accent) xyz calc(x * min(1, .13 / y)) calc(y * min(1, .13 / y)) calc(z * min(1, .13 / y))),
      color(from var(--accent) xyz calc(x + (.9505 - x) * max(0, (.42 - y) / (1 - y))) calc(y + (1 - y) * max(0, (.42 - y) / (1 - y))) calc(z + (1.089 - z) * max(0, (.42 - y) / (1 - y)))));
  }
}
@media (forced-colors: active) {
  :host > :not(slot) {
    --taut-surface: Canvas; --taut-on-accent: Canvas; --taut-accent-soft: Canvas; --taut-accent: LinkText;
    --taut-ink: CanvasText; --taut-ink-soft: CanvasText; --taut-line: CanvasText; --taut-edge: CanvasText;
    --taut-good: CanvasText; --taut-warn: CanvasText; --taut-strong: CanvasText; --taut-reserve: CanvasText;
  }
}
`;
