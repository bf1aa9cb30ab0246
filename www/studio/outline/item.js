// The form of one question.

import { button, el, fill } from "../../views/dom.js";
import { setKind, setMember, setScoring } from "./actions.js";
import { choicesForm } from "./choices.js";
import { itemDetails } from "./details.js";
import { checkField, numberField, selectField, textField } from "./fields.js";
import { choicesOf, isScored, kindOf, memberships, quizScale, scoringOf } from "./model.js";
import { rightForm } from "./right.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Path } from "../edits.js" */
/** @import { Outline } from "./outline.js" */

const KINDS = ["choice", "multiple", "number", "text", "ranking", "grid", "allocation", "note", "info"];

/** @param {Outline} outline @param {number} n its place in `items` */
export function itemForm(outline, n) {
  const { texts, texts: { outline: { item: words, kinds } }, value, document } = outline;
  const item = value.items[n];
  const key = `item ${item.id}`;
  const kind = kindOf(item);
  const choices = choicesOf(value, n);
  const enter = (/** @type {string | Path} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["items", n, ...typeof field === "string" ? [field] : field], given === "" ? undefined : given), true);
  return el("div.form", { "data-key": `${key} form` },
    textField({ key: `${key} text`, label: kind === "info" ? words.info : words.text, long: true }, item.text, (text) => document.edit((draft) => draft.set(["items", n, "text"], text), true)),
    selectField({ key: `${key} kind`, label: words.kind }, KINDS.map((one) => [one, kinds[/** @type {"choice"} */ (one)]]), kind, (to) => setKind(document, texts, n, to)),
    (kind === "choice" || kind === "multiple") && choices && scoringField(outline, n),
    choices && kind !== "grid" && choicesForm(outline, n, choices, kind === "ranking" || kind === "allocation" ? words.options : words.choices),
    kind === "grid" && gridForms(outline, n),
    kind === "number" && el("div.row", { "data-key": `${key} bounds` },
      ...(/** @type {const} */ (["min", "max", "step"])).map((field) => numberField({ key: `${key} ${field}`, label: words[field] }, item.kind.number[field], enter(["kind", "number", field]))),
      textField({ key: `${key} unit`, label: words.unit }, item.kind.number.unit, enter(["kind", "number", "unit"]))),
    kind === "allocation" && numberField({ key: `${key} total`, label: words.total, min: 1, step: 1 }, item.kind.allocation.total, enter(["kind", "allocation", "total"])),
    rightForm(outline, n),
    textField({ key: `${key} help`, label: words.help, placeholder: words.optional }, item.help, enter("help")),
    item.correct && feedbackForm(outline, n),
    kind !== "info" && kind !== "note" && countsForm(outline, n),
    itemDetails(outline, n));
}

/** @param {Outline} outline @param {number} n */
function gridForms(outline, n) {
  const { value, texts: { outline: { item: words } } } = outline;
  const [rows, set] = [choicesOf(value, n, "rows"), choicesOf(value, n)];
  return [rows && choicesForm(outline, n, rows, words.rows), set && choicesForm(outline, n, set, words.columns)];
}

/** How the question gets its points. @param {Outline} outline @param {number} n */
function scoringField({ texts: { outline: { scoring: words } }, value, document }, n) {
  const item = value.items[n];
  const choices = choicesOf(value, n)?.list ?? [];
  const how = scoringOf(item, choices);
  const inOrder = choices.every((choice) => Number.isInteger(choice.value));
  /** @type {("right" | "points" | "order" | "none")[]} */
  const ways = ["right", "points", inOrder ? "order" : "none"];
  return selectField({ key: `item ${item.id} scoring`, label: words.label }, ways.map((way) => [way, words[way]]), how, (to) => setScoring(document, n, /** @type {"right"} */ (to)));
}

/** What is said once it is shown what was right. @param {Outline} outline @param {number} n */
function feedbackForm({ texts: { outline: { feedback: words } }, value, document }, n) {
  const item = value.items[n];
  /** @type {("right" | "partly" | "wrong")[]} */
  const parts = kindOf(item) === "choice" ? ["right", "wrong"] : ["right", "partly", "wrong"];
  return el("fieldset.group", { "data-key": `item ${item.id} feedback` }, el("legend", words.legend),
    parts.map((part) => textField({ key: `item ${item.id} feedback ${part}`, label: words[part], placeholder: words.optional, long: true }, item.feedback?.[part], (text) => document.edit((draft) => {
      const next = { ...draft.value.items[n].feedback, [part]: text || undefined };
      const empty = Object.values(next).every((one) => one === undefined);
      if (empty || !draft.value.items[n].feedback) draft.set(["items", n, "feedback"], empty ? undefined : { [part]: text });
      else draft.set(["items", n, "feedback", part], text || undefined);
    }, true))));
}

/** The scores that the question counts in. @param {Outline} outline @param {number} n @returns {Part} */
function countsForm({ texts: { outline: { counts: words } }, value, document, show }, n) {
  const item = value.items[n];
  const all = memberships(value, item.id);
  if (!all.length) return false;
  if (!isScored(value, n)) return el("p.fine", { "data-key": `item ${item.id} unscored` }, words.unscored);
  const quiz = quizScale(value);
  return el("fieldset.group", { "data-key": `item ${item.id} counts` }, el("legend", words.legend),
    all.map(({ s, scale, m, member }) => {
      const key = `item ${item.id} in ${scale.id}`;
      const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["scales", s, "members", m, field], given), true);
      return el("div.row.member", { "data-key": key },
        checkField({ key: `${key} on`, label: s === quiz ? fill(words.marks_for, scale) : scale.title }, m >= 0, (on) => setMember(document, item.id, s, on)),
        m >= 0 && numberField({ key: `${key} weight`, label: s === quiz ? words.marks : words.weight, min: 0, placeholder: "1" }, member.weight, enter("weight")),
        m >= 0 && !item.correct && checkField({ key: `${key} key`, label: words.reversed, hint: words.reversed_hint }, member.key === "-", (on) => enter("key")(on ? "-" : undefined)),
        m >= 0 && button(words.go, () => show(`scale ${scale.id}`), { class: "quiet", "data-key": `${key} go` }));
    }));
}
