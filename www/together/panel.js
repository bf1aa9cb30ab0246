// What one can do with a result: pass it on, ask somebody else, put another beside it, be reminded.

import { saveAnswers } from "../files.js";
import { button, el, fill } from "../views/dom.js";
import { notice, problemList } from "../views/notice.js";
import { here, invitationAddress, resultAddress } from "./address.js";
import { saveReminder } from "./calendar.js";
import { outward, picture } from "./outward.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Spoken } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @typedef {Pick<Shared, "flow" | "texts"> & {core: Pick<Shared["core"], "link"> & Partial<Pick<Shared["core"], "squares">>}} Panel what it needs of a build */
/** @import { TautlineError } from "../engine.js" */

/**
 * @param {Panel} shared @param {AnswersDocument} answers behind the result on screen
 * @param {...(HTMLElement | false)} more further ways, for what the build at hand can do
 */
export function panelView(shared, answers, ...more) {
  const { flow, texts: { link: texts }, core } = shared;
  const { roles } = flow.model;
  const counterpart = roles.find(({ id }) => id === roles.find((role) => role.id === answers.role)?.counterpart);
  const save = () => saveAnswers(flow, answers);
  return el("section.share", { "aria-label": texts.title },
    el("h3", { tabindex: -1 }, texts.title),
    result(shared, answers),
    counterpart && !flow.viewed && el("div.invite",
      el("h4", fill(texts.invite, counterpart)), el("p", texts.blind), address(shared, invitationAddress(counterpart.id, flow.host), texts.invitation)),
    more,
    !flow.viewed && reminder(shared));

  /** The link of the result, or why there is none. @param {Panel} shared @param {AnswersDocument} answers */
  function result(shared, answers) {
    try {
      return el("div", el("h4", texts.result), el("p", texts.promise),
        address(shared, resultAddress(core.link(answers), flow.host), texts.result, button(flow.texts.save, save, { class: "quiet" })));
    } catch (raised) {
      const { problems } = /** @type {TautlineError} */ (raised);
      return notice("notice", texts.too_long, [button(flow.texts.save, save)], "", problemList(flow.texts, problems));
    }
  }
}

/** An address and the ways out, a picture for cameras among them if the core draws one. @param {Panel} shared @param {string} href @param {string} label @param {...HTMLElement} more further ways */
function address({ flow, texts: { link: texts }, core }, href, label, ...more) {
  const code = button(texts.code, () => {
    const shown = code.parentElement?.nextElementSibling;
    if (shown) shown.remove();
    else code.parentElement?.after(picture(core.squares?.(href) ?? "", texts.code));
    code.setAttribute("aria-expanded", String(!shown));
  }, { "aria-expanded": "false" });
  return outward({ texts, title: flow.model.title, say: flow.say }, href, label, core.squares && code, ...more);
}

/** A calendar file for asking again. @param {Panel} shared */
function reminder({ flow, texts: { link: texts } }) {
  const { id, title } = flow.model;
  const said = el("p.fine", { role: "status" });
  const save = () => {
    const { year, month, day } = saveReminder({
      id, summary: fill(texts.remind_summary, { title }), description: texts.remind_text, address: here(flow.host), now: new Date(), months: 6,
    });
    const date = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString(/** @type {Spoken} */ (texts).tag, { dateStyle: "long", timeZone: "UTC" });
    said.textContent = fill(texts.reminded, { date });
  };
  return el("div.again", el("h4", texts.again), el("p", texts.again_help), el("div.actions", button(texts.remind, save)), said);
}
