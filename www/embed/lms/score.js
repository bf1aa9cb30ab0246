// The one number of a result that a learning system has room for.

/** @import { Finished, Score } from "../../types.js" */
/** @typedef {{composites?: {id: string, each?: string, range?: [number, number]}[]}} Definition */

/**
 * 0 to 100, or undefined. It is what the first band divides; without a band, the first composite of the whole whose
 * range lies within 0 to 100; without one, the mean of the scales. Which of them it is the definition decides, never
 * the answers: if it has no value, another does not take its place.
 * @param {Finished} finished @param {Definition} definition
 */
export function scoreOf({ metrics, scales, report }, { composites = [] }) {
  const whole = composites.find(({ each, range: [low, high] = [-1, 0] }) => !each && low >= 0 && high <= 100);
  const of = report.bands[0]?.of ?? metrics.find(({ id }) => id === whole?.id);
  const values = of ? [points(of)] : scales.map(points);
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return mean >= 0 && mean <= 100 ? Math.round(mean * 100) / 100 : undefined;
}

/** NaN for none: it makes every mean none. @param {Score} score */
const points = ({ value, display }) => (value ?? NaN) * (display === "percent" ? 100 : 1);
