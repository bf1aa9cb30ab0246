// What the person takes out as a file or brings in as one.

import { resultCsv, resultJson } from "./export.js";
import { LARGEST_FILE, answersIn, download, fileName, pickFile } from "./transfer.js";
import { failure } from "./failure.js";
import { button, fill } from "./views/dom.js";
import { notice, problemList } from "./views/notice.js";

/** @import { AnswersDocument, Finished, Problem } from "./types.js" */
/** @import { Flow } from "./flow.js" */

/** @param {Flow} flow */
export function files(flow) {
  const { texts, session, given: { model, engine } } = flow;

  function save() {
    download(fileName(model.id, "answers", "json"), `${JSON.stringify(session.document(model), null, 2)}\n`, "application/json");
  }

  async function open() {
    const file = await pickFile();
    if (file.size > LARGEST_FILE) return refuse(fill(texts.too_large, { limit: LARGEST_FILE / 1024 }));
    let answers;
    try {
      answers = answersIn(await file.text());
    } catch {
      return refuse(texts.not_json);
    }
    try {
      await engine.progress(answers);
    } catch (error) {
      const { cause, problems } = failure(error);
      return refuse(cause === "refused" ? "" : texts.causes[cause], problems);
    }
    takeOver(/** @type {AnswersDocument} */ (answers));
  }

  /** Replaces the session by a document that the core has accepted. @param {AnswersDocument} document */
  function takeOver({ answers, role, active_seconds: seconds }) {
    session.replace(answers);
    session.role = role ?? null;
    session.active = (seconds ?? 0) * 1000;
    flow.keeper.saveAll();
    flow.go("review");
    flow.notices.tell("passing", notice(texts.opened));
    flow.applicability.ask();
  }

  /** @param {string} why @param {Problem[]} [problems] */
  function refuse(why, problems = []) {
    const close = button(texts.close, () => flow.notices.tell("passing", null));
    flow.notices.tell("passing", notice(texts.not_opened, {
      kind: "warning", actions: [close],
      more: [why ? notice(why) : null, problems.length ? problemList(texts, problems) : null],
    }));
  }

  /** @param {"json" | "csv"} kind @param {Finished} finished */
  function saveResult(kind, finished) {
    const answers = session.document(model);
    if (kind === "csv") download(fileName(model.id, "result", "csv"), resultCsv(finished, answers), "text/csv");
    else download(fileName(model.id, "result", "json"), resultJson(finished, answers), "application/json");
  }

  return { save, open, saveResult };
}
