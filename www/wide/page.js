// A page: its items in the order that was drawn, earlier answers in its texts, and the clock.

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
  const { model: { wide, pages }, session: { place }, shell } = flow;
  if (!wide) return view(flow);
  if (wide.drawn && !flow.progress) {
    // what is asked is not known before the core is there
    flow.arrange = () => flow.show(true);
    flow.ask();
    return el("div.page", title(pages[place.page]?.title ?? "", flow.said), el("p.soft", wide.texts.drawing));
  }
  const settled = settle(flow);
  const made = view(flow);
  const { arrange } = flow;
  // what the core says may come after what was saved, and say something else
  flow.arrange = () => (settle(flow) === settled ? arrange() : flow.show(true, flow.frames.find(({ element }) => element.matches(":focus-within"))?.item));
  const running = clock(flow);
  if (running) shell.progress.firstChild?.appendChild(running);
  return made;
};

/** @param {View} view @returns {View} */
export const reviewOf = (view) => (flow) => {
  speak(flow);
  return view(flow);
};

/** Brings the items into their order and answers into the texts; returns what the page on screen is made of, to be compared. @param {Flow} flow */
function settle(flow) {
  const { model: { pages, wide }, session: { place }, progress } = flow;
  if (progress) order(flow, progress.applicable);
  speak(flow);
  number(pages.flatMap(({ items }) => items.filter(flow.applies)));
  const page = pages[place.page];
  const shuffled = wide?.drawn && progress?.orders;
  return JSON.stringify([page?.title, page?.text, shuffled, page?.items.map(({ id, text, help, hints }) => [id, text, help, hints])]);
}

/** Brings the items of drawn pages into their order. @param {Flow} flow @param {string[]} applicable */
function order({ model: { pages, wide } }, applicable) {
  /** @param {Item} item */
  const place = ({ id }) => applicable.indexOf(id) >>> 0;
  for (const [n, page] of pages.entries()) if (wide?.pools[n]) page.items.sort((a, b) => place(a) - place(b));
}
