// What was put in order, by mean place, and how far the orders agree, in words.

import { count, el, fill, svg } from "../views/dom.js";
import { whole } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";
import { known, sentence } from "./figure.js";

/** @import { Figures } from "../types.js" */
/** @import { Context } from "./figures.js" */
/** @typedef {Figures["rankings"][number]} Ranking */

/** @param {Context} context @param {Ranking} ranking */
export function rankSection(context, ranking) {
  const { texts: { ranks: texts }, said } = context;
  const w = known(ranking.kendall_w);
  const last = ranking.ranks.length;
  const ranks = ranking.ranks.map((rank) => ({ ...rank, place: known(rank.mean_rank) }));
  const shown = ranks.every(({ place }) => place !== null);
  ranks.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return section("ranks", texts.title,
    w === null ? el("p.lede", sentence(context, ranking.kendall_w))
      : [ranking.concordance && el("p.lede", said, ranking.concordance), el("p", count(texts.n, ranking.n), " ", fill(texts.w, { w: whole(w * 100) }))],
    el("p.soft", said, ranking.text),
    shown && table(texts.title, "ranks", [[texts.measure, "name"], ["", "pair"], [texts.mean]],
      ranks.map(({ label, place }) => [[said, label], line(place ?? 0, last), words(place ?? 0)]), (n) => ({ "data-measure": ranks[n]?.id })),
    shown && el("p.fine", texts.scale));

  /** A mean place in whole numbers. @param {number} place */
  function words(place) {
    const near = Math.round(place);
    return Math.abs(place - near) <= 0.25 ? fill(texts.about, { place: near }) : fill(texts.between, { low: Math.floor(place), high: Math.ceil(place) });
  }
}

/** A mean place on the line from the first to the last. @param {number} place @param {number} last */
function line(place, last) {
  const at = (/** @type {number} */ rank) => `${((rank - 1) / Math.max(1, last - 1)) * 100}%`;
  return svg("svg.line", { "aria-hidden": "true" },
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }),
    Array.from({ length: last }, (_, n) => svg("line.track", { x1: at(n + 1), x2: at(n + 1), y1: 5, y2: 11 })),
    svg("circle.head", { cx: at(place), cy: 8, r: 5 }));
}
