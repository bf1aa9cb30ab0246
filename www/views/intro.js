// The first screen: what this is, what it gives, that nothing is sent, the role.

import { openAnswers } from "../files.js";
import { DONT_KNOW } from "../values.js";
import { radios, title } from "./controls.js";
import { button, count, el, fill } from "./dom.js";
import { notice, startOver } from "./notice.js";

/** @import { Flow } from "../flow.js" */

/** @param {Flow} flow */
export function introView(flow) {
  const { texts, said, session, model, model: { intro, pages, asked, roles, glossary } } = flow;
  const begun = session.begun();
  const onward = button(begun ? texts.go_on : texts.start, () => flow.go("page", begun ? session.place.page : flow.next(-1, 1)), { class: "main" });
  return el("div.intro",
    title(model.title, said),
    intro.map((text, n) => el(n ? "p" : "p.standfirst", said, text)),
    el("p.soft", fill(texts.extent, { pages: count(texts.pages, pages.length), items: count(texts.items, asked.filter((item) => !item.optional).length) }),
      " ", el("strong", texts.private)),
    begun && resume(flow, onward),
    roles.length > 0 && rolesView(flow),
    el("div.actions", !begun && onward, button(texts.load, () => openAnswers(flow), { class: "quiet" })),
    glossary.length > 0 && el("details.glossary", el("summary", texts.glossary),
      el("dl", said, glossary.map(({ term, text }) => [el("dt", term), el("dd", text)]))));
}

/** @param {Flow} flow @param {HTMLElement} onward */
function resume(flow, onward) {
  const { texts, session, model } = flow;
  const answered = model.asked.filter((item) => session.answered(item)).length;
  return notice("notice", answered ? count(texts.resume, answered) : texts.begun, [onward, startOver(flow)]);
}

/** @param {Flow} flow */
function rolesView(flow) {
  const { texts, model, session, session: { place } } = flow;
  const { element, foot, show } = radios(flow, "role", model.roles.map(({ id, label }) => ({ value: id, label })), (role) => {
    place.role = role === DONT_KNOW ? null : String(role);
    session.save();
  }, [texts.none]);
  show(place.role ?? DONT_KNOW);
  return el("fieldset.item", el("legend", texts.role), el("p.help", texts.help), element, foot);
}
