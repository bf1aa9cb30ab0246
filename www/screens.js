// The screens, each made from the session and the model; they keep no state.

import { fits } from "./answers.js";
import { button } from "./views/dom.js";
import { introView, resumeNotice } from "./views/intro.js";
import { pageView } from "./views/page.js";
import { reviewView } from "./views/review.js";

/** @import { Flow } from "./flow.js" */

/** @param {Flow} flow */
export function introScreen(flow) {
  const { session, texts, said, applicability, given: { model } } = flow;
  const answered = [...session.answered()].length;
  const onward = () => flow.go("page", session.begun ? session.page : applicability.page(-1, 1));
  const over = button(texts.start_over, () => flow.notices.askErase());
  return introView({
    model, texts, said, role: session.role,
    resume: session.begun ? resumeNotice(texts, answered, onward, over) : null,
    onRole: (role) => {
      session.role = role;
      flow.keeper.savePlace();
    },
    onStart: onward, onOpen: () => flow.files.open(),
  });
}

/** @param {Flow} flow */
export function pageScreen(flow) {
  const { session, texts, said, applicability, given: { model } } = flow;
  const page = model.pages[session.page];
  if (!page) throw new RangeError("no such page");
  flow.progress.at(session.page, model.pages.length);
  applicability.recount();
  const view = pageView({
    page, applies: (item) => applicability.applies(item), open: session.open.has(session.page),
    onward: applicability.page(session.page, 1) < model.pages.length ? texts.next : texts.to_review,
    onOpen: (open) => {
      open ? session.open.add(session.page) : session.open.delete(session.page);
      flow.keeper.savePlace();
    },
    onBack: () => flow.turn(-1), onNext: () => flow.turn(1),
    context: {
      texts, said, dontKnow: model.dontKnow, answer: (id) => session.answer(id), draft: (id) => session.draft(id),
      set: (item, a, d = null, typed = false) => flow.set(item, a, d, typed),
      fits, say: (sentence) => flow.announcer.say(sentence),
      next: (item) => {
        const frame = view.after(item);
        frame ? frame.focus() : flow.turn(1);
      },
    },
  });
  return view;
}

/** @param {Flow} flow */
export function reviewScreen(flow) {
  const { session, texts, said, applicability, given: { model } } = flow;
  const open = applicability.open().map((item) => ({ item, unfinished: session.draft(item.id) !== null }));
  return reviewView({
    model, texts, said, open, onItem: (item) => flow.go("page", item.page, item),
    onBack: () => flow.go("page", applicability.page(model.pages.length, -1)), onResult: () => flow.go("result"),
  });
}
