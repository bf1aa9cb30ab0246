// The picture: pressure across, practice up, and the corridor in which the two keep pace.
import { mid, whole } from "../format.js";
import { fill, svg } from "./nodes.js";
import { freest, place, RADIUS } from "./place.js";
import { mark } from "./shapes.js";
import { difference, toneClass } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {NonNullable<import("../../types.d.ts").Report["picture"]>} Picture */
/** @typedef {import("./place.js").Box} Box */

const VIEW = { w: 336, h: 352 };
const PLOT = { x: 34, y: 24, size: 290 };
/** Where labels may go, and what the axes have taken of it. */
const FIELD = { x: 1, y: 8, w: VIEW.w - 2, h: PLOT.y + PLOT.size };
const AXIS_WORDS = [{ x: 0, y: 0, w: 84, h: 13 }, { x: 0, y: PLOT.y - 7, w: 25, h: 14 }, { x: 0, y: PLOT.y + PLOT.size / 2 - 7, w: 25, h: 14 }];
const px = (/** @type {number} */ value) => PLOT.x + (value / 100) * PLOT.size;
const py = (/** @type {number} */ value) => PLOT.y + PLOT.size - (value / 100) * PLOT.size;
const clamp = (/** @type {number} */ value) => Math.min(100, Math.max(0, value));

/** @param {Context} context @param {Picture} picture @param {string} id names of title and description */
export function chart(context, picture, id) {
  const { texts } = context;
  const points = picture.points.flatMap((point, index) => {
    const [across, up] = [point.across.value, point.up.value];
    return across === null || up === null ? [] : [{ ...point, index, x: px(across), y: py(up), text: shorten(point.title) }];
  });
  const wobbles = points.flatMap((point) => wobble(point));
  const faint = wobbles.map(({ box }) => box);
  const places = place(points, FIELD, AXIS_WORDS, faint);
  const regions = regionBoxes(context, picture, [...places.flatMap(({ boxes }) => boxes.flatMap((box) => [box, box, box, box])), ...faint]);
  const words = { across: picture.across_title, up: mid(picture.up_title), corridor: picture.corridor };
  return svg("svg", { class: "chart", viewBox: `0 0 ${VIEW.w} ${VIEW.h}`, role: "img", "aria-labelledby": `${id}-t ${id}-d` },
    svg("title", { id: `${id}-t` }, fill(texts.picture, words)),
    svg("desc", { id: `${id}-d` }, [fill(texts.picture_alt, words), ...points.map((point) => pointWords(context, picture, point))].join(" ")),
    svg("polygon", { class: "corridor", points: corridor(picture.corridor) }),
    axes(picture),
    ...regions.map(({ text, box }) => svg("text", { class: "region", "text-anchor": box.anchor, x: box.textX, y: box.y + 11 },
      ...text.map((line, index) => svg("tspan", { x: box.textX, dy: index ? "1.2em" : 0 }, line)))),
    ...wobbles.map(({ line }) => line),
    ...points.map((point, index) => {
      const at = /** @type {import("./place.js").Place} */ (places[index]);
      const tone = `${toneClass(context, point.dimension)}${point.status === "provisional" ? " provisional" : ""}`;
      return svg("g", { class: "point", "data-dimension": point.dimension },
        at.leader ? svg("path", { class: "leader", d: `M${point.x} ${point.y}L${at.x === point.x && at.y === point.y ? `${at.labelX} ${at.labelY}` : `${at.x} ${at.y}`}` }) : null,
        at.leader ? svg("circle", { class: "dot", cx: point.x, cy: point.y, r: 2 }) : null,
        mark(point.index, at.x, at.y, RADIUS, tone),
        svg("text", { class: "label", x: at.labelX, y: at.labelY, dy: ".34em", "text-anchor": at.anchor }, point.text));
    }));
}

/** @param {Context} context @param {Picture} picture @param {Picture["points"][number]} point */
function pointWords(context, picture, point) {
  return fill(context.texts.point_alt, {
    title: point.title, across: mid(picture.across_title), x: whole(point.across.value ?? 0),
    up: mid(picture.up_title), y: whole(point.up.value ?? 0), difference: difference(context, point.lead),
  });
}

/** @param {number} corridor */
function corridor(corridor) {
  const ends = [[0, 0], [corridor, 0], [100, 100 - corridor], [100, 100], [100 - corridor, 100], [0, corridor]];
  return ends.map(([x = 0, y = 0]) => `${px(x)},${py(y)}`).join(" ");
}

/** @param {Picture} picture */
function axes(picture) {
  const ticks = [0, 50, 100].flatMap((value) => [
    svg("path", { class: "axis", d: `M${px(value)} ${py(0)}v4M${px(0)} ${py(value)}h-4` }),
    svg("text", { class: "tick", x: px(value), y: py(0) + 19, "text-anchor": "middle" }, whole(value)),
    value ? svg("text", { class: "tick", x: px(0) - 11, y: py(value), dy: ".34em", "text-anchor": "end" }, whole(value)) : null,
  ]);
  return svg("g", { "aria-hidden": "true" },
    svg("path", { class: "axis", d: `M${px(0)} ${py(100)}V${py(0)}H${px(100)}` }), ...ticks,
    svg("text", { class: "axis-title", x: 0, y: 10 }, `${picture.up_title} \u2191`),
    svg("text", { class: "axis-title", x: px(100), y: VIEW.h - 3, "text-anchor": "end" }, `${picture.across_title} \u2192`));
}

/** The typical wobble of a point as a cross. @param {Picture["points"][number] & {x: number, y: number}} point */
function wobble(point) {
  const lines = [];
  const [across, up] = [point.across.band, point.up.band];
  if (across) lines.push({ box: { x: px(clamp(across[0])), y: point.y - 1, w: px(clamp(across[1])) - px(clamp(across[0])), h: 2 }, d: `M${px(clamp(across[0]))} ${point.y}H${px(clamp(across[1]))}` });
  if (up) lines.push({ box: { x: point.x - 1, y: py(clamp(up[1])), w: 2, h: py(clamp(up[0])) - py(clamp(up[1])) }, d: `M${point.x} ${py(clamp(up[0]))}V${py(clamp(up[1]))}` });
  return lines.map(({ box, d }) => ({ box, line: svg("path", { class: "wobble", d }) }));
}

/**
 * Words for the three regions, each where it meets least of what is drawn.
 * @param {Context} context @param {Picture} picture @param {Box[]} taken
 */
function regionBoxes({ texts }, picture, taken) {
  const [across, up] = [mid(picture.across_title), mid(picture.up_title)];
  const found = [
    { text: fill(texts.ahead, { one: across, other: "\n" + up }), at: [[98, 12], [98, 26], [98, 40], [66, 12], [82, 12]], side: -1 },
    { text: fill(texts.ahead, { one: up, other: "\n" + across }), at: [[2, 98], [2, 84], [2, 70], [34, 98], [18, 98]], side: 1 },
    { text: texts.in_step, at: [[92, 95], [8, 12], [84, 87], [16, 20], [70, 73], [30, 34], [57, 60], [43, 47]], side: 0 },
  ];
  return found.map(({ text, at, side }) => {
    const lines = text.split(/ ?\n/);
    const w = Math.max(...lines.map((line) => line.length)) * 6.4;
    const boxes = at.map(([x = 0, y = 0]) => {
      const textX = px(x);
      return { x: textX - (w * (1 - side)) / 2, y: py(y), w, h: 13 * lines.length + 1, textX, anchor: side > 0 ? "start" : side < 0 ? "end" : "middle" };
    });
    return { text: lines, box: freest(boxes, taken) };
  });
}

/** A label short enough for the picture; the table has it in full. @param {string} title */
const shorten = (title) => (title.length > 18 ? `${title.slice(0, 17)}\u2026` : title);
