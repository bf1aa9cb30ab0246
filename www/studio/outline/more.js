// What an assessment may have beside questions, scores and levels: it is not in the way before there is some.

import { el } from "../../views/dom.js";
import { addArea, addComposite, addNorm, addProfile, addRole, addTarget } from "./additions.js";
import { calculates } from "./composites.js";
import { list, scoresOf } from "./model.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function moreView({ texts, texts: { outline: { more: words } }, value, document, show }) {
  const scored = scoresOf(value).length > 0;
  const others = /** @type {const} */ ([
    ["roles", !list(value.roles).length, true, addRole], ["composites", !calculates(value), scored, addComposite], ["profiles", !value.archetypes, scored, addProfile],
    ["targets", !list(value.targets).length, scored, addTarget], ["norms", !list(value.norms).length, scored, addNorm], ["areas", !list(value.dimensions).length, true, addArea],
  ]).filter(([, absent]) => absent);
  if (!others.length) return false;
  const select = el("select", { "data-key": "more add", "aria-label": words.add }, el("option", { value: "" }, words.add),
    others.map(([id, , can]) => el("option", { value: id, disabled: !can }, can ? words.of[id] : `${words.of[id]} ${words.needs_score}`)));
  select.onchange = ({ currentTarget }) => {
    const chosen = /** @type {HTMLSelectElement} */ (currentTarget);
    const add = others.find(([id]) => id === chosen.value)?.[3];
    chosen.value = "";
    if (add) show(...add(document, texts));
  };
  return el("div.more-of-it.add", { "data-key": "more" }, select);
}
