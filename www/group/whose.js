// Whose figures are on screen: those of everyone, or of a role with answers enough.

import { el, fill } from "../views/dom.js";
import { known, sentence, why } from "./figure.js";

/** @import { Figure, Figures } from "../types.js" */
/** @import { Part } from "../views/dom.js" */
/** @import { Context } from "./figures.js" */

/** @param {Context} context @param {(figures: Figures) => void} draw */
export function whoseView(context, draw) {
  const { texts: { whose: texts }, group, said } = context;
  const roles = group.roles.filter(({ n }) => n > 0);
  const reason = roles.find(({ figures }) => why(figures));
  const now = el("p.fine", { role: "status" });
  return roles.length > 0 && el("fieldset.whose", el("legend", texts.title),
    el("div.chips", chip("", texts.everyone, group.n, context.all), roles.map(({ id, label, n, figures }) => chip(id, el("span", said, label), n, figures, label))),
    reason && el("p.fine", { id: "whose-why" }, fill(texts.off, { why: sentence(context, reason.figures) })), now);

  /** @param {string} id @param {Part} words @param {number} n @param {Figure<Figures>} figures @param {string} [role] */
  function chip(id, words, n, figures, role) {
    const shown = known(figures);
    const input = el("input", { type: "radio", name: "whose", value: id, checked: !role, disabled: !shown, "aria-describedby": !shown && "whose-why" });
    input.onchange = () => {
      if (shown) draw(shown);
      now.textContent = role ? fill(texts.only, { role, n }) : "";
    };
    return el("label.chip", input, el("span", words, " ", el("span.soft", n)));
  }
}
