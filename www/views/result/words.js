// What the sections of the result share: the context and the phrases for scores.
import { shown } from "../format.js";
import { fill } from "./nodes.js";

/** @typedef {import("../../types.d.ts").Finished} Finished */
/** @typedef {import("../../types.d.ts").Report} Report */
/** @typedef {import("../../types.d.ts").Score} Score */
/** @typedef {import("../../types.d.ts").Explanation} Explanation */
/** @typedef {typeof import("../../texts/result.en.js").result} Texts */
/**
 * @typedef {object} Context
 * @property {Finished} finished
 * @property {Report} report
 * @property {Texts} texts
 * @property {(id: string) => Explanation | null} explain
 * @property {(id: string) => void} show opens the computation of a score
 */

/** Returns a score as a whole number or percentage, or the words for none. @param {Context} context @param {Score} score */
export function number({ texts }, score) {
  return score.value === null ? texts.no_value : shown(score.value, score.display);
}

/** Returns a score as in a list of scores: a difference in words, all others as numbers. @param {Context} context @param {Score} score */
export function scoreWords(context, score) {
  return context.report.dimensions.some(({ lead }) => lead?.id === score.id) ? difference(context, score.value) : number(context, score);
}

/** Returns "provisional, rests on 3 of 5 answers" and the like; "" for a scored value. @param {Context} context @param {Score} score */
export function standing(context, score) {
  const { texts } = context;
  if (score.status === "scored") return "";
  const { answered, of } = score.of === null ? basis(context, score.id) : { answered: score.answered ?? 0, of: score.of };
  if (score.status === "provisional") return of ? fill(texts.rests, { answered, of }) : texts.provisional;
  return of ? fill(texts.not_scored, { answered, of }) : texts.no_value;
}

/** The answers behind a composite: those of the scales it is made of, or of the grades it weighs. @param {Context} context @param {string} id */
export function basis({ explain, finished, report }, id) {
  const rows = report.appraisals.find(({ score }) => score?.id === id)?.rows;
  if (rows) return { answered: rows.filter(({ points }) => points !== null).length, of: rows.length };
  const seen = new Set();
  const enter = (/** @type {string} */ name) => {
    if (seen.has(name)) return;
    seen.add(name);
    if ([...finished.metrics, ...finished.bands].some((made) => made.id === name)) explain(name)?.trace?.args.forEach(visit);
  };
  const visit = (/** @type {import("../../types.d.ts").Trace} */ part) => (part.kind === "name" ? enter(part.label) : part.args.forEach(visit));
  enter(id);
  const scales = finished.scales.filter((scale) => seen.has(scale.id));
  return { answered: total(scales.map((scale) => scale.answered)), of: total(scales.map((scale) => scale.of)) };
}

/** @param {(number | null)[]} counts */
const total = (counts) => counts.reduce((/** @type {number} */ sum, count) => sum + (count ?? 0), 0);

/** How many scored questions there are and how many are answered. @param {Finished} finished */
export function answered(finished) {
  const count = (/** @type {string} */ id) => finished.counts.find((one) => one.id === id)?.value ?? 0;
  const [given, dontKnow, unanswered] = [count("answered"), count("dont_know"), count("unanswered")];
  return { answered: given, dont_know: dontKnow, unanswered, total: given + dontKnow + unanswered };
}

/** Returns "Pressure ahead" or "in step": the scales differ, so their difference is no number to show. @param {Context} context @param {number | null | undefined} lead */
export function difference({ texts, report }, lead) {
  if (lead === null || lead === undefined) return texts.no_value;
  if (Math.abs(lead) <= (report.picture?.corridor ?? 0) + 1e-9) return texts.in_step;
  return fill(texts.ahead_now, { one: (lead > 0 ? report.picture?.across_title : report.picture?.up_title) ?? "" });
}

/** Returns the class of the tone of a dimension's state. @param {Context} context @param {string} dimension */
export function toneClass({ report }, dimension) {
  return `tone-${report.dimensions.find((one) => one.id === dimension)?.state?.tone ?? "none"}`;
}

/** Returns the title of a score, with its dimension where titles repeat. @param {Context} context @param {Score} score */
export function fullTitle({ report, finished }, score) {
  const repeated = [...finished.scales, ...finished.metrics].filter((one) => one.title === score.title).length > 1;
  const dimension = report.dimensions.find((one) => one.id === score.dimension);
  return repeated && dimension ? `${dimension.title}: ${score.title}` : score.title;
}
