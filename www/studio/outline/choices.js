// A list of choices: words, which one is right, what is said of it, points, order.

import { button, count, el, fill } from "../../views/dom.js";
import { addChoice, deleteChoice, move, ownChoices } from "./actions.js";
import { checkField, numberField, textField, tool } from "./fields.js";
import { kindOf, list, scoringOf } from "./model.js";

/** @import { Choices } from "./model.js" */
/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline @param {number} n of the item @param {Choices} choices @param {string} legend */
export function choicesForm(outline, n, choices, legend) {
  const { texts: { outline: { choices: words } }, value, document } = outline;
  const item = value.items[n];
  const key = `item ${item.id} ${choices.path.join(" ")}`;
  const shared = choices.users > 1;
  const own = ["choice", "multiple"].includes(kindOf(item));
  return el("fieldset.group.choice-list", { "data-key": key }, el("legend", legend),
    shared && el("p.fine", { "data-key": `${key} shared` }, count(words.shared, choices.users), " ", own && button(words.own, () => ownChoices(document, n), { class: "quiet", "data-key": `${key} own` })),
    choiceRows(outline, choices, key, n));
}

/** @param {Outline} outline @param {Choices} choices @param {string} key @param {number} [n] of the item that they are shown for */
export function choiceRows({ texts: { outline: { choices: words, tools } }, value, document }, { path, list: all }, key, n) {
  const item = n === undefined ? undefined : value.items[n];
  const kind = kindOf(item);
  const scored = item && (kind === "choice" || kind === "multiple") ? scoringOf(item, all) : "none";
  const right = list(item?.correct?.choices);
  /** @param {any} choice @param {boolean} on */
  const mark = (choice, on) => document.edit((draft) => {
    const next = kind === "choice" ? [choice.value] : all.map((one) => one.value).filter((one) => (one === choice.value ? on : right.includes(one)));
    draft.set(["items", Number(n), "correct", "choices"], next);
  });
  return [
    el("ol.rows", { "data-key": `${key} rows` }, all.map((choice, k) => {
      const own = `${key} ${choice.value}`;
      const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set([...path, k, field], given === "" && field !== "label" ? undefined : given), true);
      const go = (/** @type {1 | -1} */ by) => move(document, path, k, by);
      const row = el("li", { "data-key": own, class: scored === "right" && right.includes(choice.value) ? "is-right" : false },
        el("div.row", { "data-key": `${own} row` },
          scored === "right" && checkField({ key: `${own} right`, label: fill(words.right, { label: choice.label }), bare: true, ...kind === "choice" ? { name: `${key} right` } : {} }, right.includes(choice.value), (on) => mark(choice, on)),
          textField({ key: `${own} label`, label: fill(words.label, { n: k + 1 }), bare: true }, choice.label, enter("label")),
          scored === "points" && numberField({ key: `${own} points`, label: fill(words.points_of, { label: choice.label }), bare: true, min: -100, max: 100 }, choice.points, enter("points")),
          tool(`${own} up`, "\u2191", fill(tools.up_of, choice), () => go(-1), k === 0), tool(`${own} down`, "\u2193", fill(tools.down_of, choice), () => go(1), k === all.length - 1),
          tool(`${own} delete`, "\u00d7", fill(tools.delete_of, choice), () => deleteChoice(document, path, k), all.length <= 2)),
        scored === "right" && textField({ key: `${own} feedback`, label: fill(words.feedback_of, { label: choice.label }), bare: true, placeholder: words.feedback }, choice.feedback, enter("feedback")));
      row.onkeydown = (event) => {
        const by = event.altKey && (event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0);
        if (!by) return;
        event.preventDefault();
        event.stopPropagation();
        go(by);
      };
      return row;
    })),
    el("div.actions", { "data-key": `${key} add` }, button(words.add, () => addChoice(document, path, fill(words.new_label, { n: all.length + 1 })), { "data-key": `${key} add button` }),
      scored === "right" && el("span.fine", kind === "choice" ? words.mark_one : words.mark_some)),
  ];
}
