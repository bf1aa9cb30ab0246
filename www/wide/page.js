// A page: its items in the order that was drawn, and the clock.

import { title } from "../views/controls.js";
import { el } from "../views/dom.js";
import { clock } from "./clock.js";
import { number } from "./model.js";
import { speak } from "./pipes.js";

/** @import { Flow } from "../flow.js" */
/** @import { Item } from "../types.js" */
/** @import { View } from "./quiz.js" */

/** @param {View} view @returns {View} */
export const pageOf = (view) => (flow) => {
  const { model, model: { wide, pages }, session: { place }, progress, shell } = flow;
  if (!wide) return view(flow);
  if (wide.drawn && !progress) {
    // what is asked is not known before the core is there
    flow.arrange = () => flow.show(true);
    flow.ask();
    return el("div.page", title(pages[place.page]?.title ?? "", flow.said), el("p.soft", wide.texts.drawing));
  }
  if (progress) order(flow, progress.applicable);
  // texts with answers in them are drawn again when the core has said these
  if (wide.piped && !progress) flow.arrange = () => flow.show(true);
  speak(flow);
  number(model, pages.flatMap(({ items }) => items.filter(flow.applies)));
  const made = view(flow);
  const running = clock(flow);
  if (running) shell.progress.firstChild?.appendChild(running);
  return made;
};

/** @param {View} view @returns {View} */
export const reviewOf = (view) => (flow) => {
  speak(flow);
  return view(flow);
};

/** Brings the items of drawn pages into their order. @param {Flow} flow @param {string[]} applicable */
function order({ model: { pages, wide } }, applicable) {
  /** @param {Item} item */
  const place = ({ id }) => applicable.indexOf(id) >>> 0;
  for (const [n, page] of pages.entries()) if (wide?.pools[n]) page.items.sort((a, b) => place(a) - place(b));
}
