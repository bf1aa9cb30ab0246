// What the person takes out as a file or brings in as one.

import { download } from "./download.js";
import { meant } from "./fetched.js";
import { el } from "./views/dom.js";

/** @import { AnswersDocument } from "./types.js" */
/** @import { Flow } from "./flow.js" */

/** @param {Flow} flow @param {AnswersDocument} [answers] */
export const saveAnswers = (flow, answers = flow.session.document()) => download(`${flow.model.id}-answers.json`, `${JSON.stringify(answers, meant, 2)}\n`);

/** Lets the person pick a file. @param {(file: File) => void} take */
export function pickFile(take) {
  const input = el("input", { type: "file", accept: ".json" });
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) take(file);
  };
  input.click();
}

/** Lets the person pick a file whose answers take the place of those here. @param {Flow} flow */
export const openAnswers = (flow) => pickFile((file) => flow.together("takeAnswers", file));
