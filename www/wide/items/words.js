// Words: a few on a line, a remark of any length; and what only tells something.

import { control } from "../../views/controls.js";
import { el, fill } from "../../views/dom.js";
import { wider } from "../wider.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Item } from "../../types.js" */
/** @import { Body } from "../../views/item.js" */

/** Most letters of an answer in words; the core counts alike. */
const LONGEST = 4000;

/** Shows an answer without touching what is being typed. @param {HTMLInputElement | HTMLTextAreaElement} field @param {any} value */
function put(field, value) {
  const text = value?.text ?? "";
  if (field.value.trim() !== text.trim()) field.value = text;
}

/** What a field holds as an answer: blanks alone are none. @param {string} text */
const held = (text) => (text.trim() ? { text } : null);

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function textBody(item, flow) {
  const { texts } = wider(flow);
  const field = control("text", () => flow.set(item, held(field.value), true), { "aria-label": fill(texts.answer_to, { item: item.text }), maxlength: LONGEST });
  return { element: el("div.words", field), show: (value) => put(field, value) };
}

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function noteBody(item, flow) {
  const { texts } = wider(flow);
  const field = el("textarea", { rows: 4, "aria-label": fill(texts.answer_to, { item: item.text }), maxlength: LONGEST });
  field.oninput = () => flow.set(item, held(field.value), true);
  // Enter begins a line, and digits are what is written
  field.onkeydown = (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  return { element: el("div.words", field, el("p.help", texts.note)), foot: "", show: (value) => put(field, value) };
}

/** @type {(item: Item, flow: Flow) => Body} */
export const infoBody = () => ({ element: el("div.told"), foot: "", show: () => {} });
