// What surrounds every screen: title, undo, the answers menu, notices, the
// line about saving.

import { openAnswers, saveAnswers } from "../files.js";
import { spoken } from "../language.js";
import { isTyped } from "./controls.js";
import { button, el } from "./dom.js";
import { askErase } from "./notice.js";

/** @import { Flow } from "../flow.js" */

/**
 * @typedef {object} Shell
 * @property {HTMLElement} element
 * @property {HTMLButtonElement} undo
 * @property {HTMLElement} summary of the menu
 * @property {HTMLElement} notices
 * @property {HTMLElement} screen
 * @property {HTMLElement} saving
 * @property {HTMLElement} status
 * @property {HTMLElement} progress
 * @property {HTMLElement} answered how many items have an answer
 */

/** @param {Flow} flow @param {string} name @returns {Shell} */
export function shellView(flow, name) {
  const { texts, said, model } = flow;
  const undo = button(texts.undo, () => flow.undo(), { class: "quiet" });
  const summary = el("summary.quiet", texts.answers);
  const choices = el("div.choices", button(texts.save, () => saveAnswers(flow)),
    button(texts.load, () => openAnswers(flow)), button(texts.erase, () => askErase(flow)));
  const menu = el("details.menu", summary, choices);
  const close = () => {
    menu.open = false;
    summary.focus();
  };
  // before the choice itself, which may move the focus on
  choices.addEventListener("click", close, true);
  menu.onkeydown = ({ key }) => { if (key === "Escape") close(); };
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) menu.open = false;
  });
  const notices = el("div", { part: "notices" });
  const screen = el("div", { part: "screen" });
  const saving = el("p.saving");
  const status = el("p.unseen", { role: "status" });
  const progress = el("div", { part: "progress" });
  const element = el("div.taut", { part: "root", ...spoken(texts), role: "region", "aria-label": name },
    el("div.chrome", { part: "header" }, el("p.running", said, model.title), undo, menu),
    progress, notices, screen, saving, status);
  element.onkeydown = (event) => {
    // a text field keeps its own undo
    if (event.key !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey) || isTyped(event)) return;
    event.preventDefault();
    flow.undo();
  };
  return { element, undo, summary, notices, screen, saving, status, progress, answered: el("span") };
}
