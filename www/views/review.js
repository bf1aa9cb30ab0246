// Before the result: what has no answer yet, each with a way to it.

import { itemTitle, title, ways } from "./controls.js";
import { button, count, el } from "./dom.js";

/** @import { Flow } from "../flow.js" */
/** @import { Item } from "../types.js" */

/** @param {Flow} flow */
export function reviewView(flow) {
  const { texts, said, session, model: { pages } } = flow;
  const unanswered = flow.waiting();
  const row = (/** @type {Item} */ item) => el("li", button("", () => flow.go("page", item.page, item), { class: "goto" },
    ...itemTitle(flow, item),
    session.value(item) !== null && el("span.hint", texts.unfinished)));
  return el("div.review",
    title(texts.review),
    el("p.standfirst", unanswered.length ? count(texts.open, unanswered.length) : texts.complete),
    pages.map(({ title: name, items }) => {
      const rows = items.filter((item) => unanswered.includes(item)).map(row);
      return rows.length > 0 && el("section", el("h3", said, name), el("ul", rows));
    }),
    ways(flow, () => flow.go("page", flow.next(pages.length, -1)),
      unanswered.length ? texts.anyway : texts.to_result, () => flow.go("result")));
}
