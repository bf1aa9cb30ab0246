// What the person takes out as a file or brings in as one.

import { download } from "./download.js";
import { answersOf, resultCsv, resultJson } from "./export.js";
import { LARGEST } from "./fetched.js";
import { button, el } from "./views/dom.js";
import { notice, problemList } from "./views/notice.js";

/** @import { AnswersDocument, Finished } from "./types.js" */
/** @import { Flow } from "./flow.js" */
/** @import { TautlineError } from "./engine.js" */

/** @param {Flow} flow @param {AnswersDocument} [answers] */
export const saveAnswers = (flow, answers = flow.session.document()) => download(`${flow.model.id}-answers.json`, `${JSON.stringify(answers, null, 2)}\n`);

/** @param {Flow} flow @param {"json" | "csv"} kind @param {Finished} finished @param {AnswersDocument} answers */
export const saveResult = (flow, kind, finished, answers) => download(`${flow.model.id}-result.${kind}`, (kind === "csv" ? resultCsv : resultJson)(finished, answers));

/** Lets the person pick a file, and takes its answers over if the core accepts them. @param {Flow} flow */
export function openAnswers(flow) {
  const { texts, engine, session } = flow;
  const input = el("input", { type: "file", accept: ".json" });
  input.onchange = async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error(texts.too_large);
      const answers = answersOf(JSON.parse(await file.text()));
      await engine.progress(answers);
      session.replace(answers);
      flow.go("review");
      flow.tell("screen", notice("notice", texts.opened));
      flow.ask();
    } catch (raised) {
      const { cause, message, problems } = /** @type {TautlineError} */ (raised);
      const why = raised instanceof SyntaxError ? texts.json : cause ? texts.causes[cause] : message;
      flow.tell("screen", notice("notice warning", texts.refused, [button(texts.close, () => flow.tell("screen"))],
        why, problemList(texts, problems)));
    }
  };
  input.click();
}
