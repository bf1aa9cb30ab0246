// One page of items, its optional block behind a switch, back and next.

import { el, button } from "./dom.js";
import { itemFrame, keysHint } from "./item.js";

/** @import { Item, Page } from "../types.js" */
/** @import { Context, Frame } from "./item.js" */

/**
 * @param {object} given
 * @param {Page} given.page @param {Context} given.context @param {(item: Item) => boolean} given.applies
 * @param {boolean} given.open whether the optional block is open @param {(open: boolean) => void} given.onOpen
 * @param {string} given.onward label of the button that goes on
 * @param {() => void} given.onBack @param {() => void} given.onNext
 */
export function pageView({ page, context, applies, open, onOpen, onward, onBack, onNext }) {
  const { texts, said } = context;
  const frames = page.items.map((item) => itemFrame(item, context));
  const extra = (page.optional?.items ?? []).map((item) => itemFrame(item, context));
  const heading = el("h2", { tabindex: -1, ...said }, page.title);
  const nothing = el("p", { class: "soft" }, texts.nothing_applies);
  const toggle = el("input", { type: "checkbox" });
  const block = el("div", { class: "asked" }, ...extra.map(({ element }) => element));
  const optional = el("div", { class: "optional" },
    el("label", { class: "switch" }, toggle, el("span", said, page.optional?.label)), block);
  toggle.checked = open;
  toggle.addEventListener("change", () => {
    onOpen(toggle.checked);
    arrange();
  });

  /** Shows what applies now. */
  function arrange() {
    for (const { element, item } of [...frames, ...extra]) element.hidden = !applies(item);
    optional.hidden = !extra.some(({ item }) => applies(item));
    block.hidden = !toggle.checked;
    nothing.hidden = frames.some(({ item }) => applies(item)) || !optional.hidden;
  }
  arrange();

  return {
    heading, arrange,
    frames: new Map([...frames, ...extra].map((frame) => [frame.item.id, frame])),
    /** The frame that comes after an item, among those that can be seen. @param {Item} item @returns {Frame | undefined} */
    after(item) {
      const seen = [...frames, ...(toggle.checked ? extra : [])].filter(({ element }) => !element.hidden);
      return seen[seen.findIndex((frame) => frame.item === item) + 1];
    },
    /** @param {Item} item */
    reveal(item) {
      if (item.optional && !toggle.checked) toggle.click();
    },
    element: el("div", { class: "page" }, heading, nothing,
      el("div", { class: "asked" }, ...frames.map(({ element }) => element)),
      page.optional && optional,
      el("div", { class: "actions ends" }, button(texts.back, onBack), button(onward, onNext, { class: "main" })),
      el("p", { class: "keys" }, keysHint(texts, context.dontKnow))),
  };
}
