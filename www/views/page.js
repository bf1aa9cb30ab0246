// One page of items, its optional block behind a switch, back and next.

import { control, title, ways } from "./controls.js";
import { el, fill } from "./dom.js";
import { itemFrame } from "./item.js";

/** @import { Flow } from "../flow.js" */
/** @import { Page } from "../types.js" */

/** @param {Flow} flow */
export function pageView(flow) {
  const { texts, said, shell, model: { pages, dont_know }, session, session: { place } } = flow;
  const { title: name, text, label, items } = /** @type {Page} */ (pages[place.page]);
  const frames = flow.frames = items.map((item) => itemFrame(item, flow));
  const nothing = el("p.soft", texts.nothing);
  const asked = (/** @type {boolean} */ optional) => el("div.asked", frames.filter(({ item }) => item.optional === optional).map(({ element }) => element));
  const block = asked(true);
  const toggle = control("checkbox", () => {
    place.open = place.open.filter((page) => page !== place.page);
    if (toggle.checked) place.open.push(place.page);
    session.save();
    flow.arrange();
  });
  const optional = el("div.optional", el("label.switch", toggle, el("span", said, label)), block);

  flow.arrange = () => {
    const shown = frames.filter(({ element, item }) => !(element.hidden = !flow.applies(item)));
    toggle.checked = place.open.includes(place.page);
    block.hidden = !toggle.checked;
    optional.hidden = !shown.some(({ item }) => item.optional);
    nothing.hidden = shown.length > 0;
  };
  flow.arrange();

  shell.progress.replaceChildren(el("div.progress",
    el("span.segments", { "aria-hidden": "true" }, pages.map((_, n) => el("i", { class: n < place.page ? "past" : n === place.page && "current" }))),
    el("span", fill(texts.page_of, { page: place.page + 1, pages: pages.length })), shell.answered));
  return el("div.page",
    title(name, said), text && el("p.soft", said, text), nothing, asked(false), optional,
    ways(flow, () => flow.turn(-1), pages[flow.next(place.page, 1)] ? texts.next : texts.to_review, () => flow.turn(1)),
    el("p.keys", fill(texts.keys, { dont_know })));
}
