// Recommendations as commitments: who does what within 30 days, and how one will see it.
import { shown } from "../format.js";
import { h } from "./nodes.js";
import { section } from "./bits.js";

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
function because({ texts, finished }, advice) {
  const display = (/** @type {string} */ id) => [...finished.metrics, ...finished.scales].find((score) => score.id === id)?.display;
  const reasons = advice.because.map((reason) => reason.kind === "item"
    ? h("li", null, texts.because, " ", h("q", null, reason.answer ?? texts.no_answer), ` ${texts.because_to} `, h("span", { class: "soft" }, reason.text))
    : h("li", null, texts.because_score, " ", h("q", null, reason.text), reason.value === null ? null : h("span", { class: "soft" }, ` ${shown(reason.value, display(reason.id))}`)));
  return reasons.length ? h("ul", { class: "because" }, ...reasons) : null;
}
