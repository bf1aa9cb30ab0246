// Recommendations as commitments: who does what within 30 days, and how one will see it.
import { mid, shown } from "../format.js";
import { section } from "./bits.js";
import { fill, h } from "./nodes.js";
import { difference } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Report["advice"][number]} Advice */

/** @param {Context} context */
export function commitmentsSection(context) {
  const { texts, report } = context;
  if (!report.advice.length) return section("commitments", texts.commitments, h("p", { class: "lede" }, noneWords(context)));
  return section("commitments", texts.commitments, h("p", { class: "soft" }, texts.commitments_lead),
    h("ol", { class: "commitments" }, ...report.advice.map((advice) => h("li", { "data-advice": advice.id }, commitment(context, advice)))));
}

/** Why there is none. @param {Context} context */
export function noneWords({ texts, report }) {
  return report.bands.some((band) => band.value !== null) ? texts.none : texts.none_few;
}

/** @param {Context} context @param {Advice} advice */
function commitment(context, advice) {
  const { texts } = context;
  const term = (/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ kind) => h("div", { class: kind }, h("dt", null, name), h("dd", null, text));
  return h("article", { class: "commitment" },
    h("header", { class: "tagged" }, h("h3", null, advice.title), advice.dimension ? h("span", { class: "tag" }, advice.dimension.title) : null),
    h("p", null, advice.text),
    h("dl", null, term(texts.who, advice.owner, "who"), term(texts.first_step, advice.first_step, "first"), term(texts.sign, advice.sign, "sign")),
    because(context, advice),
    h("p", { class: "fill-in", "aria-hidden": "true" }, h("span", null, texts.by_when), h("span", null, texts.agreed_by)));
}

/** The answers and scores that led to it. @param {Context} context @param {Advice} advice */
function because(context, advice) {
  const { texts } = context;
  const reasons = advice.because.map((reason) => (reason.kind === "score" ? scoreReason(context, reason)
    : h("li", null, texts.because, " ", h("q", null, reason.answer ?? texts.no_answer), ` ${texts.because_to} `, h("span", { class: "soft" }, reason.text))));
  return reasons.length ? h("ul", { class: "because" }, ...reasons) : null;
}

/** @param {Context} context @param {Advice["because"][number]} reason */
function scoreReason(context, { id, text, value }) {
  const { finished, report, texts } = context;
  const dimension = report.dimensions.find(({ lead }) => lead?.id === id);
  if (dimension) return h("li", null, fill(texts.because_lead, { dimension: dimension.title, difference: mid(difference(context, value)) }));
  const display = [...finished.metrics, ...finished.scales].find((score) => score.id === id)?.display;
  return h("li", null, fill(texts.because_score, { title: text, value: value === null ? texts.no_value : shown(value, display) }));
}
