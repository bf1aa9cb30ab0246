// Recommendations, and when they are given.

import { button, count, el, fill } from "../../views/dom.js";
import { addRule, move } from "./actions.js";
import { entry, numberField, selectField, textField, tool } from "./fields.js";
import { list } from "./model.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** A condition that a form can show: a score below or from a number. */
const SIMPLE = /^\s*([A-Za-z]\w*(?:\.\w+)?)\s*(<|>=)\s*(\d+(?:\.\d+)?)\s*$/;

/** @param {Outline} outline */
export function adviceView(outline) {
  const { texts, texts: { outline: { advice: words } }, value, document } = outline;
  const rules = list(value.advice?.rules);
  const [score] = list(value.scales);
  return section(outline, "advice", words.section, count(words.n, rules.length), () => [
    el("p.fine", { "data-key": "advice lede" }, score ? words.lede : words.none),
    value.advice && numberField({ key: "advice limit", label: words.limit, min: 1, step: 1 }, value.advice.limit, (given) => { if (given) document.edit((draft) => draft.set(["advice", "limit"], given), true); }),
    ...rules.map((rule, n) => ruleView(outline, rule, n, rules.length)),
    el("div.actions", { "data-key": "add rule" }, button(words.add, () => {
      const id = addRule(document, texts, score.id);
      outline.show(`rule ${id}`, `rule ${id} title`);
    }, { "data-key": "add rule button", disabled: !score })),
  ]);
}

/** @param {Outline} outline @param {any} rule @param {number} n @param {number} rules how many there are */
function ruleView(outline, rule, n, rules) {
  const { texts: { outline: { advice: words, tools } }, value, document, isOpen, toggle, badge } = outline;
  const key = `rule ${rule.id}`;
  const enter = (/** @type {string} */ field, required = true) => (/** @type {string} */ text) => document.edit((draft) => draft.set(["advice", "rules", n, field], text === "" && !required ? undefined : text), true);
  const go = (/** @type {1 | -1} */ by) => { move(document, ["advice", "rules"], n, by); };
  const [, score = "", sign = "", than = ""] = SIMPLE.exec(rule.when ?? "") ?? [];
  const scores = [...list(value.scales), ...list(value.composites).filter(({ each }) => !each)].map(({ id, title }) => /** @type {[string, string]} */ ([id, title]));
  // a condition that is being written may be simple for a moment, and stays a text
  const asText = `as-text ${key}`;
  const simple = scores.some(([id]) => id === score) && !isOpen(asText);
  const when = (/** @type {string} */ of, /** @type {string} */ how, /** @type {string | number} */ limit) => document.edit((draft) => {
    draft.set(["advice", "rules", n, "when"], `${of} ${how} ${limit}`);
    // how urgent it is follows the score, unless somebody has said otherwise
    if (/^(100 - )?[A-Za-z][\w.]*$/.test(String(rule.severity))) draft.set(["advice", "rules", n, "severity"], how === "<" ? `100 - ${of}` : of);
  }, true);
  return entry({ key, title: rule.title, note: badge(`/advice/rules/${n}`) || "", open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, rule.title, enter("title")),
    textField({ key: `${key} text`, label: words.text, long: true }, rule.text, enter("text")),
    simple ? el("div.row", { "data-key": `${key} simple` },
      selectField({ key: `${key} score`, label: words.when_score }, scores, score, (of) => when(of, sign, than)),
      selectField({ key: `${key} sign`, label: words.when_sign }, [["<", words.below], [">=", words.from]], sign, (how) => when(score, how, than)),
      numberField({ key: `${key} than`, label: words.when_than }, Number(than), (limit) => { if (limit !== undefined && limit >= 0) when(score, sign, limit); }))
      : textField({ key: `${key} when`, label: words.when, mono: true, hint: words.when_hint, focused: () => { if (!isOpen(asText)) toggle(asText); } }, rule.when, enter("when")),
    textField({ key: `${key} owner`, label: words.owner }, rule.owner, enter("owner")),
    textField({ key: `${key} first_step`, label: words.first_step }, rule.first_step, enter("first_step")),
    textField({ key: `${key} sign_of`, label: words.sign }, rule.sign, enter("sign")),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, { label: rule.title }), () => go(-1), n === 0), tool(`${key} down`, "\u2193", fill(tools.down_of, { label: rule.title }), () => go(1), n === rules - 1),
      button(words.delete, () => {
        document.edit((draft) => { if (rules > 1) draft.remove(["advice", "rules", n]); else draft.remove(["advice"]); });
        outline.say(words.deleted);
      }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}
