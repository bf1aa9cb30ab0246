// A sentence above the screen, with what can be done about it.

import { el, button, fill } from "./dom.js";

/** @import { Problem } from "../types.js" */
/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/**
 * @param {string} sentence @param {{kind?: "warning", more?: (HTMLElement | null)[], actions?: HTMLElement[]}} [given]
 */
export function notice(sentence, { kind, more = [], actions = [] } = {}) {
  return el("div", { class: `notice ${kind ?? ""}`, role: kind ? "alert" : "status" },
    el("p", {}, sentence), ...more, actions.length > 0 && el("div", { class: "actions" }, ...actions));
}

/** Problems as the core names them: sentence, help, place. @param {Texts} texts @param {Problem[]} problems */
export function problemList(texts, problems) {
  return el("ul", { class: "problems" }, ...problems.map(({ code, at, line, message, help }) => el("li", {},
    el("p", {}, el("bdi", {}, message), " ", el("code", {}, code)),
    help && el("p", { class: "help" }, el("bdi", {}, help)),
    (at || line > 0) && el("p", { class: "help" }, fill(texts.problem_at, { at: line > 0 ? `${at} (${line})` : at })))));
}

/**
 * Asks twice before erasing.
 * @param {Texts} texts @param {() => void} onErase @param {() => void} onKeep
 */
export function eraseQuestion(texts, onErase, onKeep) {
  const sentence = el("p", { tabindex: -1 }, texts.erase_ask);
  const yes = button(texts.erase_yes, () => {
    sentence.textContent = texts.erase_sure;
    yes.replaceWith(button(texts.erase_really, onErase, { class: "plain danger" }));
    sentence.focus();
  }, { class: "plain danger" });
  return { sentence, element: el("div", { class: "notice warning" }, sentence, el("div", { class: "actions" }, button(texts.keep, onKeep), yes)) };
}
