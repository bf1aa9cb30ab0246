// "How this was computed": every score with its answers, drawn when first opened.
import { given, percent, shown, whole } from "../format.js";
import { section } from "./bits.js";
import { fill, h } from "./nodes.js";
import { table } from "./table.js";
import { condition, traceList } from "./trace.js";
import { basis, fullTitle, scoreWords, standing } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Explanation} Explanation */

/** @param {Context} context */
export function computedSection(context) {
  const { texts, finished, report } = context;
  const scores = [...finished.scales, ...finished.metrics];
  const bands = report.bands.map((band) => ({ id: band.id, title: band.title, value: band.value === null ? texts.no_value : whole(band.value) }));
  const entry = (/** @type {import("./words.js").Score} */ score) => ({ id: score.id, title: fullTitle(context, score), value: scoreWords(context, score) });
  const groups = [[texts.scales, finished.scales.map(entry)], [texts.metrics, finished.metrics.map(entry)], [texts.bands, bands]];
  return section("computed", texts.computed, h("p", { class: "soft" }, texts.computed_lead), scores.length ? null : h("p", null, texts.no_value),
    ...groups.flatMap(([title, list]) => (list?.length ? [h("h3", null, /** @type {string} */ (title)), ...(/** @type {Entry[]} */ (list)).map((one) => details(context, one))] : [])));
}

/** @typedef {{id: string, title: string, value: string}} Entry */

/** @param {Context} context @param {Entry} entry */
function details(context, entry) {
  const made = h("details", { "data-explains": entry.id }, h("summary", null, h("span", null, entry.title), h("span", { class: "value" }, entry.value)));
  made.addEventListener("toggle", () => made.open && open(context, made));
  return made;
}

/** Opens a computation and draws it if that has not been done. @param {Context} context @param {HTMLDetailsElement} details */
export function open(context, details) {
  if (!details.open) details.open = true;
  if (details.childElementCount > 1) return;
  const explanation = context.explain(details.dataset["explains"] ?? "");
  details.append(h("div", { class: "explanation" }, ...(explanation ? parts(context, explanation) : [h("p", null, context.texts.gone)])));
}

/** @param {Context} context @param {Explanation} explanation */
function parts(context, explanation) {
  const { texts } = context;
  const { score, trace } = explanation;
  return [
    ...(explanation.kind === "scale" ? scale(context, explanation) : []),
    trace ? traceList(context, trace, score?.display) : null,
    weighing(context, explanation.id),
    ...levels(context, explanation),
    score && score.value !== null && score.low !== null && score.high !== null && incomplete(context, score)
      ? h("p", null, fill(texts.bounds, { low: shown(score.low, score.display), high: shown(score.high, score.display) })) : null,
    score?.status === "provisional" ? h("p", null, standing(context, score)) : null,
  ];
}

/** Whether answers are missing behind a score. @param {Context} context @param {import("./words.js").Score} score */
function incomplete(context, score) {
  const { answered, of } = score.of === null ? basis(context, score.id) : { answered: score.answered ?? 0, of: score.of };
  return answered < of;
}

/** @param {Context} context @param {Explanation} explanation */
function scale(context, { title, members, sum, weight, score, missing }) {
  const { texts } = context;
  const columns = [
    { text: texts.item, head: true }, { text: texts.answer }, { text: texts.points_col, class: "number" },
    { text: texts.reversed }, { text: texts.keyed, class: "number" }, { text: texts.weight, class: "number" },
  ];
  const points = (/** @type {number | null} */ value) => [value === null ? "\u2013" : whole(value)];
  const rows = members.map((member) => ({
    data: { "data-item": member.item },
    cells: [
      [member.text, member.curve && h("span", { class: "fine" }, ` ${fill(texts.curve, { points: member.curve.map(([x, y]) => fill(texts.curve_point, { x: given(x), y: given(y) })).join(", ") })}`)],
      [member.answer ?? texts.states[member.state]], points(member.points), [member.key === "-" ? texts.yes : texts.no], points(member.keyed), [given(member.weight)],
    ],
  }));
  const done = sum === null || weight === null || !score || score.value === null ? texts.sum_none
    : fill(texts.sum, { sum: whole(sum), weight: given(weight), value: scoreWords(context, score) });
  return [
    table(title, "stack items", columns, rows),
    h("p", null, done),
    missing && score ? h("p", { class: "fine" }, fill(texts.missing, { scored: percent(missing.scored), provisional: percent(missing.provisional), answered: score.answered ?? 0, of: score.of ?? 0 })) : null,
  ];
}

/** What a weighted grade was weighed from. @param {Context} context @param {string} id */
function weighing({ texts, report }, id) {
  const appraisal = report.appraisals.find(({ score }) => score?.id === id);
  if (!appraisal) return null;
  const shownOr = (/** @type {number | null} */ value, /** @type {(value: number) => string} */ show) => [value === null ? "\u2013" : show(value)];
  return table(appraisal.title, "items", [{ text: texts.measure, head: true }, { text: texts.rank, class: "number" }, { text: texts.weight, class: "number" }, { text: texts.points_col, class: "number" }],
    appraisal.rows.map((row) => ({ cells: [[row.label], shownOr(row.rank, whole), shownOr(row.weight, percent), shownOr(row.points, whole)] })));
}

/** The levels of a band, whether reached, and the conditions that hold them. @param {Context} context @param {Explanation} explanation */
function levels(context, { levels }) {
  const { texts } = context;
  if (!levels.length) return [];
  return [h("ul", { class: "gates" }, ...levels.map((level) => h("li", null,
    h("strong", null, `${whole(level.number)} ${level.title}`), `, ${fill(texts.cut, { from: given(level.from) })}: ${level.reached ? texts.reached : texts.not_reached}`,
    level.gates.length ? h("ul", null, ...level.gates.map((gate) => condition(context, gate.passed ? texts.passed : `${texts.failed}, ${gate.text}`, gate.trace))) : null)))];
}
