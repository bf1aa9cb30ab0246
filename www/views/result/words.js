// What the sections of the result share: the context and the phrases for scores.
import { TOLERANCE, mid, shown } from "../format.js";
import { fill } from "../dom.js";

/** @import { Explanation, Finished, Report, Score, Trace } from "../../types.d.ts" */
/** @typedef {typeof import("../../texts/result.en.js").result} Texts */
/** @typedef {Report["dimensions"][number] & {index: number, point: NonNullable<Report["picture"]>["points"][number] | undefined}} Dimension */
/**
 * @typedef {object} Shared
 * @property {Dimension[]} dimensions each with its number and its point of the picture
 * @property {Score[]} scores scales and composites
 * @property {{[id: string]: number}} counts how many scored questions are answered and not, of how many
 * @property {Axes} axes the titles of the picture: {Across} begins a sentence, {across} stands inside one
 * @property {Texts} texts
 * @property {(id: string) => Explanation | null} explain
 * @property {(id: string) => void} show opens the computation of a score
 */
/** @typedef {{Across: string, Up: string, across: string, up: string, corridor: number}} Axes */
/** @typedef {Omit<Finished, "report" | keyof (Report & Shared)> & Omit<Report, keyof Shared> & Shared} Context all the core has found, in one place */

/** Gathers what the sections need. @param {Finished} finished @param {Pick<Shared, "texts" | "explain" | "show">} given @returns {Context} */
export function contextOf({ report, ...finished }, given) {
  const { picture } = report;
  const counts = Object.fromEntries(finished.counts.map(({ id, value }) => [id, value]));
  return {
    ...finished, ...report, ...given,
    dimensions: report.dimensions.map((one, index) => ({ ...one, index, point: picture?.points[index] })),
    scores: [...finished.scales, ...finished.metrics],
    counts: { ...counts, total: sum([counts["answered"], counts["dont_know"], counts["unanswered"]]) },
    axes: axesOf(picture ?? { across_title: "", up_title: "", corridor: 0 }),
  };
}

/** @param {Pick<NonNullable<Report["picture"]>, "across_title" | "up_title" | "corridor">} picture @returns {Axes} */
const axesOf = ({ across_title: Across, up_title: Up, corridor }) => ({ Across, Up, across: mid(Across), up: mid(Up), corridor });

/** @param {(number | null | undefined)[]} counts */
const sum = (counts) => counts.reduce((/** @type {number} */ all, one) => all + (one ?? 0), 0);

/** @param {Context} context @param {string} id */
export const scoreOf = ({ scores }, id) => scores.find((score) => score.id === id);

/**
 * Returns a score as a whole number or a percentage, or the words for none; a difference of the two axes in words,
 * for they are different scales.
 * @param {Context} context @param {{id: string, value: number | null}} score
 */
export function number(context, { id, value }) {
  if (context.dimensions.some(({ lead }) => lead?.id === id)) return difference(context, value);
  return value === null ? context.texts.no_value : shown(value, scoreOf(context, id)?.display);
}

/** Returns "Pressure ahead" or "in step". @param {Context} context @param {number | null | undefined} lead */
export function difference({ texts, axes }, lead) {
  if (lead === null || lead === undefined) return texts.no_value;
  if (Math.abs(lead) <= axes.corridor + TOLERANCE) return texts.in_step;
  return fill(lead > 0 ? texts.across_ahead : texts.up_ahead, axes);
}

/** Returns "provisional, rests on 3 of 5 answers" and the like; "" for a scored value. @param {Context} context @param {Score} score */
export function standing(context, { id, status }) {
  const { texts } = context;
  if (status === "scored") return "";
  const basis = basisOf(context, id);
  if (status === "provisional") return basis.of ? fill(texts.rests, basis) : texts.provisional;
  return basis.of ? fill(texts.not_scored, basis) : texts.no_value;
}

/** The answers behind a score: those of the scales it is made of, or of the grades it weighs. @param {Context} context @param {string} id */
function basisOf({ appraisals, metrics, scales, explain }, id) {
  const rows = appraisals.find(({ score }) => score?.id === id)?.rows;
  if (rows) return { answered: rows.filter(({ points }) => points !== null).length, of: rows.length };
  const behind = new Set([id]);
  for (const name of behind) {
    if (metrics.some((made) => made.id === name)) for (const part of namesIn(explain(name)?.trace)) behind.add(part);
  }
  const made = scales.filter((scale) => behind.has(scale.id));
  return { answered: sum(made.map(({ answered }) => answered)), of: sum(made.map(({ of }) => of)) };
}

/** @param {Trace | null | undefined} trace @returns {string[]} */
const namesIn = (trace) => (trace?.kind === "name" ? [trace.label] : trace?.args.flatMap(namesIn) ?? []);

/** Returns the title of a score, with its dimension where titles repeat. @param {Context} context @param {Score} score */
export function fullTitle({ scores, dimensions }, { title, dimension }) {
  const owner = scores.filter((one) => one.title === title).length > 1 && dimensions.find(({ id }) => id === dimension);
  return owner ? `${owner.title}: ${title}` : title;
}
