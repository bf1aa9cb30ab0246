// Scores that are aimed at.

import { button, count, el } from "../../views/dom.js";
import { addTarget } from "./additions.js";
import { entry, numberField, selectField, textField } from "./fields.js";
import { list, scoresOf } from "./model.js";
import { takeFrom } from "./references.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function targetsView(outline) {
  const { texts: { outline: { targets: words } }, value, document } = outline;
  const targets = list(value.targets);
  return targets.length > 0 && section(outline, "targets", words.section, [outline.badge("/targets"), count(words.n, targets.length)], () => [
    el("p.fine", { "data-key": "targets lede" }, words.lede),
    ...targets.map((target, n) => targetView(outline, target, n)),
    el("div.actions", { "data-key": "add target" }, button(words.add, () => outline.show(...addTarget(document)), { "data-key": "add target button" })),
  ]);
}

/** @param {Outline} outline @param {any} target @param {number} n */
function targetView(outline, target, n) {
  const { texts: { outline: { targets: words } }, value, document, isOpen, toggle, badge } = outline;
  const key = `target ${n}`;
  const scores = scoresOf(value, [target.of]);
  const roles = list(value.roles).map(({ id, label }) => /** @type {[string, string]} */ ([id, label]));
  const title = scores.find(([name]) => name === target.of)?.[1] ?? target.of;
  const enter = (/** @type {string} */ field, typed = true) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["targets", n, field], given === "" ? undefined : given), typed);
  return entry({ key, title, note: [badge(`/targets/${n}`), [target.at, roles.find(([id]) => id === target.role)?.[1]].filter((part) => part !== undefined).join(", ")], open: isOpen(key), toggle: () => toggle(key) }, () => [
    el("div.row", { "data-key": `${key} row` },
      selectField({ key: `${key} of`, label: words.of }, scores, target.of, enter("of", false)),
      numberField({ key: `${key} at`, label: words.at }, target.at, (given) => { if (given !== undefined) enter("at")(given); }),
      roles.length > 0 && selectField({ key: `${key} role`, label: words.role }, [["", words.everybody], ...roles], target.role ?? "", enter("role", false))),
    textField({ key: `${key} text`, label: words.text, long: true, placeholder: words.optional }, target.text, enter("text")),
    el("div.tools", { "data-key": `${key} tools` }, button(words.delete, () => { document.edit((draft) => takeFrom(draft, ["targets"], n)); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}
