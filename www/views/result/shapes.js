// Dimensions and their states as shapes, so that no colour is needed to tell them apart.
import { el, svg } from "../dom.js";

/** @import { DimensionReport, Tone } from "../../types.d.ts" */
/** @import { Dimension } from "./words.js" */

/** Outlines in a square from -1 to 1, of about equal weight to the eye: circle, square, diamond, triangles. */
const OUTLINES = [
  "M-.95 0a.95 .95 0 1 1 0 .01z", "M-.85-.85H.85V.85H-.85z", "M0-1.2L1.2 0L0 1.2L-1.2 0z",
  "M0-1.1L1.1 .85H-1.1z", "M0 1.1L1.1-.85H-1.1z",
];

/** @type {Tone[]} */
const TONES = ["reserve", "leaning_reserve", "level", "leaning_pressed", "pressed"];

/** The class of the tone of a dimension. @param {Dimension} dimension */
export const toneOf = ({ state }) => `tone-${state?.tone ?? "none"}`;

/** The mark of a dimension around (x, y). @param {Dimension} dimension @param {number} x @param {number} y @param {number} radius */
export const mark = (dimension, x, y, radius) => svg(`path.mark.${toneOf(dimension)}.${dimension.status}`, {
  d: OUTLINES[dimension.index % OUTLINES.length], transform: `translate(${x} ${y}) scale(${radius})`, "vector-effect": "non-scaling-stroke",
});

/** The mark as a picture beside the title. @param {Dimension} dimension */
export const symbol = (dimension) => svg("svg.symbol", { viewBox: "-8 -8 16 16", "aria-hidden": "true" }, mark(dimension, 0, 0, 6));

/** Five filled and empty signs that show a place among five steps; the words stand beside them. @param {string} text */
export const signs = (text) => el("span.signs", { "aria-hidden": "true", "data-label": text });

/** The words of a state, and where it lies. @param {DimensionReport["state"]} state */
export const badge = (state) => state && el(`span.badge.tone-${state.tone}`,
  signs(TONES.map((tone) => (tone === state.tone ? "\u25a0" : "\u25a1")).join("")), state.title);
