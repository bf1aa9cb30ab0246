// Priority against grade, and where attention goes now and later.
import { dash } from "../format.js";
import { el, fill, svg } from "../dom.js";
import { how, scoreRow, section } from "./parts.js";
import { signs } from "./shapes.js";
import { table } from "./table.js";
import { number } from "./words.js";

/** @import { Appraisal, Shift } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */

/** @param {Context} context @param {Appraisal} appraisal */
export function appraisalSection(context, { title, rows, top, score }) {
  const { texts } = context;
  const ranked = [...rows].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
  const best = rows.find(({ id }) => id === top);
  return rows.some(({ rank, grade }) => rank ?? grade) && section("measures", title,
    best && el("p.lede", fill(texts.top, best)),
    table(texts.measures, "measures", [[texts.rank, "rank"], [texts.measure, "name"], [texts.grade]],
      ranked.map(({ rank, label, grade, points }) => [
        rank ?? el("span.soft", texts.no_rank), label, points === null ? el("span.soft", grade ?? texts.not_graded) : [signs("\u25cf".repeat(1 + Math.round(points / 25)).padEnd(5, "\u25cb")), el("span", grade)],
      ]), (index) => ({ class: ranked[index] === best && "top" })),
    score && scoreRow(context, score));
}

/** @param {Context} context @param {Shift} shift */
export function shiftSection(context, { title, score, rows, now_title, next_title }) {
  const { texts } = context;
  const known = score?.value === null ? null : score;
  const most = Math.max(...rows.flatMap(({ now, next }) => [now ?? 0, next ?? 0]));
  /** @param {string} kind @param {number} y @param {number | null} value */
  const bar = (kind, y, value) => svg(`rect.${kind}`, { y, width: `${((value ?? 0) / most) * 100}%`, height: 8 });
  return most > 0 && section("shift", title,
    known && el("p.lede", fill(texts.shift, { n: number(context, known) })),
    table(texts.points, "shift", [[texts.area, "name"], [now_title, "number now"], [next_title, "number next"], ["", "pair"]], rows.map(({ label, now, next }) => [
      label, dash(now), dash(next), svg("svg.bars", { "aria-hidden": "true" }, bar("now", 1, now), bar("next", 12, next)),
    ])),
    known && el("p", how(context, known)));
}
