// Each dimension: its state in a sentence, its scores on one line from 0 to 100.
import { h } from "./nodes.js";
import { badge, scoreRow, section } from "./bits.js";
import { symbol } from "./shapes.js";
import { difference, toneClass } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Report["dimensions"][number]} Dimension */

/** @param {Context} context */
export function dimensionsSection(context) {
  const { texts, report } = context;
  return section("dimensions", texts.dimensions,
    h("div", { class: "cards" }, ...report.dimensions.map((dimension, index) => card(context, dimension, index))),
    h("p", { class: "fine" }, texts.wobble_key));
}

/** @param {Context} context @param {Dimension} dimension @param {number} index */
function card(context, dimension, index) {
  const { texts, report } = context;
  const tone = toneClass(context, dimension.id);
  const point = report.picture?.points.find((one) => one.dimension === dimension.id);
  const kind = (/** @type {string} */ id) => (id === point?.across.id ? report.picture?.across_title : id === point?.up.id ? report.picture?.up_title : undefined);
  return h("article", { class: `card ${tone}`, "data-dimension": dimension.id },
    h("header", null,
      h("h3", null, symbol(index, `${tone}${dimension.status === "provisional" ? " provisional" : ""}`), dimension.title),
      dimension.state ? badge(dimension.state) : null),
    h("p", { class: "sentence" }, dimension.state ? dimension.state.text : texts.no_state),
    ...dimension.scores.map((score) => scoreRow(context, score, tone, kind(score.id))),
    h("p", { class: "lead" }, difference(context, dimension.lead?.value)));
}
