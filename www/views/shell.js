// What surrounds every screen: title, undo, the answers menu, notices, the
// line about saving.

import { el, button } from "./dom.js";

/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/**
 * @param {object} given
 * @param {Texts} given.texts @param {HTMLElement} given.announcer
 * @param {() => void} given.onUndo @param {() => void} given.onSave @param {() => void} given.onOpen @param {() => void} given.onErase
 */
export function shellView({ texts, announcer, onUndo, onSave, onOpen, onErase }) {
  const title = el("p", { class: "running" });
  const undo = button(texts.undo, onUndo, { class: "quiet" });
  const menu = el("details", { class: "menu" }, el("summary", {}, texts.answers));
  /** @param {() => void} act */
  const closing = (act) => () => {
    menu.open = false;
    act();
  };
  menu.append(el("div", { class: "choices" },
    button(texts.save_file, closing(onSave)), button(texts.open_file, closing(onOpen)), button(texts.erase, closing(onErase))));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  const notices = el("div", { class: "notices", part: "notices" });
  const screen = el("div", { class: "screen", part: "screen" });
  const saving = el("p", { class: "saving" });
  const progress = el("div", { class: "progress-place", part: "progress" });
  return {
    title, undo, menu, notices, screen, saving, progress,
    element: el("div", { class: "taut", part: "root", lang: "en", role: "region", "aria-label": texts.widget },
      el("div", { class: "chrome", part: "header" }, title, undo, menu), progress, notices, screen, saving, announcer),
  };
}
