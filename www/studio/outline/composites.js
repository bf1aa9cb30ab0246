// Numbers that are calculated from scores and answers.

import { button, count, el, fill } from "../../views/dom.js";
import { move } from "./actions.js";
import { addComposite } from "./additions.js";
import { expressionField } from "./expression.js";
import { checkField, entry, numberField, selectField, textField, tool } from "./fields.js";
import { familiesOf, isCopy, list, scoresOf } from "./model.js";
import { deleteScore } from "./references.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** Whether there is more than what levels alone need: a score as it is. @param {any} definition */
export const calculates = (definition) => list(definition.composites).some((composite) => !isCopy(definition, composite));

/** @param {Outline} outline */
export function compositesView(outline) {
  const { texts, texts: { outline: { composites: words } }, value, document, isOpen } = outline;
  const composites = list(value.composites);
  return (calculates(value) || (composites.length > 0 && isOpen("composites"))) && section(outline, "composites", words.section, [outline.badge("/composites"), count(words.n, composites.length)], () => [
    el("p.fine", { "data-key": "composites lede" }, words.lede),
    ...composites.map((composite, n) => compositeView(outline, composite, n, composites.length)),
    el("div.actions", { "data-key": "add composite" }, button(words.add, () => outline.show(...addComposite(document, texts)), { "data-key": "add composite button" })),
  ]);
}

/** @param {Outline} outline @param {any} composite @param {number} n @param {number} composites how many there are */
function compositeView(outline, composite, n, composites) {
  const { texts: { outline: { composites: words, tools } }, value, document, isOpen, toggle, badge } = outline;
  const { id, title, each, expression, range, wobble, display } = composite;
  const key = `composite ${id}`;
  const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["composites", n, field], given), true);
  const go = (/** @type {1 | -1} */ by) => { move(document, ["composites"], n, by); };
  const areas = list(value.dimensions).length > 0 || each;
  // of the area in view, or of all areas as arguments of a calculation
  const inner = [...familiesOf(value, "scales"), ...familiesOf(value, "composites")].filter((name) => name !== id).map((name) => `${each ? "this" : "each"}.${name}`);
  const names = scoresOf(value).filter(([name]) => name !== id && !name.startsWith(`${id}.`));
  return entry({ key, title, note: [badge(`/composites/${n}`), el("span.mono", each ? `this.${id}` : id)], open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, title, enter("title")),
    expressionField(outline, { key: `${key} is`, label: words.is, hint: fill(each ? words.is_each_hint : words.is_hint, { name: (each ? inner[0] : names[0]?.[0]) ?? "score" }) }, expression, [...inner.map((name) => /** @type {[string, string]} */ ([name, name])), ...names], enter("expression")),
    areas && checkField({ key: `${key} each`, label: words.each, hint: words.each_hint }, Boolean(each), (on) => document.edit((draft) => draft.set(["composites", n, "each"], on ? "dimension" : undefined))),
    checkField({ key: `${key} bounded`, label: words.bounded, hint: words.bounded_hint }, Boolean(range), (on) => document.edit((draft) => draft.set(["composites", n, "range"], on ? [0, 100] : undefined))),
    range && el("div.row", { "data-key": `${key} range` },
      ...[words.min, words.max].map((label, k) => numberField({ key: `${key} range ${k}`, label }, range[k], (given) => { if (given !== undefined) document.edit((draft) => draft.set(["composites", n, "range", k], given), true); }))),
    el("div.row", { "data-key": `${key} shown` },
      selectField({ key: `${key} display`, label: words.display }, [["number", words.number], ["percent", words.percent]], display ?? "number", (to) => document.edit((draft) => draft.set(["composites", n, "display"], to === "number" ? undefined : to))),
      numberField({ key: `${key} wobble`, label: words.wobble, min: 0, placeholder: words.no_wobble }, wobble, enter("wobble"))),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, { label: title }), () => go(-1), n === 0), tool(`${key} down`, "\u2193", fill(tools.down_of, { label: title }), () => go(1), n === composites - 1),
      button(words.delete, () => { deleteScore(document, "composites", n); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}
