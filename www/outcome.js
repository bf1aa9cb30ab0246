// From the answers to the result on screen, or to the reason why not.

import { failure, sentenceFor } from "./failure.js";
import { button, el } from "./views/dom.js";
import { errorView } from "./views/error.js";
import { resultView } from "./views/result/index.js";

/** @import { Finished } from "./types.js" */
/** @import { Flow } from "./flow.js" */

/** Returns the screen at once, and fills it when the core has answered. @param {Flow} flow */
export function showResult(flow) {
  const { texts, given: { engine, model, texts: catalogue } } = flow;
  const heading = el("h2", { tabindex: -1 }, texts.scoring);
  const screen = el("div", { class: "outcome" }, heading, !engine.ready && el("p", { class: "soft" }, texts.scoring_waits), backButton(flow));
  const answers = flow.session.document(model);
  /** Whether the person is still waiting here. */
  const waiting = () => screen.isConnected;

  /** @param {Finished} finished */
  function draw(finished) {
    const result = resultView({
      finished, answers, texts: catalogue.result, pageAddress: engine.pageAddress(),
      explain: (id) => {
        try {
          return engine.explain(answers, id);
        } catch {
          return null;
        }
      },
      exportFile: (kind) => flow.files.saveResult(kind, finished),
      onBack: () => flow.go("review"), onRestart: () => flow.go("intro"), print: () => window.print(),
    });
    const focused = heading.matches(":focus");
    screen.replaceChildren(result);
    /** @type {HTMLElement | null} */
    const title = result.querySelector(".report-title");
    if (focused) title?.focus({ preventScroll: true });
    flow.given.phase("done");
    flow.given.emit("complete", finished);
  }

  /** @param {unknown} raised */
  function explainFailure(raised) {
    const error = failure(raised);
    const { element, heading: title } = errorView({
      texts, sentence: sentenceFor(texts, error), cause: texts.causes[error.cause], problems: error.problems,
      actions: [button(texts.try_again, () => flow.go("result"), { class: "main" }), button(texts.save_file, () => flow.files.save()), backButton(flow)],
    });
    screen.replaceChildren(element);
    title.focus({ preventScroll: true });
    flow.given.emit("error", { problems: error.problems });
  }

  engine.finish(answers).then((finished) => waiting() && draw(finished), (error) => waiting() && explainFailure(error));
  return { element: screen, heading };
}

/** @param {Flow} flow */
const backButton = (flow) => button(flow.texts.back, () => flow.go("review"));
