// From the answers to the result on screen, or to the reason why not.

import { emit } from "../emit.js";
import { title } from "./controls.js";
import { button, el } from "./dom.js";
import { coreNotice } from "./notice.js";
import { flowSheet, resultSheet } from "../styles.js";
import { resultView } from "./result/index.js";

/** @import { Flow } from "../flow.js" */

/** Returns a screen at once, and draws another when the core has answered, unless the person has gone on. @param {Flow} flow */
export function outcomeView(flow) {
  const { engine, model, session, viewed, wording: { result } } = flow;
  const answers = viewed ?? session.document();
  const texts = viewed ? Object.create(result, { back: { value: flow.texts.close } }) : result;
  const onBack = () => (viewed ? flow.view() : flow.go("review"));
  const back = () => button(flow.texts.back, onBack);
  const screen = el("div.outcome", title(flow.texts.scoring),
    !engine.ready && el("p.soft", flow.texts.waits), back());

  /** @param {string} id */
  function explain(id) {
    try {
      return engine.explain(answers, id);
    } catch {
      return null;
    }
  }

  engine.finish(answers).then((finished) => {
    if (!screen.isConnected) return;
    /** @type {ShadowRoot} */ (flow.host.shadowRoot).adoptedStyleSheets = [flowSheet, resultSheet()];
    flow.draw(el("div.outcome", resultView({
      finished, answers, texts, explain, advised: model.advice, onBack, onRestart: viewed ? undefined : () => flow.go("intro"), print: (...what) => flow.together("printed", ...what),
      onShare: () => flow.together("panel", answers), exportFile: (format) => flow.together("saveResult", format, finished, answers),
    })));
    if (viewed) return;
    flow.phase = "done";
    emit(flow.host, "complete", { ...finished, answers });
  }, (error) => {
    if (screen.isConnected) flow.draw(el("div.outcome", coreNotice(flow, "error", error, () => flow.show(false), back())));
  });
  return screen;
}
