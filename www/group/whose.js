// Whose figures are on screen: those of everyone, or of a role with answers enough.

import { el, fill } from "../views/dom.js";
import { known, sentence, why } from "./figure.js";

/** @import { Figure, Figures, Group } from "../types.js" */
/** @import { Part } from "../views/dom.js" */
/** @import { Context } from "./figures.js" */
/** @typedef {Group["roles"][number]} Role */

/** @param {Context} context @param {(figures: Figures) => void} draw */
export function whoseView(context, draw) {
  const { texts: { whose: texts }, group, said } = context;
  const roles = group.roles.filter(({ n }) => n > 0);
  /** What cannot be chosen, by the reason for it. @type {Map<string, Role[]>} */
  const off = new Map();
  for (const role of roles) {
    if (!why(first(role.figures))) continue;
    const reason = sentence(context, first(role.figures));
    off.set(reason, [...off.get(reason) ?? [], role]);
  }
  const now = el("p.fine", { role: "status" });
  return roles.length > 0 && el("fieldset.whose", el("legend", texts.title),
    el("div.chips", chip("", texts.everyone, group.n, context.all),
      roles.map((role) => chip(role.id, el("span", said, role.label), role.n, role.figures, role))),
    el("div", { id: "whose-off" }, [...off].map(([reason, roles]) =>
      el("p.fine", el("span", said, roles.map(({ label }) => label).join(", ")), ". ", reason))), now);

  /** @param {string} id @param {Part} words @param {number} n @param {Figure<Figures>} figures @param {Role} [role] */
  function chip(id, words, n, figures, role) {
    const shown = why(first(figures)) ? null : known(figures);
    const input = el("input", { type: "radio", name: "whose", value: id, checked: !role, disabled: !shown, "aria-describedby": !shown && "whose-off" });
    input.onchange = () => {
      if (shown) draw(shown);
      now.textContent = role ? fill(texts.only, { role: role.label, n }) : "";
    };
    return el("label.chip", input, el("span", words, " ", el("span.soft", n)));
  }
}

/** A figure that is hidden where nothing of a part is shown: its first item, since those not shown come last. @param {Figure<Figures>} figures @returns {Figure<unknown>} */
const first = (figures) => (why(figures) ? figures : known(figures)?.items[0]?.ad);
