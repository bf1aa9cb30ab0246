// Another result beside one's own: a link to paste or a file to open, and the two ways to see it.

import { answersOf } from "./export.js";
import { LARGEST } from "../fetched.js";
import { pickFile } from "../files.js";
import { button, el, fill } from "../views/dom.js";
import { showChange, showPair } from "./compare.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */

/** @param {Shared} shared @param {AnswersDocument} answers */
export const otherView = (shared, answers) => el("div.other",
  el("h4", shared.texts.link.compare), el("p", shared.texts.link.compare_help), other(shared, answers));

/** The page of a group, which shows the assessment that comes with it. @param {Shared} shared */
export const severalView = ({ flow, group, texts: { link: texts } }) => !flow.host.hasAttribute("src")
  && el("div.several", el("h4", texts.several), el("p", texts.several_help, " ", el("a", { href: group }, texts.several_open)));

/** @param {Shared} shared @param {AnswersDocument} answers */
function other(shared, answers) {
  const { texts: { link: texts }, core } = shared;
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
      said.textContent = problem ? `${texts.refused[/** @type {"link-missing"} */ (problem.code)] ?? ""} (${problem.message})` : shared.texts.file.json;
    }
  };
  const read = () => held ?? core.openLink(field.value);
  const beside = () => attempt(() => showPair(shared, answers, read()));
  const after = () => attempt(() => showChange(shared, read(), answers));
  const choose = () => pickFile(async (file) => {
    const text = file.size > LARGEST ? "" : await file.text();
    hold(undefined);
    attempt(() => {
      hold(answersOf(JSON.parse(text)), fill(texts.file_open, file));
      field.value = "";
    });
  });
  field.oninput = () => hold(undefined);
  field.onkeydown = ({ key }) => { if (key === "Enter") beside(); };
  return el("div.outward",
    el("div.source", field, button(texts.from_file, choose)), opened, said,
    el("div.ways",
      el("div", el("p", texts.as_two), button(texts.side_by_side, beside, { class: "main" })),
      el("div", el("p", texts.as_own), button(texts.then_and_now, after, { class: "main" }))));
}
