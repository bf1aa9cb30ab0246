// A field for an expression, with the names that it may use.

import { el } from "../../views/dom.js";
import { textField } from "./fields.js";

/** @import { Field } from "./fields.js" */
/** @import { Outline } from "./outline.js" */

/** Where the cursor of a field was when it lost the focus. @type {WeakMap<Element, [from: number, to: number]>} */
const cursors = new WeakMap();
const FUNCTIONS = ["mean()", "min()", "max()", "sum()", "abs()"];

/** @param {Outline} outline @param {Field} field @param {unknown} value @param {[name: string, title: string][]} names @param {(text: string) => void} enter */
export function expressionField({ texts: { outline: { expression: words } } }, field, value, names, enter) {
  const made = textField({ ...field, mono: true }, value, enter);
  const input = /** @type {HTMLInputElement} */ (made.querySelector("input"));
  input.onblur = ({ currentTarget }) => {
    const { selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (currentTarget);
    cursors.set(/** @type {HTMLInputElement} */ (currentTarget), [selectionStart ?? 0, selectionEnd ?? 0]);
  };
  const select = el("select", { "data-key": `${field.key} insert`, "aria-label": words.insert }, el("option", { value: "" }, words.insert),
    el("optgroup", { label: words.names }, names.map(([name, title]) => el("option", { value: name }, title.includes(name) ? title : `${title} (${name})`))),
    el("optgroup", { label: words.functions }, FUNCTIONS.map((name, n) => el("option", { value: name }, `${name} \u2013 ${words.means[n]}`))));
  select.onchange = ({ currentTarget }) => {
    const chosen = /** @type {HTMLSelectElement} */ (currentTarget);
    const { value: name } = chosen;
    chosen.value = "";
    const into = /** @type {HTMLInputElement} */ (chosen.closest(".expression")?.querySelector("input"));
    const [from, to] = cursors.get(into) ?? [into.value.length, into.value.length];
    into.focus();
    into.setRangeText(name, from, to, "end");
    if (name.endsWith(")")) into.selectionEnd = into.selectionStart = from + name.length - 1;
    into.dispatchEvent(new Event("input"));
  };
  return el("div.expression.add", { "data-key": `${field.key} expression` }, made, select);
}
