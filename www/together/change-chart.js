// The picture of then and now: an outline where a dimension stood, a filled mark where it stands, an arrow from the
// one to the other.
import { fill, svg } from "../views/dom.js";
import { whole } from "../views/format.js";
import { FRAME, RADIUS, along, label, region, scales } from "../views/result/chart.js";
import { box } from "../views/result/place.js";
import { mark } from "../views/result/shapes.js";
import { difference } from "../views/result/words.js";

/** @import { Point } from "../views/result/chart.js" */
/** @import { Axes, Dimension } from "../views/result/words.js" */
/** @import { Context, When } from "./change.js" */

/** @type {readonly When[]} */
export const TIMES = ["earlier", "today"];

/** Of an outline: where nothing moved, it shows as a rim around today's mark. */
const RIM = 10.5;
const HEAD = 7;

/** @param {Context} context @param {Axes} axes */
export function changeChart(context, axes) {
  const { texts, result, times } = context;
  const said = [fill(result.picture_alt, axes), texts.picture_alt];
  const [earlier = [], today = []] = TIMES.map((when) => times[when].flatMap((dimension) => {
    const { title, point: { across, up, lead } } = dimension;
    if (across.value === null || up.value === null) return [];
    said.push(fill(texts.point_alt, {
      ...axes, title, when: texts[when], x: whole(across.value), y: whole(up.value), difference: difference({ texts: result, axes }, lead),
    }));
    return pointOf(dimension, along(across.value), -along(up.value));
  }));
  const pairs = today.flatMap((to) => earlier.filter(({ dimension }) => dimension.id === to.dimension.id).map((from) => ({ from, to })));
  const lone = earlier.filter(({ dimension }) => !today.some((one) => one.dimension.id === dimension.id));
  // Marks may lie on outlines and arrows if they must, words rather not.
  const taken = [...FRAME, ...earlier.map(({ x, y }) => box(x, y, RIM, RIM, 0.06)), ...pairs.flatMap(({ from, to }) =>
    [0.3, 0.5, 0.7].map((part) => box(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part, 4, 4, 0.2)))];
  const labelled = today.map((point) => ({ point, made: label(point, [...today, ...lone], taken) }));
  const left = lone.map((point) => svg("g.earlier", label(point, [...today, ...lone], taken)));
  taken.push(...[...today, ...earlier].flatMap(({ boxes }) => boxes));
  return svg("svg.chart", { viewBox: "-34 -314 336 352", role: "img", "aria-label": said.join(" ") },
    scales(axes),
    region(fill(result.across_side, axes), -1, 284, -12, 0, -26, taken),
    region(fill(result.up_side, axes), 1, 6, -278, 0, 26, taken),
    region(result.in_step, 0, 264, -264, -26, 26, taken),
    pairs.map(({ from }) => svg("g.earlier", { "data-dimension": from.dimension.id }, mark(from.dimension, from.x, from.y, RIM))),
    pairs.map(({ from, to }) => arrow(from, to, labelled.some(({ point, made }) => point === to && made.querySelector(".leader")) ? 3 : RADIUS + 1.5)),
    left, labelled.map(({ made }) => svg("g.today", made)));
}

/** @param {Dimension} dimension @param {number} x @param {number} y @returns {Point} */
const pointOf = (dimension, x, y) => ({ dimension, x, y, boxes: [box(x, y, RADIUS + 1)] });

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
