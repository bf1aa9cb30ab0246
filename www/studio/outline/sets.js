// Lists of choices that several questions share.

import { count } from "../../views/dom.js";
import { choiceRows } from "./choices.js";
import { entry } from "./fields.js";
import { list, usersOf } from "./model.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function setsView(outline) {
  const { texts: { outline: { sets: words } }, value, isOpen, toggle, badge } = outline;
  const sets = list(value.choice_sets);
  return section(outline, "sets", words.section, count(words.n, sets.length), () => sets.map((set, n) => {
    const key = `choice_set ${set.id}`;
    const choices = list(set.choices);
    return entry({ key, title: choices.map(({ label }) => label).join(" \u00b7 "), note: [badge(`/choice_sets/${n}`), count(words.users, usersOf(value, set.id).length)], open: isOpen(key), toggle: () => toggle(key) },
      () => [choiceRows(outline, { path: ["choice_sets", n, "choices"], list: choices, set: set.id, users: 0 }, key)]);
  }));
}
