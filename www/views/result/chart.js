// The picture: pressure across, practice up, and the corridor in which the two keep pace. Drawn for the
// narrowest picture, where letters are largest; wider pictures show the same with smaller letters.
import { whole } from "../format.js";
import { fill, svg } from "../dom.js";
import { box, settle } from "./place.js";
import { mark } from "./shapes.js";
import { difference } from "./words.js";

/** @import { Context, Dimension } from "./words.js" */
/** @import { Box } from "./place.js" */
/** @typedef {{dimension: Dimension, title: string, x: number, y: number, lines: Box[]}} Point */

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [336, 352, 34, 24, 324, 314];
const RADIUS = 7;
/** Words should rather not cross a wobble. */
const FAINT = 0.02;
const px = (/** @type {number} */ value) => LEFT + value * 2.9;
const py = (/** @type {number} */ value) => BOTTOM - value * 2.9;

/** What words must keep clear of from the start: the world outside, the title of the upper axis, its numbers. */
const FRAME = [
  box(-499, 0, 500, 999), box(WIDTH + 499, 0, 500, 999), box(0, -492, 999, 500), box(0, BOTTOM + 508, 999, 500),
  box(42, 6, 42, 7), box(12, py(100), 13, 7), box(12, py(50), 13, 7),
];

/** @param {Context} context */
export function chart(context) {
  const { texts, axes, dimensions } = context;
  const taken = [...FRAME];
  const drawn = dimensions.flatMap((dimension) => {
    const { across, up, lead, title } = /** @type {NonNullable<Dimension["point"]>} */ (dimension.point);
    if (across.value === null || up.value === null) return [];
    const [x, y] = [px(across.value), py(up.value)];
    const [left, right] = across.band ?? [across.value, across.value];
    const [low, high] = up.band ?? [up.value, up.value];
    return [{
      dimension, title, x, y,
      said: fill(texts.point_alt, { ...axes, title, x: whole(across.value), y: whole(up.value), difference: difference(context, lead) }),
      wobble: `M${px(left)} ${y}H${px(right)}M${x} ${py(low)}V${py(high)}`,
      lines: [box(px((left + right) / 2), y, (right - left) * 1.45, 1, FAINT), box(x, py((low + high) / 2), 1, (high - low) * 1.45, FAINT)],
    }];
  });
  const points = drawn.map((point) => labelled(point, drawn, taken));
  taken.push(...drawn.flatMap(({ lines }) => lines));
  return svg("svg.chart", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": [fill(texts.picture_alt, axes), ...drawn.map(({ said }) => said)].join(" ") },
    svg("polygon.corridor", { points: corridor(axes.corridor) }), scales(axes),
    region(fill(texts.across_side, axes), -1, [4, 13, 22, 31, 40].map((y) => [98, y]), taken),
    region(fill(texts.up_side, axes), 1, [96, 87, 78, 69, 60].map((y) => [2, y]), taken),
    region(texts.in_step, 0, [91, 9, 82, 18, 71, 29, 57, 43].map((both) => [both, both]), taken),
    drawn.map(({ wobble }) => svg("path.wobble", { d: wobble })), points);
}

/** @param {string} kind @param {number} x @param {number} y @param {number} side 1: begins at x, -1: ends there, 0: stands over it @param {string} text */
const words = (kind, x, y, side, text) => svg(`text.${kind}`, { x, y, dy: ".34em", "text-anchor": ["end", "middle", "start"][side + 1] }, text);

/** @param {number} wide */
const corridor = (wide) => [[0, 0], [wide, 0], [100, 100 - wide], [100, 100], [100 - wide, 100], [0, wide]].map(([x = 0, y = 0]) => `${px(x)},${py(y)}`).join(" ");

/** @param {Context["axes"]} axes */
const scales = (axes) => svg("g", { "aria-hidden": "true" },
  svg("path.axis", { d: `M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}` }),
  [0, 50, 100].map((value) => [
    svg("path.axis", { d: `M${px(value)} ${BOTTOM}v4M${LEFT} ${py(value)}h-4` }),
    words("tick", px(value), BOTTOM + 15, 0, whole(value)), words("tick", LEFT - 11, py(value), -1, whole(value)),
  ]),
  words("axis-title", 0, 6, 1, `${axes.Up} \u2191`), words("axis-title", RIGHT, HEIGHT - 7, -1, `${axes.Across} \u2192`));

/** Words for a part of the picture, where they meet least. @param {string} text @param {number} side @param {number[][]} places @param {Box[]} taken */
function region(text, side, places, taken) {
  const half = text.length * 3.2;
  const { x, y } = settle(places.map(([across = 0, up = 0]) => {
    const [x, y] = [px(across), py(up)];
    return { x, y, cost: 0, boxes: [box(x + side * half, y, half, 7)] };
  }), taken);
  return words("region", x, y, side, text);
}

/** A mark with its label: on its point where there is room, else beside it with a leader line. @param {Point} point @param {Point[]} all @param {Box[]} taken */
function labelled(point, all, taken) {
  const text = point.title.length > 18 ? `${point.title.slice(0, 17)}\u2026` : point.title;
  const others = all.filter((other) => other !== point).flatMap(({ x, y, lines }) => [box(x, y, RADIUS + 1), ...lines]);
  const spots = [0, 24, 34, 46, 60, 76, 94, 114].flatMap((distance) => Array.from({ length: 16 }, (_, turn) => spot(point, text, distance, (turn * Math.PI) / 8)));
  const { x, y, labelX, labelY, side, boxes } = settle(spots, [...taken, ...others]);
  taken.push(...boxes);
  return svg("g.point", { "data-dimension": point.dimension.id },
    (x !== point.x || y !== point.y) && [svg("path.leader", { d: `M${point.x} ${point.y}L${x} ${y}` }), svg("circle.dot", { cx: point.x, cy: point.y, r: 2 })],
    mark(point.dimension, x, y, RADIUS), words("label", labelX, labelY, side, text));
}

/** @param {Point} point @param {string} text @param {number} distance @param {number} angle */
function spot(point, text, distance, angle) {
  const [cos, sin] = [Math.cos(angle), -Math.sin(angle)];
  const [x, y] = [point.x + distance * cos, point.y + distance * sin];
  const side = Math.round(cos);
  const labelX = x + side * (RADIUS + 4);
  const labelY = y + sin * (side ? 13 : RADIUS + 12);
  const half = text.length * 4;
  const leader = Array.from({ length: Math.max(0, distance / 6 - 3) }, (_, step) => (step + 2) * 6 / distance)
    .map((part) => box(point.x + (x - point.x) * part, point.y + (y - point.y) * part, 1.5));
  // Aslant, a label keeps clear of the point's own wobble.
  return { x, y, labelX, labelY, side, cost: distance + 3 * Math.abs(Math.cos(2 * angle)), boxes: [box(x, y, RADIUS + 1), box(labelX + side * half, labelY, half, 8), ...leader] };
}
