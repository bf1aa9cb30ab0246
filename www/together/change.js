// One person's earlier result and today's: what moved, and what stayed within the usual wobble. Earlier marks are
// outlines, today's are filled, in the picture as beside every name.
import { button, count, el, fill, svg } from "../views/dom.js";
import { dash, given, listed, mid, shown, whole } from "../views/format.js";
import { list, section, tag } from "../views/result/parts.js";
import { verdict } from "../views/result/picture.js";
import { signs, symbol } from "../views/result/shapes.js";
import { table } from "../views/result/table.js";
import { axesOf, difference } from "../views/result/words.js";
import { TIMES, changeChart } from "./change-chart.js";

/** @import { AdviceTitle, Change, ItemPair, ScaleChange, ScoreChange, Wording } from "../types.d.ts" */
/** @import { Attributes } from "../views/dom.js" */
/** @import { Axes, Dimension } from "../views/result/words.js" */

/**
 * @typedef {object} ChangeContext
 * @property {Change} change
 * @property {import("../types.js").Catalogue<typeof import("../texts/en-together.json")["change"]>} texts
 * @property {Attributes} said attributes of text from the definition
 * @property {{wording: Wording}} flow
 * @property {() => void} back to the result
 * @property {() => void} [swap] shows the two the other way round
 */
/** @typedef {"earlier" | "today"} When */
/**
 * @typedef {ChangeContext & {result: Wording["result"], axes: Axes | null, titles: Map<string | null, string>, times: {[when in When]: Dimension[]}}} Context
 * `axes` where there is a picture; `titles` of dimensions; `times`: the dimensions as they stood
 */

/** So many different answers are shown at once. */
const FIRST = 8;

/** Returns what moved. Its heading (`.report-title`) can take the focus. @param {ChangeContext} options @returns {HTMLElement} */
export function changeView(options) {
  const context = contextOf(options);
  const root = el("div.result.over-time",
    masthead(context, () => printed(root)),
    pictureSection(context), scalesSection(context), options.change.scores.map((score) => scoreSection(context, score)),
    answersSection(context), adviceSection(context),
    el("p.fine.edition", fill(context.result.version, options.change.instrument)));
  return root;
}

/** @param {ChangeContext} options @returns {Context} */
function contextOf(options) {
  const { old, new: now } = options.change;
  const [earlier, today] = [old, now].map(({ picture, dimensions }) => (picture ? picture.points : []).map((point, index) =>
    /** @type {Dimension} */ ({ ...dimensions[index], ...point, id: point.dimension, index, point })));
  return {
    ...options, result: options.flow.wording.result, axes: now.picture && axesOf(options.texts, now.picture),
    titles: new Map(now.dimensions.map(({ id, title }) => [id, title])), times: { earlier: earlier ?? [], today: today ?? [] },
  };
}

/** "Earlier" or "Today" with its mark. @param {Context} context @param {When} when */
const name = ({ texts }, when) => el("span.who", el(`span.${when}`,
  svg("svg.symbol", { viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("circle.mark", { r: 6 }))), texts[when]);

/** @param {Context} context @param {() => void} print */
function masthead(context, print) {
  const { change: { instrument, old, new: now }, texts, result, said, back, swap } = context;
  return el("header.masthead",
    el("h2.report-title", { tabindex: -1 }, texts.title),
    el("p.lede", said, instrument.title),
    el("p.byline", TIMES.map((when) => {
      const person = when === "earlier" ? old : now;
      return el("span", name(context, when), person.role_label && [": ", el("span", said, person.role_label)], " ", tag({ texts: result }, person));
    })),
    el("p.soft", texts.no_dates),
    old.role !== now.role && el("p.note", texts.roles),
    el("div.actions", { role: "group", "aria-label": texts.tools },
      button(texts.back, back, { class: "main" }), swap && button(texts.swap, swap), button(result.print_all, print)));
}

/** @param {Context} context */
function pictureSection(context) {
  const { texts, result, axes, times } = context;
  if (!axes) return null;
  const rows = times.today.flatMap((_, index) => TIMES.map((when) => ({ when, dimension: /** @type {Dimension} */ (times[when][index]) })));
  return section("picture", fill(result.picture, axes), el("div.picture",
    el("div.lede", TIMES.map((when) => {
      const words = verdict({ texts: result, axes, dimensions: times[when] });
      words.prepend(name(context, when), ": ", words.textContent ? "" : texts.no_picture);
      return words;
    })),
    el("figure", changeChart(context, axes), el("figcaption",
      name(context, "earlier"), name(context, "today"), el("span.way", texts.key_arrow), el("span.corridor", fill(result.key_corridor, axes)))),
    el("div.beside",
      table(result.table, "then-now", [[texts.dimension, "name"], [axes.Across, "number"], [axes.Up, "number"], [result.difference]],
        rows.map(({ when, dimension }) => [
          [el(`span.${when}`, symbol(dimension)), el("span", context.said, dimension.title), " ", tag({ texts: result }, dimension.point), el("span.soft", texts[when])],
          dash(dimension.point.across.value), dash(dimension.point.up.value), difference({ texts: result, axes }, dimension.point.lead),
        ]), (index) => ({ "data-dimension": rows[index]?.dimension.id, class: rows[index]?.when })),
      el("p.fine", result.rounding))));
}

/** A difference with its sign. @param {number} value @param {(value: number) => string} show */
const signed = (value, show = whole) => show(value).replace(/^(?=.*[1-9])(?!\u2212)/, "+");

/** @param {Context} context */
function scalesSection(context) {
  const { change: { scales }, texts, titles, said } = context;
  const moved = scales.filter(({ movement }) => movement === "moved");
  const known = scales.filter(({ change }) => change !== null);
  const reach = Math.max(...scales.map(({ change, limit }) => Math.max(Math.abs(change ?? 0), limit ?? 0))) > 45 ? 100 : 50;
  const limits = [...new Set(scales.flatMap(({ limit }) => limit ?? []))].sort((a, b) => a - b).map((limit) => given(texts, limit));
  const made = table(texts.scales, "moves", [[texts.scale, "name"], ["", "pair"], [texts.change, "number"], [texts.reading, "reading"]], scales.map((scale) => [
    [said, titles.has(scale.dimension) ? [el("strong", titles.get(scale.dimension)), " ", el("span.soft", scale.title)] : el("strong", scale.title)],
    move(scale, reach), dash(scale.change, signed), reading(context, scale),
  ]), (index) => ({ "data-scale": scales[index]?.id }));
  made.querySelector("thead .pair")?.append(el("div.ends", el("span", texts.lower), el("span", texts.higher)));
  return scales.length > 0 && section("scales", texts.scales,
    el("p.lede", moved.length ? fill(texts.moved, { list: listed(texts, moved.map(({ dimension, title }) => `${mid(texts, title)}${titles.has(dimension) ? ` (${titles.get(dimension)})` : ""}`)) })
      : texts[known.length ? "none_moved" : "none_known"]),
    limits.length > 0 && el("p", texts.wobble),
    made,
    el("p.fine", limits.length > 0 && `${fill(texts.band, { limits: listed(texts, limits) })} `, texts.common_only, " ", texts.neutral));
}

/** What a change says, in words. @param {Context} context @param {ScaleChange} scale */
function reading({ texts }, { change, limit, movement, common, of }) {
  const kind = movement === "within" && limit === null ? "no_limit" : movement === "moved" ? (change ?? 0) > 0 ? "higher" : "lower" : movement;
  return [
    movement === "not_enough" ? null : signs(movement === "moved" ? "\u25cf" : "\u25cb"), movement === "moved" ? el("strong", texts.readings[kind]) : texts.readings[kind],
    common < of && el("span.fine", ` (${fill(texts.common, { common, of })})`),
  ];
}

/** A change to the left or right of zero, over the band of the usual wobble. @param {ScaleChange} scale @param {number} reach what the line shows on either side */
function move({ change, limit, movement }, reach) {
  const at = (/** @type {number} */ value) => `${50 + (value / reach) * 50}%`;
  return svg("svg.line.move", { "aria-hidden": "true" },
    limit !== null && svg("rect.usual", { x: at(-limit), width: `${(limit / reach) * 100}%`, y: 0, height: 16 }),
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }), svg("line.axis", { x1: "50%", x2: "50%", y1: 0, y2: 16 }),
    change !== null && [svg("line.bar", { x1: "50%", x2: at(change), y1: 8, y2: 8 }), svg(`circle.head.${movement}`, { cx: at(change), cy: 8, r: 5 })]);
}

/** A composite: its two values and what lies between. @param {Context} context @param {ScoreChange} score */
function scoreSection(context, { id, title, dimension, display, old, new: now, change, limit, movement }) {
  const { texts, titles, said } = context;
  const show = (/** @type {number} */ value) => shown(value, display);
  const ends = display === "number" && [old, now].every((value) => value === null || (value >= 0 && value <= 100));
  const owner = titles.get(dimension);
  return section("score", owner ? `${owner}: ${title}` : title, el("div.score-change", { "data-score": id },
    el("p.values", said,
      el("span", el("span.big", dash(old, show)), el("span.fine", name(context, "earlier"))), el("span.big", { "aria-hidden": "true" }, "\u2192"),
      el("span", el("span.big", dash(now, show)), el("span.fine", name(context, "today")))),
    el("div",
      el("p.lede", fill(texts.score[movement], { title, change: dash(change, (value) => signed(value, show)) })),
      ends && between(old, now, limit),
      movement !== "not_enough" && el("p.fine", texts.score_limit))));
}

/** Both values on a line from 0 to 100, the usual wobble around the earlier one. @param {number | null} old @param {number | null} now @param {number} limit */
function between(old, now, limit) {
  const [low, high] = [Math.max(0, (old ?? 0) - limit), Math.min(100, (old ?? 0) + limit)];
  return svg("svg.line.move", { "aria-hidden": "true" },
    old !== null && now !== null && svg("rect.usual", { x: `${low}%`, width: `${high - low}%`, y: 0, height: 16 }),
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }), [0, 25, 50, 75, 100].map((tick) => svg("line.track", { x1: `${tick}%`, x2: `${tick}%`, y1: 5, y2: 11 })),
    old !== null && now !== null && svg("line.bar", { x1: `${old}%`, x2: `${now}%`, y1: 8, y2: 8 }),
    old !== null && svg("g.earlier", svg("circle.mark", { cx: `${old}%`, cy: 8, r: 5.5 })), now !== null && svg("g.today", svg("circle.mark", { cx: `${now}%`, cy: 8, r: 5 })));
}

/** @param {Context} context */
function answersSection(context) {
  const { change: { items }, texts } = context;
  const rest = items.slice(FIRST);
  return section("answers", texts.answers,
    el("p.lede", items.length ? count(texts.different, items.length) : texts.none_different),
    items.length > 0 && [el("p.soft", texts.calm), answers(context, items.slice(0, FIRST))],
    rest.length > 0 && el("details", el("summary", count(texts.others, rest.length)), answers(context, rest)));
}

/** Questions, each with both answers in words. @param {Context} context @param {ItemPair[]} items */
const answers = ({ texts, titles, said }, items) => table(texts.answers, "stack both", [[texts.question, "name"], [texts.earlier], [texts.today]],
  items.map((item) => [
    [said, item.text, titles.has(item.dimension) && [" ", el("span.tag", titles.get(item.dimension))]],
    el("span", said, item.first_answer), el("span", said, item.second_answer),
  ]), (index) => ({ "data-item": items[index]?.id }));

/** @param {Context} context */
function adviceSection(context) {
  const { change: { advice: { gone, still } }, texts } = context;
  return section("kept", texts.advice,
    gone.length + still.length > 0 ? el("div.kept",
      advices(context, "gone", texts.gone, gone.length ? texts.gone_note : texts.none_gone, gone),
      advices(context, "still", texts.still, still.length ? texts.still_note : texts.none_still, still)) : el("p.lede", texts.no_advice),
    el("p.soft", texts.new_advice));
}

/** @param {Context} context @param {string} kind @param {string} title @param {string} note @param {AdviceTitle[]} given */
const advices = ({ said }, kind, title, note, given) => el(`div.${kind}`, el("h4", `${title} (${given.length})`), el("p.soft", note),
  list("ul", given, (one) => [{ "data-advice": one.id }, el("span", said, one.title), one.dimension && [" ", el("span.tag", said, one.dimension.title)]]));

/** Prints with everything open, and closes it again. @param {HTMLElement} root */
function printed(root) {
  const closed = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details:not([open])")]);
  for (const one of closed) one.open = true;
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; }, { once: true });
  print();
}

