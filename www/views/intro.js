// The first screen: what this is, what it gives, that nothing is sent, the role.

import { openAnswers } from "../files.js";
import { DONT_KNOW } from "../values.js";
import { div, radios, title } from "./controls.js";
import { button, count, el, fill } from "./dom.js";
import { askErase, notice } from "./notice.js";

/** @import { Flow } from "../flow.js" */

/** @param {Flow} flow */
export function introView(flow) {
  const { texts, said, session, model, model: { intro, pages, asked, roles, glossary } } = flow;
  const { begun, place } = session;
  const onward = (/** @type {string} */ text) => button(text, () => flow.go("page", begun ? place.page : flow.pageFrom(-1, 1)), { class: "main" });
  return div("intro",
    title(model.title, said),
    ...intro.map((text, n) => el("p", { class: n ? null : "standfirst", ...said }, text)),
    el("p", { class: "soft" }, fill(texts.extent, { pages: count(texts.pages, pages.length), items: count(texts.items, asked.filter((item) => !item.optional).length) }),
      " ", el("strong", {}, texts.private)),
    begun && resume(flow, onward(texts.go_on)),
    roles.length > 0 && rolesView(flow),
    div("actions", !begun && onward(texts.start), button(texts.open_file, () => openAnswers(flow), { class: "quiet" })),
    glossary.length > 0 && el("section", { class: "glossary" }, el("h3", {}, texts.glossary),
      el("dl", said, ...glossary.flatMap(({ term, text }) => [el("dt", {}, term), el("dd", {}, text)]))));
}

/** That earlier answers are there. @param {Flow} flow @param {HTMLElement} onward */
function resume(flow, onward) {
  const { texts, session, model } = flow;
  const answered = model.asked.filter((item) => session.answered(item)).length;
  return notice("notice", answered ? count(texts.resume, answered) : texts.resume_begun,
    [onward, button(texts.start_over, () => askErase(flow))]);
}

/** @param {Flow} flow */
function rolesView({ texts, said, session, model }) {
  const { options, out, show } = radios("role", model.roles.map(({ id, label }) => ({ value: id, label })), said, el("span", {}, texts.no_role), (role) => {
    session.place.role = role === DONT_KNOW ? null : String(role);
    session.savePlace();
  });
  show(session.place.role ?? DONT_KNOW);
  return el("fieldset", { class: "item roles" }, el("legend", {}, texts.role), el("p", { class: "help" }, texts.role_help), options, out);
}
