// Who answers: what one picks at the start, and who is compared with whom.

import { button, count, el, fill } from "../../views/dom.js";
import { move } from "./actions.js";
import { addRole } from "./additions.js";
import { checkField, entry, selectField, textField, tool } from "./fields.js";
import { list } from "./model.js";
import { deleteRole } from "./references.js";
import { section } from "./section.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function rolesView(outline) {
  const { texts, texts: { outline: { roles: words } }, value, document } = outline;
  const roles = list(value.roles);
  return roles.length > 0 && section(outline, "roles", words.section, [outline.badge("/roles"), count(words.n, roles.length)], () => [
    el("p.fine", { "data-key": "roles lede" }, words.lede),
    ...roles.map((role, n) => roleView(outline, role, n, roles)),
    el("div.actions", { "data-key": "add role" }, button(words.add, () => outline.show(...addRole(document, texts)), { "data-key": "add role button" })),
    sidesForm(outline, roles),
  ]);
}

/** @param {Outline} outline @param {any} role @param {number} n @param {any[]} roles */
function roleView(outline, role, n, roles) {
  const { texts: { outline: { roles: words, tools } }, document, isOpen, toggle, badge } = outline;
  const key = `role ${n}`;
  const others = roles.filter(({ id }) => id !== role.id).map(({ id, label }) => /** @type {[string, string]} */ ([id, label]));
  const go = (/** @type {1 | -1} */ by) => { if (move(document, ["roles"], n, by)) outline.show(`role ${n + by}`); };
  return entry({ key, title: role.label, note: [badge(`/roles/${n}`), el("span.mono", role.id)], open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} label`, label: words.label }, role.label, (text) => document.edit((draft) => draft.set(["roles", n, "label"], text), true)),
    (others.length > 0 || role.counterpart) && selectField({ key: `${key} counterpart`, label: words.counterpart, hint: words.counterpart_hint }, [["", words.nobody], ...others], role.counterpart ?? "",
      (id) => document.edit((draft) => draft.set(["roles", n, "counterpart"], id || undefined))),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, role), () => go(-1), n === 0), tool(`${key} down`, "\u2193", fill(tools.down_of, role), () => go(1), n === roles.length - 1),
      button(words.delete, () => { deleteRole(document, n); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}

/** Two sides of which results of many are compared. @param {Outline} outline @param {any[]} roles @returns {Part} */
function sidesForm({ texts: { outline: { roles: words } }, value, document, badge }, roles) {
  const sides = list(value.group?.sides);
  const path = ["group", "sides"];
  if (!sides.length) return roles.length > 1 && el("div.actions", { "data-key": "sides" }, button(words.add_sides, () => document.edit((draft) => {
    const made = words.sides.map((label, k) => ({ label, roles: [roles[k].id] }));
    if (draft.value.group) draft.set(path, made);
    else draft.set(["group"], { sides: made });
  }), { "data-key": "sides add" }));
  return el("fieldset.group", { "data-key": "sides" }, el("legend", words.sides_legend, " ", badge("/group/sides")), el("p.fine", { "data-key": "sides hint" }, words.sides_hint),
    sides.map((side, k) => el("div.side", { "data-key": `side ${k}` },
      textField({ key: `side ${k} label`, label: fill(words.side, { n: k + 1 }) }, side.label, (text) => document.edit((draft) => draft.set([...path, k, "label"], text), true)),
      el("div.checks", { "data-key": `side ${k} roles` }, roles.map(({ id, label }) => checkField({ key: `side ${k} ${id}`, label }, list(side.roles).includes(id), (on) => document.edit((draft) => {
        // nobody is on both
        sides.forEach(({ roles: there }, other) => { if (list(there).includes(id)) draft.remove([...path, other, "roles", there.indexOf(id)]); });
        if (on) draft.insert([...path, k, "roles"], list(draft.value.group.sides[k].roles).length, id);
      })))))),
    el("div.actions", { "data-key": "sides tools" }, button(words.no_sides, () => document.edit((draft) => draft.set(Object.keys(value.group).length > 1 ? path : ["group"], undefined)), { class: "danger", "data-key": "sides delete" })));
}
