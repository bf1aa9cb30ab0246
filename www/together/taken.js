// An answers file that takes the place of the answers here.

import { answersOf } from "./export.js";
import { LARGEST, readTexts } from "../fetched.js";
import { button } from "../views/dom.js";
import { notice, problemList } from "../views/notice.js";

/** @import { Flow } from "../flow.js" */
/** @import { TautlineError } from "../engine.js" */
/** @import { TogetherTexts } from "../together.js" */

/** Takes the answers of a file over if the core accepts them. @param {Flow} flow @param {File} file */
export async function takeAnswers(flow, file) {
  const { texts, engine, session } = flow;
  /** @type {TogetherTexts} */
  const { file: words } = await readTexts(texts.tag, "-together");
  try {
    if (file.size > LARGEST) throw new Error(words.too_large);
    const answers = answersOf(JSON.parse(await file.text()));
    await engine.progress(answers);
    session.replace(answers);
    flow.go("review");
    flow.tell("screen", notice("notice", words.opened));
    flow.ask();
  } catch (raised) {
    const { cause, message, problems } = /** @type {TautlineError} */ (raised);
    const why = raised instanceof SyntaxError ? words.json : cause ? texts.causes[cause] : message;
    flow.tell("screen", notice("notice warning", words.refused, [button(texts.close, () => flow.tell("screen"))],
      why, problemList(texts, problems)));
  }
}
