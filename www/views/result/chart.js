// The picture: pressure across, practice up, and the corridor in which the two keep pace. Drawn for the
// narrowest picture, where letters are largest; wider pictures show the same with smaller letters.
import { whole } from "../format.js";
import { fill, svg } from "../dom.js";
import { box, settle } from "./place.js";
import { mark } from "./shapes.js";
import { difference } from "./words.js";

/** @import { Axes, Context, Dimension } from "./words.js" */
/** @import { Box } from "./place.js" */
/** @typedef {{dimension: Dimension, x: number, y: number, boxes: Box[]}} Point `boxes`: where mark and wobble are */

const RADIUS = 7;
/** Words should rather not cross a wobble. */
const FAINT = 0.2;
const px = (/** @type {number} */ value) => 34 + value * 2.9;
const py = (/** @type {number} */ value) => 314 - value * 2.9;

/** What words must keep clear of: the world outside, the title of the upper axis, its numbers. */
const FRAME = [
  box(-499, 0, 500, 999), box(835, 0, 500, 999), box(0, -492, 999, 500), box(0, 822, 999, 500),
  box(42, 6, 42, 7), box(12, 24, 13, 7), box(12, 169, 13, 7),
];

/** @param {Context} context */
export function chart(context) {
  const { texts, axes, dimensions } = context;
  const said = [fill(texts.picture_alt, axes)];
  const wobbles = /** @type {Element[]} */ ([]);
  const points = dimensions.flatMap((dimension) => {
    const { across, up, lead, title } = dimension.point;
    if (across.value === null || up.value === null) return [];
    const [x, y] = [px(across.value), py(up.value)];
    const [left, right] = across.band ?? [across.value, across.value];
    const [low, high] = up.band ?? [up.value, up.value];
    said.push(fill(texts.point_alt, { ...axes, title, x: whole(across.value), y: whole(up.value), difference: difference(context, lead) }));
    wobbles.push(svg("path.wobble", { d: `M${px(left)} ${y}H${px(right)}M${x} ${py(low)}V${py(high)}` }));
    return { dimension, x, y, boxes: [
      box(x, y, RADIUS + 1), box(px((left + right) / 2), y, (right - left) * 1.45, 1, FAINT), box(x, py((low + high) / 2), 1, (high - low) * 1.45, FAINT),
    ] };
  });
  const taken = [...FRAME];
  const labelled = points.map((point) => label(point, points, taken));
  taken.push(...points.flatMap(({ boxes }) => boxes));
  return svg("svg.chart", { viewBox: "0 0 336 352", role: "img", "aria-label": said.join(" ") },
    scales(axes),
    region(fill(texts.across_side, axes), -1, [98, 4], [0, 9], taken),
    region(fill(texts.up_side, axes), 1, [2, 96], [0, -9], taken),
    region(texts.in_step, 0, [91, 91], [-9, -9], taken),
    wobbles, labelled);
}

/** @param {string} kind @param {number} x @param {number} y @param {number} side 1: begins at x, -1: ends there, 0: stands over it @param {string} text */
const words = (kind, x, y, side, text) => svg(`text.${kind}`, { x, y, dy: ".34em", "text-anchor": ["end", "middle", "start"][side + 1] }, text);

/** Corridor and axes. @param {Axes} axes */
const scales = ({ corridor, Up, Across }) => [
  svg("polygon.corridor", { points: [0, 0, corridor, 0, 100, 100 - corridor, 100, 100, 100 - corridor, 100, 0, corridor].map((value, index) => (index % 2 ? py : px)(value)).join() }),
  svg("path.axis", { d: "M34 24V314H324" }),
  [0, 50, 100].map((value) => [
    svg("path.axis", { d: `M${px(value)} 314v4M34 ${py(value)}h-4` }),
    words("tick", px(value), 329, 0, whole(value)), words("tick", 23, py(value), -1, whole(value)),
  ]),
  words("axis-title", 0, 6, 1, `${Up} \u2191`), words("axis-title", 324, 345, -1, `${Across} \u2192`),
];

/** Words for a part of the picture, on the first free of ten places in a row. @param {string} text @param {number} side @param {[number, number]} from @param {[number, number]} step @param {Box[]} taken */
function region(text, side, from, step, taken) {
  const half = text.length * 3.2;
  const { x, y } = settle(Array.from({ length: 10 }, (_, n) => {
    const [x, y] = [px(from[0] + n * step[0]), py(from[1] + n * step[1])];
    return { x, y, cost: 0, boxes: [box(x + side * half, y, half, 7)] };
  }), taken);
  return words("region", x, y, side, text);
}

/** A mark with its label: on its point where there is room, else beside it with a leader line. @param {Point} point @param {Point[]} points @param {Box[]} taken */
function label(point, points, taken) {
  const { dimension, x, y } = point;
  const { id, title } = dimension;
  const text = title.length > 18 ? `${title.slice(0, 17)}\u2026` : title;
  const spots = Array.from({ length: 128 }, (_, n) => spot(point, text.length * 5, (n >> 4) && 12 + 12 * (n >> 4), (n * Math.PI) / 8));
  const { away, at, labelX, labelY, side } = settle(spots, taken, points.flatMap((other) => (other === point ? [] : other.boxes)));
  return svg("g.point", { "data-dimension": id },
    away > 0 && [svg("path.leader", { d: `M${x} ${y}L${at.x} ${at.y}` }), svg("circle.dot", { cx: x, cy: y, r: 2 })],
    mark(dimension, at.x, at.y, RADIUS), words("label", labelX, labelY, side, text));
}

/** A place for a mark and its label. @param {Point} point @param {number} half of the width of the label @param {number} away @param {number} angle */
function spot({ x, y }, half, away, angle) {
  const [cos, sin] = [Math.cos(angle), -Math.sin(angle)];
  /** @param {number} part of the way from the point to the mark @param {number} size */
  const along = (part, size) => box(x + part * away * cos, y + part * away * sin, size);
  const at = along(1, RADIUS + 1);
  const side = Math.round(cos);
  const labelX = at.x + side * 11;
  const labelY = at.y + sin * (side ? 13 : 19);
  const leader = [0.3, 0.5, 0.7].map((part) => along(part, away / 9));
  // Aslant, a label keeps clear of the point's own wobble.
  return { away, at, labelX, labelY, side, cost: away + 3 * Math.abs(Math.cos(2 * angle)), boxes: [at, box(labelX + side * half, labelY, half, 9), ...leader] };
}
