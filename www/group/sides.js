// How far the averages of two sides lie apart, by the spread within the sides.

import { el, fill, svg } from "../views/dom.js";
import { percent, whole } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";
import { cell, known, why } from "./figure.js";
import { scaleName } from "./scales.js";

/** @import { GroupSide } from "../types.js" */
/** @import { Context } from "./figures.js" */

/** Standard deviations at the ends of the line. */
const REACH = 2;

/** @param {Context} context */
export function sidesSection(context) {
  const { texts: { sides: texts }, group: { sides, roles }, said } = context;
  if (!sides?.scales.some(({ n }) => n[0] + n[1])) return false;
  const labels = (/** @type {GroupSide} */ side) => side.roles.map((id) => roles.find((role) => role.id === id)?.label ?? id).join(", ");
  const name = (/** @type {GroupSide} */ side) => side.label ?? labels(side);
  const [first, second] = [name(sides.first), name(sides.second)];
  const who = (/** @type {GroupSide} */ side) => side.label && el("p.soft", said, `${side.label}: ${labels(side)}`);
  return section("sides", fill(texts.title, { first, second }), who(sides.first), who(sides.second),
    sides.scales.some(({ hedges_g }) => why(hedges_g) === "too_few") && el("p", fill(texts.too_few, sides)),
    table(texts.caption, "scales rows stack", [[texts.scale, "name"], ["", "pair"], [texts.difference], [fill(texts.scores, { side: first }), "number"], [fill(texts.scores, { side: second }), "number"]],
      sides.scales.map(({ scale, n, hedges_g: g }) => [scaleName(context, scale), line(known(g)), cell(context, g, words), n[0], n[1]]),
      (n) => ({ "data-sides": sides.scales[n]?.scale })),
    el("p.fine", fill(texts.key, { first, second })), el("p.soft", texts.note));

  /** @param {number} g */
  function words(g) {
    const by = percent(Math.abs(g)).replace(" ", "\u00a0");
    return whole(g * 100) === "0" ? texts.level : fill(texts.higher, { side: g > 0 ? first : second, by });
  }
}

/** From the middle, where there is no difference, to the right where the first side is higher. @param {number | null} g */
function line(g) {
  const at = (/** @type {number} */ deviations) => `${50 + 50 * Math.max(-1, Math.min(1, deviations / REACH))}%`;
  return svg("svg.line", { "aria-hidden": "true" },
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }),
    [-2, -1, 0, 1, 2].map((tick) => svg("line.track", { x1: at(tick), x2: at(tick), y1: tick ? 5 : 2, y2: tick ? 11 : 14 })),
    g !== null && [svg("line.bar", { x1: "50%", x2: at(g), y1: 8, y2: 8 }), svg("circle.head", { cx: at(g), cy: 8, r: 5 })]);
}
