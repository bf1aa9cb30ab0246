// Priority against grade, and where attention goes now and later.
import { round, whole } from "../format.js";
import { fill, h, svg } from "./nodes.js";
import { how, section } from "./bits.js";
import { table } from "./table.js";
import { number, standing } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Score} Score */
/** @typedef {import("./words.js").Report["appraisals"][number]} Appraisal */
/** @typedef {import("./words.js").Report["shifts"][number]} Shift */

/** @param {Context} context @param {Appraisal} appraisal */
export function appraisalSection(context, appraisal) {
  const { texts } = context;
  if (!appraisal.rows.some((row) => row.rank !== null || row.grade !== null)) return null;
  const last = appraisal.rows.length + 1;
  const rows = [...appraisal.rows].sort((a, b) => (a.rank ?? last) - (b.rank ?? last));
  const top = appraisal.rows.find((row) => row.id === appraisal.top);
  return section("measures", appraisal.title,
    top ? h("p", { class: "lede" }, fill(texts.top, { label: top.label })) : null,
    table(texts.measures, "measures", [{ text: texts.rank, class: "rank" }, { text: texts.measure, head: true }, { text: texts.grade, class: "grade" }], rows.map((row) => ({
      data: { class: row === top ? "top" : null, "data-row": row.id },
      cells: [
        [row.rank === null ? h("span", { class: "soft" }, texts.no_rank) : whole(row.rank)], [row.label],
        [row.points === null ? null : dots(row.points), h("span", { class: row.points === null ? "soft" : null }, row.grade ?? texts.not_graded)],
      ],
    }))),
    scoreWords(context, appraisal.score));
}

/** A grade as filled and empty dots; the words stand beside it. @param {number} points 0..100 */
function dots(points) {
  const filled = round(points / 25) + 1;
  return svg("svg", { class: "dots", viewBox: "0 0 57 12", "aria-hidden": "true" },
    ...[1, 2, 3, 4, 5].map((step) => svg("circle", { class: step <= filled ? null : "open", cx: step * 12 - 7.5, cy: 6, r: 4 })));
}

/** @param {Context} context @param {Score | null} score */
function scoreWords(context, score) {
  if (!score || score.value === null) return null;
  const note = standing(context, score);
  return h("p", { class: "total" }, `${score.title}: `, h("strong", null, number(context, score)), ` ${context.texts.of_hundred}`, note ? ` (${note})` : null, " ", how(context, score));
}

/** @param {Context} context @param {Shift} shift */
export function shiftSection(context, shift) {
  const { texts } = context;
  if (!shift.rows.some((row) => row.now !== null || row.next !== null)) return null;
  const most = Math.max(1, ...shift.rows.flatMap((row) => [row.now ?? 0, row.next ?? 0]));
  const points = (/** @type {number | null} */ value) => [value === null ? "\u2013" : whole(value)];
  return section("shift", shift.title,
    shift.score && shift.score.value !== null ? h("p", { class: "lede" }, fill(texts.shift, { n: whole(shift.score.value) })) : null,
    table(texts.points, "shift", [{ text: texts.area, head: true }, { text: shift.now_title, class: "number now" }, { text: shift.next_title, class: "number next" }, { text: "", class: "pair" }],
      shift.rows.map((row) => ({ data: { "data-row": row.id }, cells: [[row.label], points(row.now), points(row.next), [pair(row.now, row.next, most)]] }))),
    shift.score && shift.score.value !== null ? h("p", null, how(context, shift.score)) : null);
}

/** @param {number | null} now @param {number | null} next @param {number} most the longest bar of the table */
function pair(now, next, most) {
  const width = (/** @type {number | null} */ value) => `${((value ?? 0) / most) * 100}%`;
  return svg("svg", { class: "bars", "aria-hidden": "true" },
    svg("rect", { class: "now", x: 0, y: 1, width: width(now), height: 8 }), svg("rect", { class: "next", x: 0, y: 12, width: width(next), height: 8 }));
}
