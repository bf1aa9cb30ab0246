// Each scale: how far its scores lie apart, how far its answers agree, and last the average.

import { count, el, fill, svg } from "../views/dom.js";
import { whole } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";
import { cell, known } from "./figure.js";

/** @import { Figures } from "../types.js" */
/** @import { Context } from "./figures.js" */
/** @typedef {Figures["scales"][number]} Scale */

/** What a scale is called, with its dimension. @param {Context} context @param {string} id */
export function scaleName({ group, definition, said }, id) {
  const scale = group.all?.scales.find((one) => one.id === id);
  const title = definition.dimensions?.find((/** @type {{id: string}} */ one) => one.id === scale?.dimension)?.title;
  return [title && [el("strong", said, title), " "], el("span.soft", said, scale?.title)];
}

/** @param {Context} context */
export function scalesSection(context) {
  const { texts: { scales: texts }, all: { scales }, group } = context;
  return scales.length > 0 && section("scales", texts.title,
    table(texts.title, "scales stack", [[texts.scale, "name"], [texts.spread, "number"], [texts.agreement, "number"], ["", "pair"], [texts.answers, "number"], [texts.average, "number"]],
      scales.map((scale) => [
        scaleName(context, scale.id),
        cell(context, scale.sd),
        cell(context, scale.r_star_wg, (r) => fill(count(texts.agreement_of, scale.r_star_wg_items), { r: whole(r * 100) })),
        reach(scale), scale.n,
        cell(context, scale.mean, (mean) => fill(texts.average_of, { mean: whole(mean), n: scale.n })),
      ]), (n) => ({ "data-scale": scales[n]?.id })),
    el("p.fine", group.anonymous ? texts.key_anonymous : texts.key_named),
    el("p.soft", texts.note));
}

/** From the lowest to the highest score, where they are shown; else how far a score lies from the average. @param {Scale} scale */
function reach({ mean, sd, min, max }) {
  const [middle, apart] = [known(mean), known(sd) ?? 0];
  if (middle === null) return svg("svg.line", { "aria-hidden": "true" }, svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }));
  const low = known(min) ?? Math.max(0, middle - apart);
  const high = known(max) ?? Math.min(100, middle + apart);
  return svg("svg.line", { "aria-hidden": "true" },
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }), [0, 50, 100].map((tick) => svg("line.track", { x1: `${tick}%`, x2: `${tick}%`, y1: 5, y2: 11 })),
    svg("line.bar", { x1: `${low}%`, x2: `${high}%`, y1: 8, y2: 8 }), svg("circle.head", { cx: `${middle}%`, cy: 8, r: 5 }));
}
