// How many people stand on each level of a composite; a group has none of its own.

import { count, el, fill } from "../views/dom.js";
import { mid, whole } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { known, sentence, why } from "./figure.js";

/** @import { Figures } from "../types.js" */
/** @import { Context } from "./figures.js" */

/** @param {Context} context @param {Figures["bands"][number]} band */
export function bandSection(context, band) {
  const { texts: { bands: texts }, definition, said } = context;
  const of = definition.composites?.find((/** @type {{id: string}} */ { id }) => id === band.of)?.title ?? band.of;
  const counts = band.levels.map(({ n }) => known(n));
  const single = counts.every((n) => n !== null);
  const most = Math.max(1, ...counts.map((n) => n ?? 0));
  const reason = band.levels.find(({ n }) => why(n));
  return section("bands", fill(texts.title, { of, band: mid(texts, band.title) }),
    el("p.lede", fill(texts.none, { band: mid(texts, band.title) })),
    single ? el("ol.steps", band.levels.map((level, n) => el("li", { "data-level": level.id },
      el("span.crowd", { "aria-hidden": "true" }, most <= 30 && Array.from({ length: counts[n] ?? 0 }, () => el("i"))),
      el("span.level", n + 1), el("span", said, level.title), el("strong", count(texts.people, counts[n] ?? 0)))))
      : reason && el("p", sentence(context, reason.n)),
    summary());

  function summary() {
    const [min, max, mean] = [known(band.min), known(band.max), known(band.mean)];
    if (mean === null) return el("p.soft", sentence(context, band.mean));
    return el("p", min === null || max === null ? fill(texts.unnamed, { of, mean: whole(mean), n: band.n })
      : fill(texts.named, { of, min: whole(min), max: whole(max), mean: whole(mean), n: band.n }));
  }
}
