// The first screen: what this is, what it gives, that nothing is sent, the role.

import { openAnswers } from "../files.js";
import { DONT_KNOW } from "../values.js";
import { div, radios, title } from "./controls.js";
import { button, count, el, fill } from "./dom.js";
import { notice, startOver } from "./notice.js";

/** @import { Flow } from "../flow.js" */

/** @param {Flow} flow */
export function introView(flow) {
  const { texts, said, session, model, model: { intro, pages, asked, roles, glossary } } = flow;
  const begun = session.begun();
  const answered = asked.filter((item) => session.answered(item)).length;
  const onward = button(begun ? texts.go_on : texts.start, () => flow.go("page", begun ? session.place.page : flow.pageFrom(-1, 1)), { class: "main" });
  return div("intro",
    title(model.title, said),
    ...intro.map((text, n) => el("p", { class: n ? null : "standfirst", ...said }, text)),
    el("p", { class: "soft" }, fill(texts.extent, { pages: count(texts.pages, pages.length), items: count(texts.items, asked.filter((item) => !item.optional).length) }),
      " ", el("strong", {}, texts.private)),
    begun && notice("notice", answered ? count(texts.resume, answered) : texts.resume_begun, [onward, startOver(flow)]),
    roles.length > 0 && rolesView(flow),
    div("actions", !begun && onward, button(texts.open_file, () => openAnswers(flow), { class: "quiet" })),
    glossary.length > 0 && el("section", { class: "glossary" }, el("h3", {}, texts.glossary),
      el("dl", said, ...glossary.flatMap(({ term, text }) => [el("dt", {}, term), el("dd", {}, text)]))));
}

/** @param {Flow} flow */
function rolesView({ texts, said, session, model }) {
  const { place } = session;
  const { options, out, show } = radios("role", model.roles.map(({ id, label }) => ({ value: id, label })), said, el("span", {}, texts.no_role), (role) => {
    place.role = role === DONT_KNOW ? null : String(role);
    session.savePlace();
  });
  show(place.role ?? DONT_KNOW);
  return el("fieldset", { class: "item" }, el("legend", {}, texts.role), el("p", { class: "help" }, texts.role_help), options, out);
}
