// Where words and marks go, so that nothing collides and nothing is cut. Pure and deterministic.

/** @typedef {{x: number, y: number, w: number, h: number, weight: number}} Box its middle, half of its sides, how bad it is to meet it */

/** @param {number} x @param {number} y @param {number} w @param {number} [h] @returns {Box} */
export const box = (x, y, w, h = w, weight = 9) => ({ x, y, w, h, weight });

/** How bad it is that one box meets another. @param {Box} a @param {Box} b */
const meet = (a, b) => b.weight * Math.max(0, a.w + b.w - Math.abs(a.x - b.x)) * Math.max(0, a.h + b.h - Math.abs(a.y - b.y));

/**
 * Takes the spot that costs and meets least, of equal ones the first.
 * @template {{boxes: Box[], cost: number}} Spot
 * @param {Spot[]} spots @param {Box[]} taken by what is placed already @param {Box[]} [others] what else must not be met
 */
export function settle(spots, taken, others = []) {
  const all = [...taken, ...others];
  /** @param {Spot} spot */
  const price = ({ boxes, cost }) => boxes.reduce((sum, one) => all.reduce((part, other) => part + meet(one, other), sum), cost);
  const best = spots.reduce((found, one) => (price(one) < price(found) ? one : found));
  taken.push(...best.boxes);
  return best;
}
