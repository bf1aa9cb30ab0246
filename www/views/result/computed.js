// "How this was computed": every score with its answers, drawn when first opened.
import { dash, given, percent } from "../format.js";
import { el, fill } from "../dom.js";
import { list, section } from "./parts.js";
import { table } from "./table.js";
import { conditions, step } from "./trace.js";
import { fullTitle, number, standing } from "./words.js";

/** @import { Explanation } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */
/** @typedef {{id: string, title: string, value: number | null, dimension?: string | null}} Entry a score or the level of one */

/** @param {Context} context */
export function computedSection(context) {
  const { texts, scales, metrics, bands } = context;
  /** @param {string} title @param {Entry[]} list */
  const group = (title, list) => list.length > 0 && [el("h4", title), list.map((one) => details(context, one))];
  return section("computed", texts.computed, el("p.soft", texts.computed_lead), group(texts.scales, scales), group(texts.metrics, metrics), group(texts.bands, bands));
}

/** @param {Context} context @param {Entry} one */
function details(context, one) {
  const summary = el("summary", el("span", fullTitle(context, one)), el("span.value", number(context, one)));
  const made = el("details", { "data-explains": one.id }, summary);
  summary.addEventListener("click", () => {
    const explanation = context.explain(one.id);
    made.append(el("div.explanation", explanation ? parts(context, explanation) : el("p", context.texts.gone)));
  }, { once: true });
  return made;
}

/** The headings of closed computations: a click, also one from a script, draws and opens. @param {Element} root @param {string} [which] a selector @returns {NodeListOf<HTMLElement>} */
export const closed = (root, which = "details") => root.querySelectorAll(`${which}:not([open]) summary`);

/** @param {Context} context @param {Explanation} explanation */
function parts(context, explanation) {
  const { texts } = context;
  const { score, trace, levels } = explanation;
  const bounds = [score.low, score.high].map((value) => number(context, { id: score.id, value }));
  return [
    scale(context, explanation), trace && el("ul.trace", el("li", step(context, trace, score.display))), weighing(context, explanation),
    list("ul.gates", levels, ({ number, title, from, reached, gates }) => [
      el("strong", `${number} ${title}`), `, ${fill(reached ? texts.reached : texts.not_reached, { from: given(texts, from) })}`, conditions(context, gates),
    ]),
    bounds[0] !== bounds[1] && el("p", fill(texts.bounds, bounds)),
    score.status === "provisional" && el("p", standing(context, score)),
  ];
}

/** The answers that make a scale. @param {Context} context @param {Explanation} explanation */
function scale(context, { title, members, sum, weight, score, missing }) {
  const { texts } = context;
  /** @param {number} value */
  const amount = (value) => given(texts, value);
  return missing && [
    table(title, "stack items", [
      [texts.item, "name"], [texts.answer], [texts.points_col, "number"], [texts.reversed], [texts.keyed, "number"], [texts.weight, "number"],
    ], members.map(({ text, curve, answer, state, points, key, keyed, weight }) => [
      [text, curve && el("span.fine", " ", fill(texts.curve, { points: curve.map((point) => fill(texts.curve_point, point.map(amount))).join(", ") }))],
      answer ?? texts.states[state], dash(points), texts[key === "-" ? "yes" : "no"], dash(keyed), amount(weight),
    ])),
    el("p", score.value === null ? texts.sum_none : fill(texts.sum, { sum: dash(sum), weight: dash(weight, amount), value: number(context, score) })),
    el("p.fine", fill(texts.missing, { ...score, scored: percent(missing.scored), provisional: percent(missing.provisional) })),
  ];
}

/** What a weighted grade was weighed from. @param {Context} context @param {Explanation} explanation */
function weighing({ texts, appraisals }, { id }) {
  const weighed = appraisals.find(({ score }) => score?.id === id);
  return weighed && table(weighed.title, "items", [[texts.measure, "name"], [texts.rank, "number"], [texts.weight, "number"], [texts.points_col, "number"]],
    weighed.rows.map(({ label, rank, weight, points }) => [label, dash(rank), dash(weight, percent), dash(points)]));
}
