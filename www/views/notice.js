// A sentence, why it is so, and what can be done about it: above the screen,
// or instead of it.

import { emitError } from "../emit.js";
import { saveAnswers } from "../files.js";
import { button, el, fill } from "./dom.js";

/** @import { Problem, Texts } from "../types.js" */
/** @import { Child, Part } from "./dom.js" */
/** @import { TautlineError } from "../engine.js" */
/** @import { Flow } from "../flow.js" */

/**
 * @param {"notice" | "notice warning" | "error"} kind an error stands instead of a screen
 * @param {string} sentence @param {Child[]} [actions] @param {string} [why] @param {Part} [more]
 */
export const notice = (kind, sentence, actions, why, more) => el("div", { class: kind, role: kind === "notice" ? "status" : "alert" },
  el(kind === "error" ? "h2" : "p", { tabindex: -1 }, sentence),
  why && el("p", why), more,
  actions && el("div.actions", actions));

/** Problems as the core names them: sentence, help, place. @param {Texts} texts @param {Problem[]} [problems] */
export const problemList = (texts, problems = []) => problems.length > 0
  && el("ul.problems", problems.map(({ code, at, line, message, help }) => el("li",
    el("p", el("bdi", message), " ", el("code", code)),
    help && el("p.help", el("bdi", help)),
    (at || line > 0) && el("p.help", fill(texts.at, { at: line > 0 ? `${at} (${line})` : at })))));

/**
 * What became of the core; the host is told as well.
 * @param {Flow} flow @param {"notice warning" | "error"} kind @param {unknown} raised
 * @param {() => void} retry @param {...HTMLElement} more further ways on
 */
export function coreNotice(flow, kind, raised, retry, ...more) {
  const { texts } = flow;
  const { cause = "stopped", problems = [], message = "" } = /** @type {Partial<TautlineError>} */ (raised);
  emitError(flow.host, problems, cause, message);
  return notice(kind, texts.core[cause] ?? texts.core.failed,
    [button(texts.retry, retry, kind === "error" ? { class: "main" } : {}), button(texts.save, () => saveAnswers(flow)), ...more],
    texts.causes[cause], problemList(texts, problems));
}

/** @param {Flow} flow */
export const startOver = (flow) => button(flow.texts.restart, () => askErase(flow));

/** Asks twice before erasing. @param {Flow} flow @param {boolean} [again] */
export function askErase(flow, again) {
  const { texts, shell } = flow;
  const keep = button(texts.keep, () => {
    flow.tell("screen");
    shell.summary.focus();
  });
  const erase = button(again ? texts.really : texts.yes, () => { again ? flow.erase() : askErase(flow, true); }, { class: "danger" });
  const question = notice("notice warning", again ? texts.sure : texts.ask, [keep, erase]);
  // read because it has the focus
  question.removeAttribute("role");
  flow.tell("screen", question);
  question.querySelector("p")?.focus();
}
