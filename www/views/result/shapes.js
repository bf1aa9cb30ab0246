// One shape per dimension, so that marks differ without colour.
import { svg } from "./nodes.js";

/** Outlines in a square from -1 to 1, of about equal weight to the eye. */
const OUTLINES = [
  "M-.95 0A.95 .95 0 1 1 .95 0A.95 .95 0 1 1 -.95 0Z", // circle
  "M-.85 -.85H.85V.85H-.85Z", // square
  "M0 -1.2L1.2 0L0 1.2L-1.2 0Z", // diamond
  "M0 -1.1L1.1 .85H-1.1Z", // triangle
  "M0 1.1L1.1 -.85H-1.1Z", // triangle, point down
  "M-.4 -1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z", // cross
];

/**
 * Returns the mark of dimension number `n` around (x, y).
 * @param {number} n @param {number} x @param {number} y @param {number} radius @param {string} classes
 */
export function mark(n, x, y, radius, classes) {
  return svg("path", {
    class: `mark ${classes}`,
    d: OUTLINES[n % OUTLINES.length] ?? "",
    transform: `translate(${x} ${y}) scale(${radius})`,
    "vector-effect": "non-scaling-stroke",
  });
}

/** Returns the mark of dimension number `n` as a picture beside its title. @param {number} n @param {string} classes */
export function symbol(n, classes) {
  return svg("svg", { class: "symbol", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, mark(n, 0, 0, 6, classes));
}
