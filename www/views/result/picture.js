// The picture of pressure and practice, with the same numbers as a table.
import { dash, listed, percent } from "../format.js";
import { button, el, fill } from "../dom.js";
import { chart } from "./chart.js";
import { list, section, tag } from "./parts.js";
import { badge, symbol } from "./shapes.js";
import { table } from "./table.js";
import { difference, standing } from "./words.js";

/** @import { Context } from "./words.js" */

/** @param {Context} context */
export const pictureSection = (context) => context.picture && section("picture", fill(context.texts.picture, context.axes),
  el("div.picture", verdict(context), figure(context), el("div.beside", numbers(context), el("p.fine", context.texts.rounding), missing(context))));

/** The picture alone, with its key. @param {Context} context */
export const figure = (context) => {
  const { texts, axes, status } = context;
  return el("figure", chart(context), el("figcaption",
    el("span.corridor", fill(texts.key_corridor, axes)), " ", el("span", texts.wobble), " ",
    status === "provisional" && el("span.provisional", texts.key_provisional)));
};

/** What the picture says, as sentences. @param {Pick<Context, "texts" | "axes" | "dimensions">} context */
export const verdict = ({ texts, axes, dimensions }) => el("p.lede", /** @type {const} */ (["pressed", "level", "reserve"]).flatMap((tone) => {
  const titles = dimensions.filter(({ state }) => state?.tone.endsWith(tone)).map(({ title }) => title);
  return titles.length ? fill(texts[tone], { ...axes, list: listed(texts, titles) }) : [];
}).join(" "));

/** @param {Context} context */
const numbers = (context) => {
  const { texts, axes, dimensions } = context;
  return table(texts.table, "stack", [
    [texts.dimension, "name"], [axes.Across, "number"], [axes.Up, "number"], [texts.difference], [texts.state],
  ], dimensions.map((dimension) => {
    const { title, state, point } = dimension;
    return [
      [symbol(dimension), `${title} `, tag(context, dimension)], dash(point.across.value), dash(point.up.value),
      difference(context, point.lead), badge(state) ?? texts.no_value,
    ];
  }), (index) => ({ "data-dimension": dimensions[index]?.id }));
};

/** What cannot be drawn, and why. @param {Context} context */
function missing(context) {
  const left = gaps(context);
  return left && [el("h4", context.texts.beside), left];
}

/** The scores without a value, each with its dimension. @param {Context} context */
const gaps = (context) => list("ul",
  context.dimensions.flatMap(({ title, scores }) => scores.filter(({ value }) => value === null).map((score) => ({ title, score }))),
  ({ title, score }) => [el("strong", title), ` ${score.title}: ${standing(context, score)}`]);

/** What is missing when nothing could be drawn. @param {Context} context */
export function emptySection(context) {
  const { texts, scales, explain, onBack } = context;
  const share = explain(scales[0]?.id ?? "")?.missing?.provisional ?? 0;
  return section("empty", texts.empty, el("p.lede", fill(texts.empty_text, { share: percent(share) })),
    gaps(context), el("p", button(texts.empty_back, onBack, { class: "main" })));
}
