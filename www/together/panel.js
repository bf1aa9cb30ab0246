// What one can do with a result: pass it on, ask somebody else, put another beside it, be reminded.

import { answersOf } from "../export.js";
import { LARGEST } from "../fetched.js";
import { saveAnswers } from "../files.js";
import { button, el, fill } from "../views/dom.js";
import { notice, problemList } from "../views/notice.js";
import { here, invitationAddress, resultAddress } from "./address.js";
import { saveReminder } from "./calendar.js";
import { showChange, showPair } from "./compare.js";
import { outward, picture } from "./outward.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */

/** @param {Shared} shared @param {AnswersDocument} answers behind the result on screen */
export function panelView(shared, answers) {
  const { flow, texts: { link: texts }, core } = shared;
  const { roles } = flow.model;
  const counterpart = roles.find(({ id }) => id === roles.find((role) => role.id === answers.role)?.counterpart);
  const save = () => saveAnswers(flow, answers);
  return el("section.share", { "aria-label": texts.title },
    el("h3", { tabindex: -1 }, texts.title),
    result(shared, answers),
    counterpart && !flow.viewed && el("div.invite",
      el("h4", fill(texts.invite, counterpart)), el("p", texts.blind), address(shared, invitationAddress(counterpart.id), texts.invitation)),
    el("div.other", el("h4", texts.compare), el("p", texts.compare_help), other(shared, answers)),
    // the page of a group shows the assessment that comes with it
    !flow.host.hasAttribute("src") && el("div.several", el("h4", texts.several),
      el("p", texts.several_help, " ", el("a", { href: shared.group }, texts.several_open))),
    !flow.viewed && reminder(shared));

  /** The link of the result, or why there is none. @param {Shared} shared @param {AnswersDocument} answers */
  function result(shared, answers) {
    try {
      return el("div", el("h4", texts.result), el("p", texts.promise),
        address(shared, resultAddress(core.link(answers)), texts.result, button(flow.texts.save, save, { class: "quiet" })));
    } catch (raised) {
      const { problems } = /** @type {TautlineError} */ (raised);
      return notice("notice", texts.too_long, [button(flow.texts.save, save)], "", problemList(flow.texts, problems));
    }
  }
}

/** An address and the ways out, a picture for cameras among them. @param {Shared} shared @param {string} href @param {string} label @param {...HTMLElement} more further ways */
function address({ flow, texts: { link: texts }, core }, href, label, ...more) {
  const code = button(texts.code, () => {
    const shown = code.parentElement?.nextElementSibling;
    if (shown) shown.remove();
    else code.parentElement?.after(picture(core.squares(href) ?? "", texts.code));
    code.setAttribute("aria-expanded", String(!shown));
  }, { "aria-expanded": "false" });
  return outward({ texts, title: flow.model.title, say: flow.say }, href, label, code, ...more);
}

/** The other side, a link to paste or a file to open, and the two ways to see it. @param {Shared} shared @param {AnswersDocument} answers */
function other(shared, answers) {
  const { flow, texts: { link: texts }, core } = shared;
  const said = el("p.problem", { role: "alert" });
  const opened = el("p.fine", { role: "status" });
  const field = el("input.address", { type: "text", placeholder: texts.paste, "aria-label": texts.paste, autocomplete: "off" });
  /** What a file held, until something is typed. @type {AnswersDocument | undefined} */
  let held;
  const hold = (/** @type {AnswersDocument | undefined} */ document, sentence = "") => {
    held = document;
    said.textContent = "";
    opened.textContent = sentence;
  };
  const attempt = (/** @type {() => void} */ work) => {
    try {
      said.textContent = "";
      work();
    } catch (raised) {
      const { problems: [problem] = [] } = /** @type {TautlineError} */ (raised);
      said.textContent = problem ? `${texts.refused[/** @type {"link-missing"} */ (problem.code)] ?? ""} (${problem.message})` : flow.texts.json;
    }
  };
  const read = () => held ?? core.openLink(field.value);
  const beside = () => attempt(() => showPair(shared, answers, read()));
  const after = () => attempt(() => showChange(shared, read(), answers));
  const choose = () => {
    const file = el("input", { type: "file", accept: ".json" });
    file.onchange = async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      const text = chosen.size > LARGEST ? "" : await chosen.text();
      hold(undefined);
      attempt(() => {
        hold(answersOf(JSON.parse(text)), fill(texts.file_open, chosen));
        field.value = "";
      });
    };
    file.click();
  };
  field.oninput = () => hold(undefined);
  field.onkeydown = ({ key }) => { if (key === "Enter") beside(); };
  return el("div.outward",
    el("div.source", field, button(texts.from_file, choose)), opened, said,
    el("div.ways",
      el("div", el("p", texts.as_two), button(texts.side_by_side, beside, { class: "main" })),
      el("div", el("p", texts.as_own), button(texts.then_and_now, after, { class: "main" }))));
}

/** A calendar file for asking again. @param {Shared} shared */
function reminder({ flow, texts: { link: texts } }) {
  const { id, title } = flow.model;
  const said = el("p.fine", { role: "status" });
  const save = () => {
    const { year, month, day } = saveReminder({
      id, summary: fill(texts.remind_summary, { title }), description: texts.remind_text, address: here(), now: new Date(), months: 6,
    });
    const date = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    said.textContent = fill(texts.reminded, { date });
  };
  return el("div.again", el("h4", texts.again), el("p", texts.again_help), el("div.actions", button(texts.remind, save)), said);
}
