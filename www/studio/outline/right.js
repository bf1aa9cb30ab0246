// What is right of questions without choices: words, numbers, an order, pairs.

import { button, el, fill } from "../../views/dom.js";
import { checkField, numberField, selectField, textField, tool } from "./fields.js";
import { choicesOf, kindOf, list } from "./model.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline @param {number} n @returns {Part} */
export function rightForm(outline, n) {
  const { value, texts: { outline: { right: words } } } = outline;
  const item = value.items[n];
  const kind = kindOf(item);
  const forms = { text: textsForm, number: numbersForm, ranking: orderForm, grid: pairsForm };
  const form = Object.hasOwn(forms, kind) ? forms[/** @type {"text"} */ (kind)] : undefined;
  return form && el("fieldset.group", { "data-key": `item ${item.id} right` }, el("legend", words.legend), form(outline, n, `item ${item.id} right`));
}

/** @param {Outline} outline @param {number} n @param {string} key */
function textsForm({ value, document, texts: { outline: { right: words, tools } } }, n, key) {
  const accepted = list(value.items[n].correct?.texts);
  const path = ["items", n, "correct", "texts"];
  return [
    accepted.map((one, k) => el("div.row", { "data-key": `${key} ${k}` },
      textField({ key: `${key} ${k} text`, label: fill(words.text, { n: k + 1 }), bare: true }, one.text, (text) => document.edit((draft) => draft.set([...path, k, "text"], text), true)),
      tool(`${key} ${k} delete`, "\u00d7", fill(tools.delete_of, { label: one.text }), () => document.edit((draft) => { if (accepted.length > 1) draft.remove([...path, k]); else draft.set(["items", n, "correct"], undefined); })))),
    el("div.actions", { "data-key": `${key} add` }, button(words.add_text, () => document.edit((draft) => {
      if (accepted.length) draft.insert(path, accepted.length, { text: words.new_text });
      else draft.set(["items", n, "correct"], { texts: [{ text: words.new_text }] });
    }), { "data-key": `${key} add button` })),
    accepted.length > 0 && checkField({ key: `${key} case`, label: words.case, hint: words.texts_hint }, value.items[n].correct.case === true, (on) => document.edit((draft) => draft.set(["items", n, "correct", "case"], on || undefined))),
  ];
}

/** @param {Outline} outline @param {number} n @param {string} key */
function numbersForm({ value, document, texts: { outline: { right: words } } }, n, key) {
  const { correct, kind } = value.items[n];
  const [one] = list(correct?.numbers);
  const path = ["items", n, "correct", "numbers", 0];
  const enter = (/** @type {string} */ field) => (/** @type {number | undefined} */ given) => document.edit((draft) => draft.set([...path, field], given), true);
  return [
    checkField({ key: `${key} on`, label: words.number_on }, Boolean(one), (on) => document.edit((draft) => draft.set(["items", n, "correct"], on ? { numbers: [{ value: kind.number.min }] } : undefined))),
    one && el("div.row", { "data-key": `${key} row` },
      numberField({ key: `${key} value`, label: words.number }, one.value, (given) => { if (given !== undefined) enter("value")(given); }),
      numberField({ key: `${key} within`, label: words.within, placeholder: "0", min: 0 }, one.within, enter("within"))),
  ];
}

/** @param {Outline} outline @param {number} n @param {string} key */
function orderForm({ value, document, texts: { outline: { right: words } } }, n, key) {
  const item = value.items[n];
  const values = choicesOf(value, n)?.list.map((choice) => choice.value) ?? [];
  const asListed = JSON.stringify(item.correct?.order) === JSON.stringify(values);
  const on = () => document.edit((draft) => {
    draft.set(["items", n, "correct"], { order: values });
    draft.set(["items", n, "shuffle"], true);
  });
  return [
    checkField({ key: `${key} on`, label: words.order_on, hint: words.order_hint }, Boolean(item.correct), (wanted) => { if (wanted) on(); else document.edit((draft) => draft.set(["items", n, "correct"], undefined)); }),
    item.correct && !asListed && el("div.actions", { "data-key": `${key} again` }, button(words.order_again, on, { "data-key": `${key} again button` })),
  ];
}

/** @param {Outline} outline @param {number} n @param {string} key */
function pairsForm({ value, document, texts: { outline: { right: words } } }, n, key) {
  const rows = choicesOf(value, n, "rows")?.list ?? [];
  const columns = choicesOf(value, n)?.list ?? [];
  const pairs = list(value.items[n].correct?.pairs);
  return rows.map((row) => selectField({ key: `${key} ${row.value}`, label: row.label }, [["", words.no_pair], ...columns.map((column) => /** @type {[string, string]} */ ([String(column.value), column.label]))],
    String(pairs.find((pair) => pair.row === row.value)?.choice ?? ""), (chosen) => document.edit((draft) => {
      const rest = pairs.filter((pair) => pair.row !== row.value);
      const choice = columns.find((column) => String(column.value) === chosen)?.value;
      const next = choice === undefined ? rest : [...rest, { row: row.value, choice }];
      draft.set(["items", n, "correct"], next.length ? { pairs: rows.flatMap(({ value: of }) => next.filter((pair) => pair.row === of)) } : undefined);
    })));
}
