// The sentences above the screen: about saving, the core, what just happened.

import { button } from "./views/dom.js";
import { eraseQuestion, notice } from "./views/notice.js";

/** @import { Flow } from "./flow.js" */
/** @typedef {"saving" | "core" | "passing"} Place one notice each; a passing one goes with the screen */

export class Notices {
  #flow;
  /** @type {Map<Place, HTMLElement>} */ #shown = new Map();

  /** @param {Flow} flow */
  constructor(flow) { this.#flow = flow; }

  /** Shows a notice in its place or takes it away. @param {Place} place @param {HTMLElement | null} element */
  tell(place, element) {
    if (!element && !this.#shown.has(place)) return;
    element ? this.#shown.set(place, element) : this.#shown.delete(place);
    this.#flow.shell.notices.replaceChildren(...this.#shown.values());
  }

  /** @param {"saved" | "unsaved" | "twice"} state */
  saving(state) {
    const { shell, texts } = this.#flow;
    shell.saving.textContent = state === "saved" ? texts.saved : "";
    this.tell("saving", state === "saved" ? null : notice(texts[state], { kind: "warning" }));
  }

  resumed() {
    const over = button(this.#flow.texts.start_over, () => this.askErase());
    this.tell("passing", notice(this.#flow.texts.resumed, { actions: [over] }));
  }

  askErase() {
    const flow = this.#flow;
    const keep = () => {
      this.tell("passing", null);
      flow.shell.menu.querySelector("summary")?.focus();
    };
    const { element, sentence } = eraseQuestion(flow.texts, () => flow.erase(), keep);
    this.tell("passing", element);
    sentence.focus();
  }
}
