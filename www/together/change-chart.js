// The picture of then and now: an outline where a dimension stood, a filled mark where it stands, an arrow from the
// one to the other.
import { fill, svg } from "../views/dom.js";
import { whole } from "../views/format.js";
import { FRAME, RADIUS, along, label, region, scales } from "../views/result/chart.js";
import { box, settle } from "../views/result/place.js";
import { mark } from "../views/result/shapes.js";
import { difference } from "../views/result/words.js";

/** @import { Point } from "../views/result/chart.js" */
/** @import { Box } from "../views/result/place.js" */
/** @import { Axes } from "../views/result/words.js" */
/** @import { Context, When } from "./change.js" */

/** @type {readonly When[]} */
export const TIMES = ["earlier", "today"];

/** Of an outline: where nothing moved, it shows as a rim around today's mark. */
const RIM = 9.5;
const HEAD = 7;

/** @param {Context} context @param {Axes} axes */
export function changeChart({ texts, result, times }, axes) {
  const said = [fill(result.picture_alt, axes), texts.picture_alt];
  const [earlier = [], today = []] = TIMES.map((when) => times[when].flatMap((dimension) => {
    const { title, point: { across, up, lead } } = dimension;
    if (across.value === null || up.value === null) return [];
    said.push(fill(texts.point_alt, {
      ...axes, title, when: texts[when], x: whole(across.value), y: whole(up.value), difference: difference({ texts: result, axes }, lead),
    }));
    const [x, y] = [along(across.value), -along(up.value)];
    return /** @type {Point} */ ({ dimension, x, y, boxes: [box(x, y, RADIUS + 1)] });
  }));
  const before = (/** @type {Point} */ { dimension: { id } }) => earlier.find(({ dimension }) => dimension.id === id);
  // Where today's point is missing, the earlier one takes its name.
  const named = [...today, ...earlier.filter(({ dimension: { id } }) => !today.some(({ dimension }) => dimension.id === id))];
  const crowded = named.filter((point) => named.some((other) => other !== point && Math.hypot(other.x - point.x, other.y - point.y) < 2 * RADIUS));
  const ways = today.flatMap((to) => {
    const from = before(to);
    return from ? { from, to } : [];
  });
  /** @param {number} weight */
  const onWays = (weight) => ways.flatMap(({ from, to }) => [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].map((part) =>
    box(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part, 3, 3, weight)));
  const taken = [...FRAME, ...onWays(0.02)];
  const made = new Map(crowded.map((point) => [point, label(point, named, taken)]));
  taken.push(...onWays(1), ...earlier.map(({ x, y }) => box(x, y, RIM, RIM, 1)), ...named.flatMap(({ boxes }) => boxes));
  for (const point of named) {
    if (!made.has(point)) made.set(point, svg("g.point", mark(point.dimension, point.x, point.y, RADIUS), title(point, before(point) ?? point, taken)));
  }
  return svg("svg.chart", { viewBox: "-34 -314 336 352", role: "img", "aria-label": said.join(" ") },
    scales(axes),
    region(fill(result.across_side, axes), -1, 284, -12, 0, -26, taken),
    region(fill(result.up_side, axes), 1, 6, -278, 0, 26, taken),
    region(result.in_step, 0, 264, -264, -26, 26, taken),
    ways.map(({ from }) => svg("g.earlier", mark(from.dimension, from.x, from.y, RIM))),
    ways.map(({ from, to }) => arrow(from, to, crowded.includes(to) ? 3 : RADIUS + 1.5)),
    named.map((point) => svg(`g.${today.includes(point) ? "today" : "earlier"}`, made.get(point))));
}

/** The name of a dimension beside where it stands or, if there is more room, where it stood. @param {Point} to @param {Point} from @param {Box[]} taken */
function title(to, from, taken) {
  const name = to.dimension.title;
  const text = name.length > 18 ? `${name.slice(0, 17)}\u2026` : name;
  const half = text.length * 3.4;
  const spots = [to, from].flatMap(({ x, y }, back) => Array.from({ length: 16 }, (_, n) => {
    const [cos, sin] = [Math.cos((n * Math.PI) / 8), -Math.sin((n * Math.PI) / 8)];
    const side = Math.round(cos);
    const at = { x: x + side * (11 + 2 * back), y: y + sin * (side ? 12 : 19 + 2 * back), side };
    return { ...at, cost: 20 * back + 3 * Math.abs(Math.cos(((n % 4) * Math.PI) / 4)), boxes: [box(at.x + side * half, at.y, half, 7)] };
  }));
  const { x, y, side } = settle(spots, taken);
  return svg("text.label", { x, y, dy: ".34em", "text-anchor": ["end", "middle", "start"][side + 1] }, text);
}

/** From the middle of an outline to the rim of a mark, where there is room between. @param {Point} from @param {Point} to @param {number} rim */
function arrow(from, to, rim) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const way = Math.hypot(dx, dy);
  if (way < rim + HEAD) return null;
  const [ux, uy] = [dx / way, dy / way];
  /** A place on the way, this far from its end and that far aside. @param {number} back @param {number} [aside] */
  const at = (back, aside = 0) => `${(to.x - ux * back - uy * aside).toFixed(2)} ${(to.y - uy * back + ux * aside).toFixed(2)}`;
  return svg("g.arrow", { "data-dimension": to.dimension.id },
    svg("path.shaft", { d: `M${from.x} ${from.y}L${at(rim + HEAD - 1)}` }), svg("circle", { cx: from.x, cy: from.y, r: 1.8 }),
    svg("path.tip", { d: `M${at(rim)}L${at(rim + HEAD, 3.6)}L${at(rim + HEAD, -3.6)}z` }));
}
