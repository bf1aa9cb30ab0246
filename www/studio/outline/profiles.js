// Typical profiles: which scores are compared, and the number of each profile for each of them.

import { button, count, el, fill } from "../../views/dom.js";
import { move } from "./actions.js";
import { addProfile } from "./additions.js";
import { checkField, entry, numberField, textField, tool } from "./fields.js";
import { list, scoresOf } from "./model.js";
import { notCompared } from "./references.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function profilesView(outline) {
  const { texts, texts: { outline: { profiles: words } }, value: { archetypes }, value, document, badge } = outline;
  if (!archetypes) return false;
  const profiles = list(archetypes.list);
  const of = list(archetypes.of);
  const compare = (/** @type {string} */ name, /** @type {boolean} */ on) => document.edit((draft) => {
    if (!on) return notCompared(draft, of.indexOf(name));
    draft.insert(["archetypes", "of"], of.length, name);
    profiles.forEach((_, n) => draft.insert(["archetypes", "list", n, "at"], of.length, 50));
  });
  return section(outline, "profiles", words.section, [badge("/archetypes"), count(words.n, profiles.length)], () => [
    el("p.fine", { "data-key": "profiles lede" }, words.lede),
    textField({ key: "profiles title", label: words.heading }, archetypes.title, (text) => document.edit((draft) => draft.set(["archetypes", "title"], text), true)),
    el("fieldset.group", { "data-key": "profiles of" }, el("legend", words.of), el("div.checks", { "data-key": "profiles checks" }, scoresOf(value, of).map(([name, title]) =>
      checkField({ key: `profiles of ${name}`, label: title }, of.includes(name), (on) => compare(name, on))))),
    ...profiles.map((profile, n) => profileView(outline, profile, n, profiles.length)),
    el("div.actions", { "data-key": "add profile" }, button(words.add, () => outline.show(...addProfile(document, texts)), { "data-key": "add profile button" }),
      button(words.delete_all, () => { document.edit((draft) => draft.remove(["archetypes"])); outline.say(words.deleted); }, { class: "danger", "data-key": "profiles delete" })),
  ]);
}

/** @param {Outline} outline @param {any} profile @param {number} n @param {number} profiles how many there are */
function profileView(outline, profile, n, profiles) {
  const { texts: { outline: { profiles: words, tools } }, value, document, isOpen, toggle, badge } = outline;
  const key = `profile ${profile.id}`;
  const path = ["archetypes", "list"];
  const titles = new Map(scoresOf(value, value.archetypes.of));
  const enter = (/** @type {string} */ field) => (/** @type {string} */ text) => document.edit((draft) => draft.set([...path, n, field], text), true);
  const go = (/** @type {1 | -1} */ by) => { move(document, path, n, by); };
  return entry({ key, title: profile.title, note: [badge(`/archetypes/list/${n}`), list(profile.at).join(" \u00b7 ")], open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, profile.title, enter("title")),
    textField({ key: `${key} text`, label: words.text, long: true }, profile.text, enter("text")),
    el("div.row", { "data-key": `${key} at` }, list(value.archetypes.of).map((name, k) => numberField({ key: `${key} at ${name}`, label: titles.get(name) ?? name }, profile.at?.[k],
      (given) => { if (given !== undefined) document.edit((draft) => { if (list(profile.at).length > k) draft.set([...path, n, "at", k], given); else draft.insert([...path, n, "at"], k, given); }, true); }))),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, { label: profile.title }), () => go(-1), n === 0), tool(`${key} down`, "\u2193", fill(tools.down_of, { label: profile.title }), () => go(1), n === profiles - 1),
      button(words.delete, () => { document.edit((draft) => draft.remove([...path, n])); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete`, disabled: profiles <= 2 })),
  ]);
}
