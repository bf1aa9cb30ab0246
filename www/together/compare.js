// From two sets of answers to the two of them side by side, or one after the other.

import { notice, problemList } from "../views/notice.js";
import { button } from "../views/dom.js";
import { changeView } from "./change.js";
import { pairView } from "./pair.js";
import { dress } from "./sheet.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */

/** Two people's answers. @param {Shared} shared @param {AnswersDocument} first @param {AnswersDocument} second */
export function showPair(shared, first, second) {
  const { flow, texts, core } = shared;
  put(shared, () => pairView({ comparison: core.compare(first, second), texts: texts.pair, said: flow.said, flow }));
}

/** One person's answers. @param {Shared} shared @param {AnswersDocument} earlier @param {AnswersDocument} today */
export function showChange(shared, earlier, today) {
  const { flow, texts, core } = shared;
  put(shared, () => changeView({
    change: core.change(earlier, today), texts: texts.change, said: flow.said, flow,
    back: () => flow.show(false), swap: () => showChange(shared, today, earlier),
  }));
}

/** Draws what two sets of answers give, or says why they give nothing. @param {Shared} shared @param {() => HTMLElement} view */
function put({ flow, texts }, view) {
  try {
    const made = view();
    flow.tell("screen");
    dress(flow.host);
    flow.draw(made, true);
    flow.host.scrollIntoView();
  } catch (raised) {
    const { problems } = /** @type {TautlineError} */ (raised);
    flow.tell("screen", notice("notice warning", texts.link.not_compared,
      [button(flow.texts.close, () => flow.tell("screen"))], "", problemList(flow.texts, problems)));
  }
}
