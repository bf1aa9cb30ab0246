// Before the result: what has no answer yet, each with a way to it.

import { el, button, count } from "./dom.js";

/** @import { Item, Model } from "../types.js" */
/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/**
 * @param {object} given
 * @param {Model} given.model @param {Texts} given.texts @param {import("./dom.js").Attributes} given.said
 * @param {{item: Item, unfinished: boolean}[]} given.open
 * @param {(item: Item) => void} given.onItem @param {() => void} given.onBack @param {() => void} given.onResult
 */
export function reviewView({ model, texts, said, open, onItem, onBack, onResult }) {
  const heading = el("h2", { tabindex: -1 }, texts.review);
  const pages = model.pages.map((page, n) => ({ title: page.title, rows: open.filter(({ item }) => item.page === n) }));
  return {
    heading,
    element: el("div", { class: "review" }, heading,
      el("p", { class: "standfirst" }, open.length ? count(texts.open_items, open.length) : texts.all_answered),
      ...pages.filter(({ rows }) => rows.length).map(({ title, rows }) => el("section", {}, el("h3", said, title),
        el("ul", { class: "open-items" }, ...rows.map(({ item, unfinished }) => el("li", {},
          button("", () => onItem(item), { class: "goto" },
            el("span", { class: "ordinal", "aria-hidden": "true" }, item.ordinal), el("span", said, item.text),
            unfinished && el("span", { class: "hint" }, texts.unfinished))))))),
      el("div", { class: "actions ends" }, button(texts.back, onBack),
        button(open.length ? texts.result_anyway : texts.to_result, onResult, { class: "main" }))),
  };
}
