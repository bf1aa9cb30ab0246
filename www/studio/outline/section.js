// A part of the outline that can be closed.

import { button, el } from "../../views/dom.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline @param {string} key @param {string} title @param {Part} note @param {() => Part[]} inside */
export function section({ isOpen, toggle }, key, title, note, inside) {
  const open = isOpen(key);
  return el("section.section", { "data-key": `section ${key}`, "aria-label": title },
    el("h2", button("", () => toggle(key), { class: "head", "aria-expanded": String(open), "data-key": `head ${key}` }, el("span.title", title), el("span.soft", note))),
    open && el("div.inside", { "data-key": `inside ${key}` }, inside()));
}
