// What the sections of the result share: the context and the phrases for scores.
import { mid, round, shown, whole } from "../format.js";
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
export function standing({ texts, finished }, score) {
  if (score.status === "scored") return "";
  const counts = answered(finished);
  const of = score.of === null ? { answered: counts.answered, of: counts.total } : { answered: score.answered ?? 0, of: score.of };
  return fill(score.status === "provisional" ? texts.rests : texts.not_scored, of);
}

/** How many scored questions there are and how many are answered. @param {Finished} finished */
export function answered(finished) {
  const count = (/** @type {string} */ id) => finished.counts.find((one) => one.id === id)?.value ?? 0;
  const [given, dontKnow, unanswered] = [count("answered"), count("dont_know"), count("unanswered")];
  return { answered: given, dont_know: dontKnow, unanswered, total: given + dontKnow + unanswered };
}

/** Returns "Pressure ahead by 8", in words, never as a signed number. @param {Context} context @param {number | null | undefined} lead */
export function difference({ texts, report }, lead) {
  if (lead === null || lead === undefined) return texts.no_value;
  const n = round(lead);
  if (n === 0) return texts.level;
  const one = n > 0 ? report.picture?.across_title : report.picture?.up_title;
  return fill(texts.ahead_by, { one: one ?? "", n: whole(Math.abs(lead)) });
}

/** Returns the class of the tone of a dimension's state. @param {Context} context @param {string} dimension */
export function toneClass({ report }, dimension) {
  return `tone-${report.dimensions.find((one) => one.id === dimension)?.state?.tone ?? "none"}`;
}

/** Returns the title of a score, with its dimension where titles repeat. @param {Context} context @param {Score} score */
export function fullTitle({ report, finished }, score) {
  const repeated = [...finished.scales, ...finished.metrics].filter((one) => one.title === score.title).length > 1;
  const dimension = report.dimensions.find((one) => one.id === score.dimension);
  return repeated && dimension ? `${dimension.title}: ${mid(score.title)}` : score.title;
}
