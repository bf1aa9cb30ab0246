// What makes a score a quiz: when it is passed and what is said then.

import { button, el } from "../../views/dom.js";
import { makeQuiz } from "./actions.js";
import { numberField, selectField, textField } from "./fields.js";
import { list } from "./model.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function quizView(outline) {
  const { texts, texts: { outline: { quiz: words } }, value, document, badge } = outline;
  const { quiz } = value;
  const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["quiz", field], given === "" ? undefined : given), true);
  return section(outline, "quiz", words.section, badge("/quiz") || (quiz ? words.on : words.off), () => (quiz ? [
    el("div.row", { "data-key": "quiz row" },
      numberField({ key: "quiz pass", label: words.pass, min: 0, max: 100, placeholder: words.no_pass }, quiz.pass, (given) => document.edit((draft) => {
        // what is said of those who passed needs a mark
        draft.set(["quiz", "pass"], given);
        if (given === undefined) for (const field of ["passed", "failed"]) draft.set(["quiz", field], undefined);
      }, true)),
      selectField({ key: "quiz show", label: words.show }, [["each", words.each], ["end", words.end]], quiz.show ?? "end", enter("show")),
      numberField({ key: "quiz attempts", label: words.attempts, min: 0, step: 1, placeholder: words.any }, quiz.attempts, enter("attempts")),
      numberField({ key: "quiz time", label: words.minutes, min: 0, placeholder: words.no_limit }, quiz.time ? quiz.time.seconds / 60 : undefined,
        (minutes) => document.edit((draft) => {
          if (minutes && draft.value.quiz.time) draft.set(["quiz", "time", "seconds"], Math.round(minutes * 60));
          else draft.set(["quiz", "time"], minutes ? { seconds: Math.round(minutes * 60), more: [1.5, 2] } : undefined);
        }, true))),
    quiz.pass !== undefined && textField({ key: "quiz passed", label: words.passed, long: true }, quiz.passed, enter("passed")),
    quiz.pass !== undefined && textField({ key: "quiz failed", label: words.failed, long: true }, quiz.failed, enter("failed")),
    el("div.tools", { "data-key": "quiz tools" }, button(words.delete, () => document.edit((draft) => draft.remove(["quiz"])), { class: "danger", "data-key": "quiz delete" })),
  ] : [
    el("p.fine", { "data-key": "quiz lede" }, list(value.items).some((item) => item.correct) ? words.lede : words.first),
    el("div.actions", { "data-key": "quiz make" }, button(words.make, () => makeQuiz(document, texts), { "data-key": "quiz make button", disabled: !list(value.items).some((item) => item.correct) })),
  ]));
}
