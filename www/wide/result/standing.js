// What a result is held against: archetypes, targets, norms.

import { dash, given, whole } from "../../views/format.js";
import { el, fill } from "../../views/dom.js";
import { section } from "../../views/result/parts.js";
import { table } from "../../views/result/table.js";
import { wideOf } from "./texts.js";

/** @import { Context } from "../../views/result/words.js" */
/** @import { WideTexts } from "../../wide.js" */

/** @param {Context} context */
export function archetypesSection(context) {
  const { archetypes } = context;
  const texts = wideOf(context);
  if (!archetypes || !texts) return "";
  const [nearest] = archetypes.list;
  if (!archetypes.known || !nearest) return section("archetypes", archetypes.title, el("p", texts.no_archetype));
  return section("archetypes", archetypes.title,
    el("p.stage-name", nearest.title), el("p.lede", nearest.text),
    table(texts.distances, "stack", [[texts.profile, "name"], [texts.distance, "number"]],
      archetypes.list.map(({ title, distance }) => [title, dash(distance, whole)])),
    el("p.fine", texts.distance_help));
}

/** @param {Context} context */
export function targetsSection(context) {
  const { targets = [] } = context;
  const texts = wideOf(context);
  if (!targets.length || !texts) return "";
  return section("targets", texts.targets, table(texts.targets, "stack",
    [[texts.score, "name"], [texts.value, "number"], [texts.target, "number"], [texts.gap]],
    targets.map(({ of, at, gap, reached, text }) => [
      [of.title, text && el("span.fine", text)], dash(of.value), given(texts, at),
      gap === null ? texts.unknown : reached ? texts.reached : fill(texts.below, { gap: whole(Math.abs(gap)) }),
    ])));
}

/** @param {Context} context */
export function normsSection(context) {
  const { norms = [] } = context;
  const texts = wideOf(context);
  if (!norms.length || !texts) return "";
  return section("norms", texts.norms, table(texts.norms, "stack",
    [[texts.score, "name"], [texts.value, "number"], [texts.among], [texts.norm, "number"]],
    norms.map(({ of, group, n, unit, value }) => [
      of.title, dash(of.value), n ? fill(texts.group_of, { group, n: n.toLocaleString(texts.tag) }) : group,
      dash(value, (number) => fill(texts.units[unit], { value: given(texts, number) })),
    ])), sources(texts, norms));
}

/** Where the norms come from, each once. @param {WideTexts} texts @param {NonNullable<Context["norms"]>} norms */
function sources(texts, norms) {
  const found = new Map(norms.flatMap(({ source }) => source).map((one) => [one.title, one.url]));
  return el("p.fine", texts.source, " ", [...found].map(([title, url], n) => [n > 0 && "; ",
    url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title) : title]));
}
