// A quiz in the result: how many marks, whether passed, and each question with what was right.

import { dash, given, percent } from "../../views/format.js";
import { el, fill } from "../../views/dom.js";
import { section } from "../../views/result/parts.js";
import { wideOf } from "./texts.js";

/** @import { Context } from "../../views/result/words.js" */
/** @import { QuizItem } from "../../types.js" */

const SIGNS = { right: "\u2713", partly: "\u25d0", wrong: "\u2717", open: "\u2013" };

/** @param {Context} context */
export function quizSection(context) {
  const { quiz } = context;
  const texts = wideOf(context);
  if (!quiz || !texts) return "";
  const { marks, of, pass, passed, text, items } = quiz;
  const n = (/** @type {QuizItem["state"]} */ state) => items.filter((item) => item.state === state).length;
  const numbers = { marks: given(texts, marks), of: given(texts, of) };
  return section("quiz", quiz.score.title,
    el("div.quiz-head",
      el("p.big", fill(texts.marks, numbers)),
      el("p", el("strong", dash(quiz.score.value, (value) => percent(value / 100))), passed !== null && [" ",
        el(`span.tag.word.mark-${passed ? "right" : "wrong"}`, passed ? texts.passed : texts.failed), " ",
        el("span.soft", fill(texts.pass, { pass: percent((pass ?? 0) / 100) }))])),
    text && el("p.lede", text),
    el("p.soft", fill(texts.counts, { right: n("right"), partly: n("partly"), wrong: n("wrong"), open: n("open") })),
    el("ol.answers", items.map((item) => answerOf(context, item))));
}

/** @param {Context} context @param {QuizItem} item */
function answerOf(context, { text, state, marks, of, answer, right, feedback }) {
  const texts = /** @type {NonNullable<ReturnType<typeof wideOf>>} */ (wideOf(context));
  return el("li",
    el("p", el("strong", text)),
    el(`p.word.mark-${state}`, el("span.sign", { "aria-hidden": "true" }, SIGNS[state]), " ", el("strong", texts.states[state]), " ",
      el("span.soft", fill(texts.item_marks, { marks: given(texts, marks ?? 0), of: given(texts, of) }))),
    el("dl", el("dt", texts.your_answer), el("dd", answer ?? "\u2013"), state !== "right" && right && [el("dt", texts.right_answer), el("dd", right)]),
    feedback.map((said) => el("p.said", said)));
}
