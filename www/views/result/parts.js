// Small pieces that several sections of the result are made of.
import { dash, whole } from "../format.js";
import { button, el, fill, svg } from "../dom.js";
import { fullTitle, standing } from "./words.js";

/** @import { Score } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */
/** @import { Part } from "../dom.js" */

/** A section of the report under its own heading. @param {string} name @param {string} title @param {...Part} parts */
export const section = (name, title, ...parts) => el(`section.part.part-${name}`, el("h3", title), parts);

/**
 * A list, or nothing where there are no items. @template T
 * @param {string} name @param {T[]} items @param {(item: T) => Part} parts what an item is made of
 */
export const list = (name, items, parts) => items.length > 0 && el(name, items.map((item) => el("li", parts(item))));

/** A quiet way from a score to its computation. @param {Context} context @param {Score} score */
export const how = (context, score) => button(context.texts.how_short, () => context.show(score.id), {
  class: "quiet how", "aria-label": fill(context.texts.how, { title: fullTitle(context, score) }),
});

/** @param {Pick<Context, "texts">} context @param {{status: string}} one */
export const tag = ({ texts }, { status }) => status === "provisional" && el("span.tag", texts.provisional);

/**
 * A score on a line from 0 to 100 with its typical wobble. Positions are percentages, so it fits any width.
 * @param {Score} score @param {string} [tone]
 */
export function line({ value, band, status }, tone = "") {
  /** @param {string} kind @param {number} from @param {number} to @param {number} [half] half its height */
  const stroke = (kind, from, to, half = 0) => svg(`line.${kind}`, { x1: `${from}%`, x2: `${to}%`, y1: 8 - half, y2: 8 + half });
  return svg(`svg.line.${tone}`, { "aria-hidden": "true" },
    stroke("track", 0, 100), [0, 25, 50, 75, 100].map((tick) => stroke("track", tick, tick, 3)),
    value !== null && [
      stroke(`bar.${status}`, 0, value),
      band && [stroke("whisker", ...band), band.map((end) => stroke("whisker", end, end, 4))],
      svg(`circle.head.${status}`, { cx: `${value}%`, cy: 8, r: 4.5 }),
    ]);
}

/** Name, number and line of one score. @param {Context} context @param {Score} score @param {string} [tone] @param {string | false} [kind] what the score is, before its title */
export const scoreRow = (context, score, tone, kind) => el("div.score",
  el("div.what", kind && [el("strong", kind), " "], el("span.soft", score.title)),
  el("div.score-value", dash(score.value)),
  line(score, tone),
  el("p", standing(context, score)),
  el("div.ends.fine", el("span", score.band && fill(context.texts.wobble_range, score.band.map(whole))), how(context, score)));
