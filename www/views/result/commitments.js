// Recommendations as commitments: who does what within 30 days, and how one will see it.
import { mid } from "../format.js";
import { el, fill } from "../dom.js";
import { list, section } from "./parts.js";
import { number } from "./words.js";

/** @import { Advice } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */

/** What there is to agree on, by the names of the reply and of the texts. */
export const PLAN = /** @type {const} */ (["owner", "first_step", "sign"]);

/** @param {Context} context */
export const commitmentsSection = (context) => {
  const { texts, advice, bands } = context;
  return section("commitments", texts.commitments, advice.length > 0
    ? [el("p.soft", texts.commitments_lead), list("ol.commitments", advice, (one) => commitment(context, one))]
    : el("p.lede", bands.some(({ value }) => value !== null) ? texts.none : texts.none_few));
};

/** @param {Context} context @param {Advice} advice */
const commitment = (context, advice) => {
  const { texts } = context;
  return [
    { "data-advice": advice.id },
    el("header.tagged", el("h4", advice.title), advice.dimension && el("span.tag", advice.dimension.title)),
    el("p", advice.text),
    el("dl", PLAN.map((name) => el(`div.${name}`, el("dt", texts[name]), el("dd", advice[name])))),
    list("ul.because", advice.because, (reason) => because(context, reason)),
  ];
};

/** An answer or a score that led to it. @param {Context} context @param {Advice["because"][number]} reason */
function because(context, { kind, id, text, answer, value }) {
  const { texts, dimensions } = context;
  if (kind === "item") return [`${texts.because} `, el("q", answer ?? texts.not_answered), ` ${texts.because_to} `, el("span.soft", text)];
  const title = dimensions.find(({ lead }) => lead?.id === id)?.title ?? text;
  return fill(texts.because_score, { title, value: mid(context.texts, number(context, { id, value })) });
}
