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

export const RADIUS = 7;
/** Words should rather not cross a wobble. */
const FAINT = 0.2;
/** A score as a length; the origin of the picture is that of its axes. @param {number} value */
export const along = (value) => value * 2.9;

/** What words must keep clear of: the world outside, the title of the upper axis, its numbers. */
export const FRAME = [
  box(-533, 0, 500, 999), box(801, 0, 500, 999), box(0, -806, 999, 500), box(0, 508, 999, 500),
  box(8, -308, 42, 7), box(-22, -290, 13, 7), box(-22, -145, 13, 7),
];

/** @param {Context} context */
export function chart(context) {
  const { texts, axes, dimensions } = context;
  const said = [fill(texts.picture_alt, axes)];
  const wobbles = /** @type {Element[]} */ ([]);
  const points = dimensions.flatMap((dimension) => {
    const { across, up, lead, title } = dimension.point;
    if (across.value === null || up.value === null) return [];
    const [x, y] = [along(across.value), -along(up.value)];
    const [left = x, right = x] = across.band?.map(along) ?? [];
    const [low = -y, high = -y] = up.band?.map(along) ?? [];
    said.push(fill(texts.point_alt, { ...axes, title, x: whole(across.value), y: whole(up.value), difference: difference(context, lead) }));
    wobbles.push(svg("path.wobble", { d: `M${left} ${y}H${right}M${x} ${-low}V${-high}` }));
    return { dimension, x, y, boxes: [
      box(x, y, RADIUS + 1), box((left + right) / 2, y, (right - left) / 2, 1, FAINT), box(x, (low + high) / -2, 1, (high - low) / 2, FAINT),
    ] };
  });
  const taken = [...FRAME];
  const labelled = points.map((point) => label(point, points, taken));
  taken.push(...points.flatMap(({ boxes }) => boxes));
  return svg("svg.chart", { viewBox: "-34 -314 336 352", role: "img", "aria-label": said.join(" ") },
    scales(axes),
    region(fill(texts.across_side, axes), -1, 284, -12, 0, -26, taken),
    region(fill(texts.up_side, axes), 1, 6, -278, 0, 26, taken),
    region(texts.in_step, 0, 264, -264, -26, 26, taken),
    wobbles, labelled);
}

/** @param {string} kind @param {number} x @param {number} y @param {number} side 1: begins at x, -1: ends there, 0: stands over it @param {string} text */
const words = (kind, x, y, side, text) => svg(`text.${kind}`, { x, y, dy: ".34em", "text-anchor": ["end", "middle", "start"][side + 1] }, text);

/** Corridor and axes. @param {Axes} axes */
export function scales({ corridor, Up, Across }) {
  const wide = along(corridor);
  return [
    svg("path.corridor", { d: `M0 0H${wide}L290 ${wide - 290}V-290H${290 - wide}L0 ${-wide}z` }),
    svg("path.axis", { d: "M0-290V0H290" }),
    [0, 50, 100].map((value) => [
      svg("path.axis", { d: `M${along(value)} 0v4M0 ${-along(value)}h-4` }),
      words("tick", along(value), 15, 0, whole(value)), words("tick", -11, -along(value), -1, whole(value)),
    ]),
    words("axis-title", -34, -308, 1, `${Up} \u2191`), words("axis-title", 290, 31, -1, `${Across} \u2192`),
  ];
}

/** Words for a part of the picture, on the first free of ten places in a row. @param {string} text @param {number} side @param {number} x @param {number} y @param {number} toX @param {number} toY @param {Box[]} taken */
export function region(text, side, x, y, toX, toY, taken) {
  const half = text.length * 3.2;
  const spots = Array.from({ length: 10 }, (_, n) => ({ cost: n, boxes: [box(x + n * toX + side * half, y + n * toY, half, 7)] }));
  const { cost: n } = settle(spots, taken);
  return words("region", x + n * toX, y + n * toY, side, text);
}

/** A mark with its label: on its point where there is room, else beside it with a leader line. @param {Point} point @param {Point[]} points @param {Box[]} taken */
export function label(point, points, taken) {
  const { dimension, x, y } = point;
  const { id, title } = dimension;
  const text = title.length > 18 ? `${title.slice(0, 17)}\u2026` : title;
  const spots = Array.from({ length: 80 }, (_, n) => spot(point, text.length * 5, 24 * (n >> 4), (n * Math.PI) / 8));
  const { at, labelX, labelY, side } = settle(spots, taken, points.flatMap((other) => (other === point ? [] : other.boxes)));
  return svg("g.point", { "data-dimension": id },
    // under the mark where that is not away
    svg("path.leader", { d: `M${x} ${y}L${at.x} ${at.y}` }), svg("circle.dot", { cx: x, cy: y, r: 2 }),
    mark(dimension, at.x, at.y, RADIUS), words("label", labelX, labelY, side, text));
}

/** A place for a mark and its label. @param {Point} point @param {number} half of the width of the label @param {number} away @param {number} angle */
function spot({ x, y }, half, away, angle) {
  const [cos, sin] = [Math.cos(angle), -Math.sin(angle)];
  // The leader, and the mark at its end.
  const boxes = [0.3, 0.5, 0.7, 1].map((part) => box(x + part * away * cos, y + part * away * sin, part < 1 ? away / 9 : RADIUS + 1));
  const at = { x: x + away * cos, y: y + away * sin };
  const side = Math.round(cos);
  const labelX = at.x + side * 11;
  const labelY = at.y + sin * (side ? 13 : 19);
  // Aslant, a label keeps clear of the point's own wobble.
  return { at, labelX, labelY, side, cost: away + 3 * Math.abs(Math.cos(2 * angle)), boxes: [...boxes, box(labelX + side * half, labelY, half, 9)] };
}
