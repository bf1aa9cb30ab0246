// Where marks and labels go, so that nothing collides and nothing is cut. Pure and deterministic.
// Sizes are those of the narrowest picture, where letters are largest; wider pictures draw the same
// places with smaller letters.

/** @typedef {{x: number, y: number, w: number, h: number}} Box left, top, width, height */
/** @typedef {{x: number, y: number, text: string}} Point */
/** @typedef {{x: number, y: number, labelX: number, labelY: number, anchor: "start" | "middle" | "end", leader: boolean, boxes: Box[]}} Place `boxes` is what mark and label cover */

/** Radius of a mark. */
export const RADIUS = 7;
/** Height of a label's letters and the average width of one, in the narrowest picture. */
const LETTER = { w: 8, h: 16 };
const NEAR = 2 * RADIUS + 3;
const TURNS = [0, 4, 2, 6, 1, 7, 3, 5, 0.5, 3.5, 4.5, 7.5, 1.5, 2.5, 5.5, 6.5];

/** @param {Box} a @param {Box} b */
const overlap = (a, b) => Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

/** @param {Box} inner @param {Box} outer */
const inside = (inner, outer) => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;

/** Square around a point. @param {{x: number, y: number}} at @param {number} half @returns {Box} */
export const around = ({ x, y }, half) => ({ x: x - half, y: y - half, w: 2 * half, h: 2 * half });

/** How much of `taken` lies under `boxes`. @param {Box[]} boxes @param {Box[]} taken */
const covered = (boxes, taken) => boxes.reduce((sum, box) => sum + taken.reduce((part, other) => part + overlap(box, other), 0), 0);

/**
 * Returns the first of `candidates` that touches least of `taken`.
 * @template {Box} T @param {T[]} candidates @param {Box[]} taken @returns {T}
 */
export const freest = (candidates, taken) => candidates.reduce((best, one) => (covered([one], taken) < covered([best], taken) ? one : best));

/**
 * Returns a place for each point: the mark on the point where there is room, else beside it with a leader line.
 * @param {Point[]} points @param {Box} field the whole picture @param {Box[]} taken boxes no label may touch
 * @param {Box[]} faint boxes a label should rather not touch @returns {Place[]}
 */
export function place(points, field, taken, faint) {
  const crowded = points.map((point) => points.some((other) => other !== point && Math.hypot(other.x - point.x, other.y - point.y) < NEAR));
  const busy = [...taken, ...points.map((point, index) => around(point, crowded[index] ? 4 : RADIUS + 1))];
  return points.map((point, index) => {
    const own = busy[taken.length + index];
    const others = busy.filter((box) => box !== own || crowded[index]);
    const cost = (/** @type {Candidate} */ { box, mark, leader, cost }) => cost + covered([box], faint) / 12 + 9 * covered([box, ...(mark ? [mark] : []), ...leader], others);
    const chosen = candidates(point, crowded[index] ?? false)
      .filter(({ box, mark }) => inside(box, field) && (!mark || inside(mark, field)))
      .reduce((best, one) => (cost(one) < cost(best) ? one : best));
    busy.push(chosen.box, ...(chosen.mark ? [chosen.mark] : []), ...chosen.leader);
    return chosen.place;
  });
}

/** @typedef {{place: Place, box: Box, mark: Box | null, leader: Box[], cost: number}} Candidate */

/** All places worth trying for one point, nearest first. @param {Point} point @param {boolean} crowded @returns {Candidate[]} */
function candidates(point, crowded) {
  const distances = crowded ? [24, 34, 46, 60, 76, 94, 114] : [0, 30, 44, 60, 80];
  return distances.flatMap((distance) => TURNS.map((turn, order) => candidate(point, crowded, distance, (turn * Math.PI) / 4, distance + order / 8)));
}

/**
 * A label `distance` away from the point. A crowded point takes its mark along; else only the label moves.
 * @param {Point} point @param {boolean} crowded @param {number} distance @param {number} angle @param {number} cost @returns {Candidate}
 */
function candidate(point, crowded, distance, angle, cost) {
  const [cos, sin] = [Math.cos(angle), -Math.sin(angle)];
  const at = { x: point.x + distance * cos, y: point.y + distance * sin };
  const gap = crowded || distance === 0 ? RADIUS + 4 : 3;
  const side = cos > 0.3 ? 1 : cos < -0.3 ? -1 : 0;
  const labelX = at.x + side * gap;
  const labelY = at.y + sin * (side === 0 ? gap + LETTER.h / 2 : distance === 0 ? gap + 3 : 0);
  const w = point.text.length * LETTER.w;
  const box = { x: labelX - (w * (1 - side)) / 2, y: labelY - LETTER.h / 2, w, h: LETTER.h };
  const anchor = side > 0 ? "start" : side < 0 ? "end" : "middle";
  const on = crowded ? at : point;
  return { place: { x: on.x, y: on.y, labelX, labelY, anchor, leader: distance > 0, boxes: [box, around(on, RADIUS + 2)] }, box, mark: crowded ? around(at, RADIUS + 1) : null, leader: steps(point, at, distance), cost };
}

/** The leader line as small boxes, without its ends. @param {Point} from @param {{x: number, y: number}} to @param {number} distance @returns {Box[]} */
function steps(from, to, distance) {
  const found = [];
  for (let at = 10; at < distance - RADIUS; at += 4) {
    found.push(around({ x: from.x + ((to.x - from.x) * at) / distance, y: from.y + ((to.y - from.y) * at) / distance }, 1.5));
  }
  return found;
}
