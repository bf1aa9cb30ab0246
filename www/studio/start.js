// Before there is a definition: what to begin with.

import { button, el, fill } from "../views/dom.js";
import { SAMPLES, TEMPLATES } from "./templates.js";

/** @import { Studio } from "./page.js" */

/** The title of a definition; how it begins where it cannot be read. @param {string} text */
export function titleOf(text) {
  try {
    return String(JSON.parse(text).title);
  } catch {
    return text.slice(0, 40);
  }
}

/** @param {Studio} studio */
export function startView(studio) {
  const { texts: { start: words }, kept } = studio;
  const { text, earlier } = kept;
  const card = (/** @type {string} */ id, /** @type {{title: string, text: string}} */ said, /** @type {() => void} */ act) => el("li",
    button("", act, { class: "card", "data-template": id }, el("strong", said.title), el("span", said.text)));
  return el("div.start",
    el("h1.report-title", { tabindex: -1 }, words.title), el("p.standfirst", words.lede),
    (text || earlier) && el("section.again", { "aria-label": words.again }, el("h2", words.again), el("ul.cards",
      text && card("kept", { title: titleOf(text), text: words.go_on }, () => studio.goOn()),
      earlier && earlier !== text && card("earlier", { title: titleOf(earlier), text: words.earlier }, () => studio.begin(earlier)))),
    el("section", { "aria-label": words.templates }, el("h2", words.templates), el("ul.cards",
      TEMPLATES.map((id) => card(id, words.of[/** @type {"quiz"} */ (id)], () => studio.fromTemplate(id))),
      card("empty", words.of.empty, () => studio.fromTemplate("empty")))),
    el("section", { "aria-label": words.files }, el("h2", words.files), el("p", words.files_text),
      el("div.actions", button(words.open, () => studio.pick(), { class: "main" }))),
    el("section", { "aria-label": words.samples }, el("h2", words.samples), el("ul.cards.small",
      SAMPLES.map((id) => card(id, words.of[/** @type {"quiz"} */ (id)], () => studio.fromSample(id))),
      card("flagship", words.of.flagship, () => studio.fromSample("flagship")))),
    el("p.fine", fill(words.kept, {})));
}
