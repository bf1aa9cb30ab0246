// For those who look after the instrument: how the questions of a scale go together. Closed at first, and made
// when it is opened; people who answered have no use for it.

import { count, el, fill } from "../views/dom.js";
import { percent, whole } from "../views/format.js";
import { table } from "../views/result/table.js";
import { known, why } from "./figure.js";
import { wording } from "./items.js";
import { saver } from "./saver.js";

/** @import { Calibration, Figure, Spoken } from "../types.js" */
/** @import { Context as Shown } from "./figures.js" */
/** @typedef {Shown & {calibration: Calibration}} Context */
/** @typedef {NonNullable<Calibration["scales"]>[number]} Scale */

/** @param {Context} context */
export function calibrationSection(context) {
  const { texts: { calibration: texts } } = context;
  const root = el("details.maintainer", el("summary", el("h3", texts.title)));
  root.addEventListener("toggle", () => root.append(body(context)), { once: true });
  return el("section.part.part-calibration", root);
}

/** @param {Context} context */
function body(context) {
  const { texts: { calibration: texts }, calibration, model, said } = context;
  const { scales, agreements, units, least, n } = calibration;
  if (!scales) return el("p", fill(count(texts.too_few, n), { least }));
  return el("div",
    el("p.lede", texts.lede), el("p", texts.verdict), el("p.soft", fill(texts.rests, { least })),
    scales.map((scale) => scaleView(context, scale)),
    agreements && agreements.length > 0 && el("div", el("h4", texts.agreement),
      agreements.map(({ of, title, text, rho, n }) => el("div", { "data-of": of },
        el("p", el("span", said, title), " \u2013 ", el("span.soft", said, text)), el("dl.facts", fact(count(texts.rho, n), figure(context, rho))))),
      el("p.soft", texts.agreement_note)),
    units && el("div", el("h4", texts.units), table(texts.units, "stack", [[texts.scale, "name"], [texts.unit, "number"], [texts.icc1, "number"], [texts.icc2, "number"]],
      units.scales.map((unit) => [title(context, scales.find(({ id }) => id === unit.scale)), unit.units, figure(context, unit.icc1), figure(context, unit.icc2)])),
    el("p.soft", texts.units_note)),
    el("div.actions", saver(texts.json, `${model.id}-calibration.json`, () =>
      `${JSON.stringify({ instrument: { id: model.id, version: model.version, title: model.title }, ...calibration }, null, 2)}\n`)));
}

/** @param {Context} context @param {Scale} scale */
function scaleView(context, scale) {
  const { texts: { calibration: texts }, said } = context;
  const [low, high] = [known(scale.low), known(scale.high)];
  const interval = low !== null && high !== null && [" ", el("span.soft", fill(texts.interval, { low: decimals(texts, low), high: decimals(texts, high) }))];
  return el("div", { "data-scale": scale.id },
    el("h4", title(context, scale)),
    el("dl.facts", fact(texts.alpha, [figure(context, scale.alpha), interval]), fact(texts.sem, figure(context, scale.sem, points)),
      fact(texts.sd, figure(context, scale.sd, points)), fact(texts.complete, scale.n)),
    table(scale.title, "stack", [[texts.question, "name"], [texts.answers, "number"], [texts.dont_know, "number"], [texts.mean, "number"], [texts.item_total, "number"], [texts.without, "number"]],
      scale.items.map((item) => [
        [el("span", said, wording(context, item)), item.reversed && [" ", el("span.tag", texts.reversed)]], item.n,
        figure(context, item.dont_know_share, percent), figure(context, item.mean, whole),
        figure(context, item.item_total), figure(context, item.alpha_if_deleted),
      ]), (n) => ({ "data-item": scale.items[n]?.id })));

  /** @param {number} value */
  function points(value) { return fill(texts.points, { n: whole(value) }); }
}

/** The dimension and the scale. @param {Context} context @param {Scale | undefined} scale */
function title({ definition, said }, scale) {
  const dimension = definition.dimensions?.find((/** @type {{id: string}} */ { id }) => id === scale?.dimension)?.title;
  return [dimension && [el("span", said, dimension), " "], el("span.soft", said, scale?.title)];
}

/** @param {string} name @param {import("../views/dom.js").Part} value */
const fact = (name, value) => el("div", el("dt", name), el("dd", value));

/** The number with two decimals, or why there is none. @param {Context} context @param {Figure} figure @param {(value: number) => string} [show] */
function figure({ texts: { calibration: texts }, calibration: { least } }, figure, show = (value) => decimals(texts, value)) {
  const { hidden } = texts;
  const value = known(figure);
  return value === null ? el("span.soft.why", fill(hidden[/** @type {keyof typeof hidden} */ (why(figure))] ?? hidden.undefined, { least })) : show(value);
}

/** @param {Spoken} texts @param {number} value */
const decimals = ({ tag }, value) => value.toLocaleString(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" }).replace("-", "\u2212");
