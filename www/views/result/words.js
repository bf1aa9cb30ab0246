// What the sections of the result share: the context and the phrases for scores.
import { TOLERANCE, mid, shown } from "../format.js";
import { fill } from "../dom.js";

/** @import { Finished, Report, Score, Status, Trace } from "../../types.d.ts" */
/** @import { Spoken } from "../../types.js" */
/** @import { ResultOptions } from "./index.js" */
/** @typedef {Report["dimensions"][number] & {index: number, point: NonNullable<Report["picture"]>["points"][number]}} Dimension `point`: where there is a picture */
/** @typedef {{Across: string, Up: string, across: string, up: string, corridor: number}} Axes */
/**
 * @typedef {object} Gathered
 * @property {Dimension[]} dimensions each with its number and its point of the picture
 * @property {Score[]} scores scales and composites
 * @property {{answered: number, dont_know: number, unanswered: number, total: number}} counts how many scored questions are answered and not, of how many
 * @property {Axes} axes the titles of the picture, where there is one: {Across} begins a sentence, {across} stands inside one
 * @property {boolean} empty whether there is nothing to show
 * @property {Status} status provisional where anything is
 * @property {(id: string) => void} show opens the computation of a score
 */
/** @typedef {Omit<Finished, "report" | keyof (Report & Gathered)> & Omit<Report, keyof Gathered> & Omit<ResultOptions, "finished"> & Gathered} Context all there is to say and do, in one place */

/** Gathers what the sections need. @param {ResultOptions} options @param {Gathered["show"]} show @returns {Context} */
export function contextOf({ finished: { report, ...finished }, ...options }, show) {
  const { picture, bands } = report;
  const counts = /** @type {Gathered["counts"]} */ (Object.fromEntries(finished.counts.map(({ id, value }) => [id, value])));
  const dimensions = /** @type {Dimension[]} */ (report.dimensions.map((one, index) => ({ ...one, index, point: picture?.points[index] })));
  return {
    ...finished, ...report, ...options, show, dimensions,
    scores: [...finished.scales, ...finished.metrics],
    counts: { ...counts, total: counts.answered + counts.dont_know + counts.unanswered },
    axes: /** @type {Axes} */ (picture && axesOf(options.texts, picture)),
    empty: [...finished.scales, ...bands].every(({ value }) => value === null),
    status: [...dimensions, ...bands].some(({ status }) => status === "provisional") ? "provisional" : "scored",
  };
}

/** @param {Spoken} texts @param {NonNullable<Report["picture"]>} picture @returns {Axes} */
export const axesOf = (texts, { across_title: Across, up_title: Up, corridor }) => ({ Across, Up, across: mid(texts, Across), up: mid(texts, Up), corridor });

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

/** Returns "Pressure ahead" or "in step". @param {Pick<Context, "texts" | "axes">} context @param {number | null} lead */
export function difference({ texts, axes }, lead) {
  if (lead === null) return texts.no_value;
  if (Math.abs(lead) <= axes.corridor + TOLERANCE) return texts.in_step;
  return fill(lead > 0 ? texts.across_ahead : texts.up_ahead, axes);
}

/** Returns "provisional, rests on 3 of 5 answers" and the like; "" for a scored value. @param {Context} context @param {Score} score */
export function standing(context, { id, status }) {
  if (status === "scored") return "";
  const basis = basisOf(context, id);
  const total = (/** @type {"answered" | "of"} */ key) => basis.reduce((sum, part) => sum + Number(part[key]), 0);
  return fill(context.texts[total("of") ? /** @type {const} */ (`${status}_of`) : status], { answered: total("answered"), of: total("of") });
}

/** The answers behind a score: those of the scales it is made of, or of the grades it weighs. @param {Context} context @param {string} id */
function basisOf({ appraisals, metrics, scales, explain }, id) {
  const behind = new Set([id]);
  for (const name of behind) {
    if (metrics.some((made) => made.id === name)) for (const part of namesIn(explain(name)?.trace)) behind.add(part);
  }
  return appraisals.find(({ score }) => score?.id === id)?.rows.map(({ points }) => ({ answered: points !== null, of: 1 }))
    ?? scales.filter((scale) => behind.has(scale.id));
}

/** @param {Trace | null | undefined} trace @returns {string[]} */
const namesIn = (trace) => (trace?.kind === "name" ? [trace.label] : trace?.args.flatMap(namesIn) ?? []);

/** Returns the title of a score, with its dimension where titles repeat. @param {Context} context @param {{title: string, dimension?: string | null}} score */
export function fullTitle({ scores, dimensions }, { title, dimension }) {
  const owner = scores.filter((one) => one.title === title).length > 1 && dimensions.find(({ id }) => id === dimension);
  return owner ? `${owner.title}: ${title}` : title;
}
