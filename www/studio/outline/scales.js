// Scores: what counts in them.

import { button, count, el, fill } from "../../views/dom.js";
import { addBand, addScale, move, setMember } from "./actions.js";
import { checkField, entry, numberField, textField, tool } from "./fields.js";
import { isScored, list, memberships, quizScale } from "./model.js";
import { deleteScore } from "./references.js";
import { scaleDetails } from "./scale.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function scalesView(outline) {
  const { texts, texts: { outline: { scales: words } }, value, document } = outline;
  const scales = list(value.scales);
  return section(outline, "scales", words.section, count(words.n, scales.length), () => [
    el("p.fine", { "data-key": "scales lede" }, words.lede),
    ...scales.map((scale, s) => scaleView(outline, scale, s)),
    el("div.actions", { "data-key": "add scale" }, button(words.add, () => {
      const id = addScale(document, texts);
      outline.show(`scale ${id}`, `scale ${id} title`);
    }, { "data-key": "add scale button" })),
  ]);
}

/** @param {Outline} outline @param {any} scale @param {number} s */
function scaleView(outline, scale, s) {
  const { texts, texts: { outline: { scales: words, tools } }, value, document, isOpen, toggle, badge } = outline;
  const key = `scale ${scale.id}`;
  const enter = (/** @type {string} */ field) => (/** @type {string} */ text) => document.edit((draft) => draft.set(["scales", s, field], text), true);
  const quiz = quizScale(value);
  const go = (/** @type {1 | -1} */ by) => { move(document, ["scales"], s, by); };
  return entry({ key, title: scale.title, note: [badge(`/scales/${s}`), count(words.members, list(scale.members).length)], open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, scale.title, enter("title")),
    textField({ key: `${key} higher`, label: words.higher, hint: words.higher_hint }, scale.higher, enter("higher")),
    scale.missing?.open !== "zero" && numberField({ key: `${key} missing`, label: words.missing, hint: words.missing_hint, min: 0, max: 100 }, Math.round((scale.missing?.scored ?? 0) * 100),
      (given) => { if (given !== undefined) document.edit((draft) => draft.set(["scales", s, "missing", "scored"], given / 100), true); }),
    scaleDetails(outline, scale, s),
    el("fieldset.group", { "data-key": `${key} members` }, el("legend", words.what), list(value.items).map((item, n) => {
      if (!isScored(value, n)) return false;
      const { m, member } = memberships(value, item.id)[s] ?? { m: -1, member: undefined };
      const own = `${key} ${item.id}`;
      return el("div.row.member", { "data-key": own },
        checkField({ key: `${own} on`, label: item.text }, m >= 0, (on) => setMember(document, item.id, s, on)),
        m >= 0 && numberField({ key: `${own} weight`, label: fill(s === quiz ? words.marks_of : words.weight_of, { label: item.text }), bare: true, min: 0, placeholder: s === quiz ? words.marks : words.weight }, member.weight, (given) => document.edit((draft) => draft.set(["scales", s, "members", m, "weight"], given), true)),
        m >= 0 && (member?.key === "-" || !item.correct) && checkField({ key: `${own} key`, label: words.reversed }, member?.key === "-", (on) => document.edit((draft) => draft.set(["scales", s, "members", m, "key"], on ? "-" : undefined))));
    })),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, { label: scale.title }), () => go(-1), s === 0),
      tool(`${key} down`, "\u2193", fill(tools.down_of, { label: scale.title }), () => go(1), s === list(value.scales).length - 1),
      button(words.add_levels, () => { outline.show(`band ${addBand(document, texts, scale.id)}`); }, { "data-key": `${key} levels` }),
      button(words.delete, () => { deleteScore(document, "scales", s); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}
