// How much of the difference between people goes along with their unit.

import { el, fill } from "../views/dom.js";
import { percent } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";
import { cell, why } from "./figure.js";
import { scaleName } from "./scales.js";

/** @import { Context } from "./figures.js" */

/** @param {Context} context */
export function unitsSection(context) {
  const { texts: { units: texts }, group: { units, cell: scores } } = context;
  return units && section("units", texts.title,
    units.scales.some(({ icc1 }) => why(icc1) === "too_few") && el("p", fill(texts.too_few, { ...units, cell: scores })),
    table(texts.caption, "scales rows stack", [[texts.scale, "name"], [texts.units, "number"], [texts.share, "number"], [texts.apart, "number"]],
      units.scales.map(({ scale, units, icc1, icc2 }) => [scaleName(context, scale), units, cell(context, icc1, percent), cell(context, icc2, percent)]),
      (n) => ({ "data-units": units.scales[n]?.scale })),
    el("p.soft", texts.share_note), el("p.soft", texts.apart_note), el("p.fine", fill(texts.note, { cell: scores })));
}
