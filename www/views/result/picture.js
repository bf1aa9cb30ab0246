// The picture of pressure and practice, with the same numbers as a table.
import { dash, listed, percent } from "../format.js";
import { button, el, fill } from "../dom.js";
import { chart } from "./chart.js";
import { section, tag } from "./parts.js";
import { badge, symbol } from "./shapes.js";
import { table } from "./table.js";
import { difference, standing } from "./words.js";

/** @import { Context } from "./words.js" */

/** @param {Context} context */
export const pictureSection = (context) => context.picture && section("picture", fill(context.texts.picture, context.axes),
  el("div.picture", verdict(context), figure(context), el("div.beside", numbers(context), el("p.fine", context.texts.rounding), missing(context))));

/** The picture alone, with its key. @param {Context} context */
export const figure = (context) => {
  const { texts, axes, dimensions } = context;
  return el("figure.figure", chart(context), el("figcaption",
    el("span.key-corridor", fill(texts.key_corridor, axes)), " ", el("span.key-wobble", texts.wobble), " ",
    dimensions.some(({ status }) => status === "provisional") && el("span.key-provisional", texts.key_provisional)));
};

/** What the picture says, as sentences. @param {Context} context */
const verdict = ({ texts, axes, dimensions }) => el("p.lede", /** @type {const} */ (["pressed", "level", "reserve"]).flatMap((tone) => {
  const titles = dimensions.filter(({ state }) => state?.tone.endsWith(tone)).map(({ title }) => title);
  return titles.length ? fill(texts[tone], { ...axes, list: listed(titles) }) : [];
}).join(" "));

/** @param {Context} context */
const numbers = (context) => {
  const { texts, axes, dimensions } = context;
  return table(texts.table, "stack", [
    [texts.dimension, "head"], [axes.Across, "number"], [axes.Up, "number"], [texts.difference], [texts.state],
  ], dimensions.map((dimension) => ({
    data: { "data-dimension": dimension.id },
    cells: [
      [symbol(dimension), dimension.title, tag(context, dimension)], dash(dimension.point?.across.value), dash(dimension.point?.up.value),
      difference(context, dimension.point?.lead), badge(dimension.state) ?? texts.no_value,
    ],
  })));
};

/** Dimensions that cannot be drawn, and why. @param {Context} context */
function missing(context) {
  const left = context.dimensions.flatMap(({ title, point }) => {
    const why = [point?.across, point?.up].flatMap((score) => (score?.value === null ? `${score.title} (${standing(context, score)})` : []));
    return why.length ? el("li", el("strong", title), `: ${why.join("; ")}`) : [];
  });
  return left.length > 0 && el("div", el("h4", context.texts.beside), el("ul", left));
}

/** What is missing when nothing could be drawn. @param {Context} context @param {() => void} onBack */
export function emptySection({ texts, scales, dimensions, explain }, onBack) {
  const share = explain(scales[0]?.id ?? "")?.missing?.provisional ?? 0;
  return section("empty", texts.empty, el("p.lede", fill(texts.empty_text, { share: percent(share) })),
    el("ul.missing", dimensions.map(({ title, scores }) => scores.map((score) => el("li",
      el("strong", title), ` ${score.title}: `, fill(texts.empty_part, score))))),
    el("p", button(texts.empty_back, onBack, { class: "main" })));
}
