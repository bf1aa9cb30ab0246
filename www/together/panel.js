// What one can do with a result: pass it on, ask somebody else, put two side by side.

import { LARGEST } from "../fetched.js";
import { saveAnswers } from "../files.js";
import { button, el, fill, svg } from "../views/dom.js";
import { notice, problemList } from "../views/notice.js";
import { invitationAddress, resultAddress } from "./address.js";
import { showPair } from "./compare.js";

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
    el("div.other", el("h4", texts.compare), el("p", texts.compare_help), other(shared, answers)));

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

/** An address in a field that can be selected, and the ways out. @param {Shared} shared @param {string} href @param {string} label @param {...HTMLElement} more further ways */
function address({ flow, texts: { link: texts }, core }, href, label, ...more) {
  const field = el("input.address", { type: "text", readonly: true, value: href, "aria-label": label });
  field.onfocus = () => field.select();
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(href);
      flow.say(texts.copied);
      copy.textContent = texts.copied;
    } catch {
      // no clipboard here: the marked text can be copied by hand
      field.focus();
      flow.say(texts.copy_by_hand);
    }
  };
  const copy = button(texts.copy, copied);
  const code = button(texts.code, () => {
    const shown = row.nextElementSibling?.matches(".code");
    if (shown) row.nextElementSibling?.remove();
    else row.after(picture(core.squares(href) ?? "", texts.code));
    code.setAttribute("aria-expanded", String(!shown));
  }, { "aria-expanded": "false" });
  const row = el("div.actions", copy,
    "share" in navigator && button(texts.share, () => navigator.share({ title: flow.model.title, url: href }).catch(() => {})),
    code, more);
  return el("div.outward", field, row);
}

/** @param {string} squares @param {string} label */
function picture(squares, label) {
  const rows = squares.split("\n");
  const size = rows.length - 1;
  const path = rows.flatMap((row, y) => [...row].map((dark, x) => (dark === "1" ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return svg("svg.code", { viewBox: `-4 -4 ${size + 8} ${size + 8}`, role: "img", "aria-label": label },
    svg("rect.light", { x: -4, y: -4, width: size + 8, height: size + 8 }), svg("path.dark", { d: path }));
}

/** The other side: a link to paste or a file to open. @param {Shared} shared @param {AnswersDocument} answers */
function other(shared, answers) {
  const { flow, texts: { link: texts }, core } = shared;
  const said = el("p.problem", { role: "alert" });
  const field = el("input.address", { type: "text", placeholder: texts.paste, "aria-label": texts.paste, autocomplete: "off" });
  const go = (/** @type {() => AnswersDocument} */ read) => {
    try {
      said.textContent = "";
      showPair(shared, answers, read());
    } catch (raised) {
      const { problems: [problem] = [] } = /** @type {TautlineError} */ (raised);
      said.textContent = problem ? `${texts.refused[/** @type {"link-missing"} */ (problem.code)] ?? ""} (${problem.message})` : flow.texts.json;
    }
  };
  const file = el("input", { type: "file", accept: ".json", hidden: true });
  file.onchange = async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const text = chosen.size > LARGEST ? "" : await chosen.text();
    go(() => {
      const raw = JSON.parse(text);
      // a saved result holds the answers too
      return typeof raw?.instrument === "object" ? raw.answers : raw;
    });
  };
  field.onkeydown = ({ key }) => { if (key === "Enter") go(() => core.openLink(field.value)); };
  return el("div.outward", field, said, el("div.actions",
    button(texts.side_by_side, () => go(() => core.openLink(field.value)), { class: "main" }),
    button(texts.from_file, () => file.click()), file));
}
