// From two sets of answers to the two of them side by side.

import { notice, problemList } from "../views/notice.js";
import { button } from "../views/dom.js";
import { pairView } from "./pair.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */

/** @param {Shared} shared @param {AnswersDocument} first @param {AnswersDocument} second */
export function showPair({ flow, texts, core }, first, second) {
  try {
    const comparison = core.compare(first, second);
    flow.tell("screen");
    flow.draw(pairView({ comparison, texts: texts.pair, said: flow.said, flow }), true);
    flow.host.scrollIntoView();
  } catch (raised) {
    const { problems } = /** @type {TautlineError} */ (raised);
    flow.tell("screen", notice("notice warning", texts.link.not_compared,
      [button(flow.texts.close, () => flow.tell("screen"))], "", problemList(flow.texts, problems)));
  }
}
