// Small pieces that several sections of the result are made of.
import { whole } from "../format.js";
import { button, fill, h, svg } from "./nodes.js";
import { fullTitle, number, standing } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Score} Score */
/** @typedef {Node | string | null} Child */

/** A section of the report under its own heading. @param {string} name @param {string} title @param {...Child} children */
export function section(name, title, ...children) {
  return h("section", { class: `part part-${name}` }, h("h2", null, title), ...children);
}

/** A quiet way from a score to its computation. @param {Context} context @param {Score} score */
export function how(context, score) {
  return button(context.texts.how_short, () => context.show(score.id), { class: "quiet how", "aria-label": fill(context.texts.how, { title: fullTitle(context, score) }) });
}

/** The words of a state with five steps that show where it lies, so that no colour is needed. @param {{title: string, tone: string}} state */
export function badge(state) {
  const tones = ["reserve", "leaning_reserve", "level", "leaning_pressed", "pressed"];
  const here = tones.indexOf(state.tone);
  const steps = tones.map((_, step) => svg("rect", step === here
    ? { class: "here", x: step * 9, y: 0, width: 7, height: 12 }
    : { class: "step", x: step * 9 + 0.5, y: 4.5, width: 6, height: 3 }));
  return h("span", { class: `badge tone-${state.tone}` }, svg("svg", { viewBox: "0 0 43 12", "aria-hidden": "true" }, ...steps), state.title);
}

/**
 * A value on a line from `min` to 100 with its typical wobble. Positions are percentages, so it fits any width.
 * @param {Score} score @param {string} [tone] @param {number} [min]
 */
export function line(score, tone = "", min = 0) {
  const at = (/** @type {number} */ value) => `${Math.min(100, Math.max(0, ((value - min) / (100 - min)) * 100))}%`;
  const { value, band } = score;
  return svg("svg", { class: `line ${tone}`, "aria-hidden": "true" },
    svg("line", { class: "track", x1: 0, x2: "100%", y1: 8, y2: 8 }),
    ...[0, 25, 50, 75, 100].map((tick) => svg("line", { class: "track", x1: `${tick}%`, x2: `${tick}%`, y1: 5, y2: 11 })),
    value === null ? null : svg("line", { class: score.status === "provisional" ? "bar provisional" : "bar", x1: 0, x2: at(value), y1: 8, y2: 8 }),
    value === null || !band ? null : svg("line", { class: "whisker", x1: at(band[0]), x2: at(band[1]), y1: 8, y2: 8 }),
    ...(value === null || !band ? [] : band.map((end) => svg("line", { class: "whisker", x1: at(end), x2: at(end), y1: 4, y2: 12 }))),
    value === null ? null : svg("circle", { class: score.status === "provisional" ? "head provisional" : "head", cx: at(value), cy: 8, r: 4.5 }));
}

/** Name, number and line of one score. @param {Context} context @param {Score} score @param {string} tone @param {string} [kind] what the score is, before its title */
export function scoreRow(context, score, tone, kind) {
  const { texts } = context;
  const wobble = score.band ? fill(texts.wobble_range, { low: whole(score.band[0]), high: whole(score.band[1]) }) : "";
  return h("div", { class: "score", "data-score": score.id },
    h("div", { class: "score-name" }, kind ? h("strong", null, kind) : null, kind ? " " : null, h("span", { class: "soft" }, score.title)),
    h("div", { class: score.value === null ? "score-value soft" : "score-value" }, score.value === null ? "\u2013" : number(context, score)),
    line(score, tone),
    score.status === "scored" ? null : h("div", { class: "score-standing" }, standing(context, score)),
    h("div", { class: "score-note" }, h("span", null, wobble), how(context, score)));
}
