// The picture of pressure and practice, with the same numbers as a table.
import { listed, mid, whole } from "../format.js";
import { button, fill, h } from "./nodes.js";
import { badge, section } from "./bits.js";
import { chart } from "./chart.js";
import { symbol } from "./shapes.js";
import { table } from "./table.js";
import { answered, difference, standing, toneClass } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {NonNullable<import("../../types.d.ts").Report["picture"]>} Picture */

let drawn = 0;

/** @param {Context} context */
export function pictureSection(context) {
  const { picture } = context.report;
  if (!picture) return null;
  const words = { across: picture.across_title, up: mid(picture.up_title), corridor: picture.corridor };
  return section("picture", fill(context.texts.picture, words),
    h("div", { class: "picture" }, verdict(context, picture), figure(context, picture), h("div", { class: "beside" }, numbers(context, picture), missing(context, picture))));
}

/** The picture alone, with its key. @param {Context} context @param {Picture} picture */
export function figure(context, picture) {
  const { texts } = context;
  const words = { across: picture.across_title, up: mid(picture.up_title), corridor: picture.corridor };
  return h("figure", { class: "figure" }, chart(context, picture, `picture-${++drawn}`),
    h("figcaption", null,
      h("span", { class: "key-corridor" }, fill(texts.key_corridor, words)), " ",
      h("span", { class: "key-wobble" }, texts.wobble), " ",
      picture.points.some((point) => point.status === "provisional") ? h("span", { class: "key-provisional" }, texts.key_provisional) : null));
}

/** What the picture says, as sentences. @param {Context} context @param {Picture} picture */
function verdict({ report, texts }, picture) {
  const groups = /** @type {const} */ ([["pressed", ["pressed", "leaning_pressed"]], ["level", ["level"]], ["reserve", ["reserve", "leaning_reserve"]]]);
  const sentences = groups.flatMap(([name, tones]) => {
    const titles = report.dimensions.filter(({ state }) => state && /** @type {readonly string[]} */ (tones).includes(state.tone)).map(({ title }) => title);
    const [across, up] = [picture.across_title, picture.up_title];
    const words = name === "reserve" ? { across: mid(across), up } : { across, up: mid(up) };
    return titles.length ? [fill(texts.leads[name], { ...words, list: listed(titles) })] : [];
  });
  return h("p", { class: "lede" }, sentences.join(" "));
}

/** @param {Context} context @param {Picture} picture */
function numbers(context, picture) {
  const { texts, report } = context;
  const number = (/** @type {number | null} */ value) => [value === null ? "\u2013" : whole(value)];
  const rows = picture.points.map((point, index) => {
    const state = report.dimensions.find((one) => one.id === point.dimension)?.state;
    const provisional = point.status === "provisional";
    const looks = provisional ? " provisional" : point.status === "not_scored" ? " absent" : "";
    return {
      data: { "data-dimension": point.dimension },
      cells: [
        [symbol(index, `${toneClass(context, point.dimension)}${looks}`), point.title, provisional && h("span", { class: "tag" }, texts.provisional)],
        number(point.across.value), number(point.up.value), [difference(context, point.lead)], [state ? badge(state) : texts.no_value],
      ],
    };
  });
  return table(texts.table, "stack", [
    { text: texts.dimension, head: true }, { text: picture.across_title, class: "number" }, { text: picture.up_title, class: "number" }, { text: texts.difference }, { text: texts.state },
  ], rows);
}

/** Dimensions that cannot be drawn, and why. @param {Context} context @param {Picture} picture */
function missing(context, picture) {
  const left = picture.points.filter(({ across, up }) => across.value === null || up.value === null);
  if (!left.length) return h("p", { class: "fine" }, context.texts.rounding);
  return h("div", null, h("p", { class: "fine" }, context.texts.rounding), h("h3", null, context.texts.beside),
    h("ul", null, ...left.map((point) => h("li", null, h("strong", null, point.title), ": ",
      [point.across, point.up].filter(({ status }) => status === "not_scored").map((score) => `${score.title} (${standing(context, score)})`).join("; ")))));
}

/** What is missing when nothing could be drawn. @param {Context} context @param {() => void} onBack */
export function emptySection(context, onBack) {
  const { texts, finished, report } = context;
  const first = finished.scales[0];
  const share = first ? context.explain(first.id)?.missing?.provisional : null;
  const counts = answered(finished);
  return section("empty", texts.empty,
    h("p", { class: "lede" }, fill(texts.empty_text, { share: share === null || share === undefined ? "" : `${whole(share * 100)} %` })),
    h("ul", { class: "missing" }, ...report.dimensions.flatMap((dimension) => dimension.scores.map((score) => h("li", null, h("strong", null, dimension.title), ` ${score.title}: `,
      fill(texts.empty_part, { answered: score.answered ?? 0, of: score.of ?? counts.total }))))),
    h("p", null, button(texts.empty_back, onBack, { class: "main" })));
}
