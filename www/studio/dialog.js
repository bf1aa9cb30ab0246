// A question or a report over everything else; Escape and its button close it.

import { button, el } from "../views/dom.js";

/** @import { Part } from "../views/dom.js" */

/**
 * @param {Node} root where it stands @param {string} title @param {(close: () => void) => Part[]} inside
 * @param {{wide?: boolean, closeLabel?: string}} [how]
 */
export function openDialog(root, title, inside, { wide = false, closeLabel = "" } = {}) {
  const close = () => dialog.close();
  const heading = el("h2", { id: "dialog-title", tabindex: -1 }, title);
  const dialog = el("dialog", { "aria-labelledby": "dialog-title", class: wide ? "wide" : false });
  dialog.append(el("div.dialog-head", heading, closeLabel && button("\u00d7", close, { class: "tool", "aria-label": closeLabel, title: closeLabel })), el("div.dialog-body", inside(close)));
  // nothing but what it was opened from is left behind
  dialog.addEventListener("close", () => dialog.remove());
  root.appendChild(dialog);
  dialog.showModal();
  if (dialog.getRootNode() instanceof ShadowRoot && !dialog.querySelector("[autofocus]")) heading.focus();
  return close;
}
