// Fields of the outline: a label, a control, what changes when something is entered.

import { button, el } from "../../views/dom.js";
import { typed } from "../morph.js";

/** @import { Child, Part } from "../../views/dom.js" */

/**
 * @typedef {object} Field
 * @property {string} key unique on the page, and the same as long as it is the same field
 * @property {string} label
 * @property {string} [hint]
 * @property {boolean} [bare] the label is for those who listen only
 * @property {string} [placeholder]
 */

/** @param {Field} field @param {HTMLElement} control */
function framed({ key, label, hint, bare }, control) {
  const id = `f-${key.replace(/\W+/g, "-")}`;
  control.id = id;
  control.setAttribute("data-key", key);
  if (bare) control.setAttribute("aria-label", label);
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return el("div", { "data-key": key, class: bare ? "setting bare" : "setting" },
    !bare && el("label", { for: id }, label), control, hint && el("p.fine", { id: `${id}-hint` }, hint));
}

/** @template {HTMLInputElement | HTMLTextAreaElement} T @param {T} control @param {(text: string) => void} enter @param {(text: string) => string} [normal] what becomes of what is typed */
function entered(control, enter, normal = (text) => text) {
  control.oninput = ({ currentTarget }) => {
    const { value } = /** @type {T} */ (currentTarget);
    typed.set(/** @type {T} */ (currentTarget), normal(value));
    enter(value);
  };
  return control;
}

/** Text of one line, or of several where it may be long; `focused` when one begins to write. @param {Field & {long?: boolean, mono?: boolean, focused?: () => void}} field @param {unknown} value @param {(text: string) => void} enter */
export function textField(field, value, enter) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const plain = { autocomplete: "off", placeholder: field.placeholder, class: field.mono && "mono" };
  if (!field.long) {
    const input = entered(el("input", { type: "text", value: text, ...plain }), enter);
    input.onfocus = field.focused ?? null;
    return framed(field, input);
  }
  const rows = Math.min(8, Math.max(2, Math.ceil(text.length / 60), text.split("\n").length));
  return framed(field, entered(el("textarea", { rows, ...plain }, text), enter));
}

/** Paragraphs, with an empty line between. @param {Field} field @param {unknown} value @param {(paragraphs: string[]) => void} enter */
export function paragraphsField(field, value, enter) {
  const text = Array.isArray(value) ? value.join("\n\n") : "";
  const split = (/** @type {string} */ typed) => typed.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  const rows = Math.min(10, Math.max(3, Math.ceil(text.length / 60) + text.split("\n").length - 1));
  return framed(field, entered(el("textarea", { rows, autocomplete: "off" }, text), (typed) => enter(split(typed)), (typed) => split(typed).join("\n\n")));
}

/** A number, or nothing. @param {Field & {min?: number, max?: number, step?: number | "any"}} field @param {unknown} value @param {(value: number | undefined) => void} enter */
export function numberField(field, value, enter) {
  const { min, max, step = "any" } = field;
  const shown = typeof value === "number" ? String(value) : "";
  const read = (/** @type {string} */ text) => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));
  return framed(field, entered(el("input", { type: "number", value: shown, min, max, step, autocomplete: "off", placeholder: field.placeholder }),
    (text) => enter(read(text)), (text) => String(read(text) ?? "")));
}

/** @param {Field} field @param {[value: string, label: string][]} options @param {string} value @param {(value: string) => void} enter */
export function selectField(field, options, value, enter) {
  const known = options.some(([option]) => option === value);
  const select = el("select", !known && el("option", { value, selected: true }, value || "\u2013"), options.map(([option, label]) => el("option", { value: option, selected: option === value }, label)));
  select.onchange = ({ currentTarget }) => enter(/** @type {HTMLSelectElement} */ (currentTarget).value);
  return framed(field, select);
}

/** @param {{key: string, label: string, hint?: string, bare?: boolean, name?: string}} field with a name it is one of several @param {boolean} on @param {(on: boolean) => void} enter */
export function checkField({ key, label, hint, bare, name }, on, enter) {
  const input = el("input", { type: name ? "radio" : "checkbox", name, checked: on, "data-key": key, "aria-label": bare && label });
  input.onchange = ({ currentTarget }) => enter(/** @type {HTMLInputElement} */ (currentTarget).checked);
  return el("label.check", { "data-key": `label ${key}`, title: bare && label }, input, !bare && el("span", label, hint && el("span.fine", hint)));
}

/** A small button that shows a sign; its name is said and stands in a tip. @param {string} key @param {string} sign @param {string} name @param {() => void} act @param {boolean} [disabled] */
export const tool = (key, sign, name, act, disabled = false) => button(sign, act, { class: "tool", "data-key": key, "aria-label": name, title: name, disabled });

/** What can be opened; the outline knows which one is. @param {{key: string, title: Child, note?: Part, open: boolean, toggle: () => void, keys?: (by: 1 | -1) => void}} given @param {() => Part[]} inside */
export function entry({ key, title, note, open, toggle, keys }, inside) {
  const head = button("", toggle, { class: "head", "aria-expanded": String(open), "data-key": `head ${key}` }, el("span.title", title), el("span.soft", note ?? ""));
  const made = el("div", { class: open ? "entry open" : "entry", "data-key": `entry ${key}`, "data-entry": key }, el("div.line", head), open && el("div.inside", { "data-key": `inside ${key}` }, inside()));
  if (keys) made.onkeydown = (event) => {
    const by = event.altKey && !event.ctrlKey && !event.metaKey && (event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0);
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    keys(by);
  };
  return made;
}
