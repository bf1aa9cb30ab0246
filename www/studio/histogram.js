// How scores lie, as columns from the least to the greatest.

import { svg } from "../views/dom.js";

/** @import { Distribution } from "../types.js" */

const [WIDTH, HEIGHT, FOOT] = [320, 48, 14];

/** @param {Distribution} score @param {string} label */
export function histogram({ histogram: bins, p50, range }, label) {
  const most = Math.max(1, ...bins);
  const step = WIDTH / Math.max(1, bins.length);
  const [low, high] = range ?? [0, 0];
  const at = (/** @type {number} */ value) => (WIDTH * (value - low)) / (high - low || 1);
  const text = (/** @type {string} */ anchor, /** @type {number} */ x, /** @type {number} */ value) => svg("text", { x, y: HEIGHT + FOOT - 2, "text-anchor": anchor }, String(Math.round(value * 100) / 100));
  return svg("svg.histogram", { viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: "img", "aria-label": label },
    bins.map((n, k) => svg("rect.column", { x: k * step + 0.5, y: HEIGHT - (HEIGHT * n) / most, width: step - 1, height: (HEIGHT * n) / most })),
    svg("line.base", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }),
    p50 !== null && svg("line.median", { x1: at(p50), x2: at(p50), y1: 0, y2: HEIGHT }),
    range && [text("start", 0, low), text("end", WIDTH, high)]);
}
