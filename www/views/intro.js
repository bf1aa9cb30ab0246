// The first screen: what this is, what it gives, that nothing is sent, the role.

import { el, button, count, fill } from "./dom.js";

/** @import { Model } from "../types.js" */
/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/**
 * @param {object} given
 * @param {Model} given.model @param {Texts} given.texts @param {import("./dom.js").Attributes} given.said
 * @param {string | null} given.role @param {HTMLElement | null} given.resume
 * @param {(role: string | null) => void} given.onRole @param {() => void} given.onStart @param {() => void} given.onOpen
 */
export function introView({ model, texts, said, role, resume, onRole, onStart, onOpen }) {
  const asked = model.pages.reduce((sum, page) => sum + page.items.length, 0);
  const heading = el("h1", { tabindex: -1, ...said }, model.title);
  const begin = button(texts.start, onStart, { class: "main" });
  return {
    heading,
    element: el("div", { class: "intro" },
      heading,
      ...model.intro.map((text, n) => el("p", { class: n ? null : "standfirst", ...said }, text)),
      el("p", { class: "soft" }, fill(texts.extent, { pages: count(texts.pages, model.pages.length), items: count(texts.items, asked) }),
        " ", el("strong", {}, texts.private)),
      resume,
      model.roles.length > 0 && roles(model, texts, said, role, onRole),
      el("div", { class: "actions" }, !resume && begin, button(texts.open_file, onOpen, { class: "quiet" })),
      model.glossary.length > 0 && el("section", { class: "glossary" }, el("h2", {}, texts.glossary),
        el("dl", said, ...model.glossary.flatMap(({ term, text }) => [el("dt", {}, term), el("dd", {}, text)])))),
  };
}

/**
 * @param {Model} model @param {Texts} texts @param {import("./dom.js").Attributes} said
 * @param {string | null} role @param {(role: string | null) => void} onRole
 */
function roles(model, texts, said, role, onRole) {
  /** @param {string | null} id @param {string} label @param {import("./dom.js").Attributes} [attributes] */
  const option = (id, label, attributes = {}) => {
    const input = el("input", { type: "radio", name: "role", value: id ?? "" });
    input.checked = id === role;
    input.addEventListener("change", () => onRole(id));
    return el("label", { class: id ? "option" : "dont-know" }, input, el("span", attributes, label));
  };
  return el("fieldset", { class: "item roles" },
    el("legend", {}, texts.role), el("p", { class: "help" }, texts.role_help),
    el("div", { class: "options listed" }, ...model.roles.map(({ id, label }) => option(id, label, said))),
    option(null, texts.no_role));
}

/**
 * The notice that earlier answers are there.
 * @param {Texts} texts @param {number} answered @param {() => void} onContinue @param {HTMLElement} startOver
 */
export function resumeNotice(texts, answered, onContinue, startOver) {
  return el("div", { class: "notice" }, el("p", {}, answered ? count(texts.resume, answered) : texts.resume_begun),
    el("div", { class: "actions" }, button(texts.go_on, onContinue, { class: "main" }), startOver));
}
