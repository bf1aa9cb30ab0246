// What only some questions and pages need: when they are asked, hints, a picture, another order, a draw, a switch.

import { button, el } from "../../views/dom.js";
import { conditionForm } from "./condition.js";
import { checkField, entry, numberField, paragraphsField, textField } from "./fields.js";
import { imageForm } from "./image.js";
import { askedOn, kindOf, list, pageOf, readable } from "./model.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

const SHUFFLED = ["choice", "multiple", "ranking", "grid", "allocation"];

/** An entry that says what is in it while it is closed. @param {Outline} outline @param {string} key @param {string} title @param {[string, unknown][]} there @param {string} at @param {() => Part[]} inside */
const closed = ({ isOpen, toggle, badge }, key, title, there, at, inside) => entry({
  key, title, note: [badge(at), there.filter(([, value]) => value !== undefined && value !== false).map(([name]) => name).join(", ")], open: isOpen(key), toggle: () => toggle(key),
}, inside);

/** @param {Outline} outline @param {number} n its place in `items` */
export function itemDetails(outline, n) {
  const { texts: { outline: { details: words, condition: { role } } }, value, document } = outline;
  const item = value.items[n];
  const { id, show_if, hints, image, shuffle } = item;
  const kind = kindOf(item);
  const key = `item ${id}`;
  const set = (/** @type {string[]} */ path, /** @type {unknown} */ given, typed = false) => document.edit((draft) => draft.set(["items", n, ...path], given), typed);
  return closed(outline, `item-more ${id}`, kind === "info" ? words.info : words.item,
    [[words.has.condition, show_if], [words.has.hints, hints], [words.has.shuffle, shuffle], [words.has.image, image]], `/items/${n}/show_if`, () => [
      conditionForm(outline, { key, path: ["items", n], condition: show_if, names: readable(value, role, pageOf(value, id), id) }),
      kind !== "info" && kind !== "note" && paragraphsField({ key: `${key} hints`, label: words.hints, hint: words.hints_hint }, hints, (given) => set(["hints"], given.length ? given : undefined, true)),
      SHUFFLED.includes(kind) && checkField({ key: `${key} shuffle`, label: words.shuffle, hint: words.shuffle_hint }, shuffle === true, (on) => set(["shuffle"], on || undefined)),
      kind === "multiple" && numberField({ key: `${key} most`, label: words.most, min: 1, step: 1, placeholder: words.any }, item.kind.multiple.most, (given) => set(["kind", "multiple", "most"], given, true)),
      ["multiple", "ranking", "grid"].includes(kind) && item.correct && checkField({ key: `${key} whole`, label: words.whole, hint: words.whole_hint }, item.correct.whole === true, (on) => set(["correct", "whole"], on || undefined)),
      imageForm(outline, n),
    ]);
}

/** @param {Outline} outline @param {number} n its place in `pages` */
export function pageDetails(outline, n) {
  const { texts: { outline: { details: words, condition: { role } } }, value, document } = outline;
  const { show_if, draw, shuffle, optional } = value.pages[n];
  const key = `page ${n}`;
  const set = (/** @type {string} */ field, /** @type {unknown} */ given, typed = false) => document.edit((draft) => draft.set(["pages", n, field], given), typed);
  return closed(outline, `page-more ${n}`, words.page,
    [[words.has.condition, show_if], [words.has.draw, draw], [words.has.shuffle, shuffle], [words.has.optional, optional]], `/pages/${n}/show_if`, () => [
      conditionForm(outline, { key, path: ["pages", n], condition: show_if, names: readable(value, role, n) }),
      numberField({ key: `${key} draw`, label: words.draw, hint: words.draw_hint, min: 1, max: list(value.pages[n].items).length, step: 1, placeholder: words.all }, draw, (given) => set("draw", given, true)),
      draw === undefined && checkField({ key: `${key} shuffle`, label: words.shuffle_page, hint: words.shuffle_hint }, shuffle === true, (on) => set("shuffle", on || undefined)),
      switchForm(outline, n),
    ]);
}

/** The questions of a page that are offered behind a switch. @param {Outline} outline @param {number} n @returns {Part} */
function switchForm({ texts: { begin, outline: { details: words } }, value, document }, n) {
  const { optional } = value.pages[n];
  const key = `page ${n} switch`;
  const asked = askedOn(value, n);
  const last = asked.at(-1);
  if (!optional) return asked.length > 1 && last && el("div.actions", { "data-key": key }, button(words.add_switch, () => document.edit((draft) => {
    draft.remove(last.path);
    draft.set(["pages", n, "optional"], { label: begin.switch, items: [last.id] });
  }), { "data-key": `${key} add` }));
  return el("fieldset.group", { "data-key": key }, el("legend", words.behind),
    textField({ key: `${key} label`, label: words.switch }, optional.label, (text) => document.edit((draft) => draft.set(["pages", n, "optional", "label"], text), true)),
    asked.map(({ id, item, path }) => {
      const behind = path[2] === "optional";
      return checkField({ key: `${key} ${id}`, label: item.text }, behind, () => document.edit((draft) => {
        draft.remove(path);
        if (!behind) draft.insert(["pages", n, "optional", "items"], list(optional.items).length, id);
        else draft.insert(["pages", n, "items"], list(value.pages[n].items).length, id);
        if (!list(draft.value.pages[n].optional.items).length) draft.remove(["pages", n, "optional"]);
      }));
    }));
}
