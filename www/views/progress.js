// Where one is: one segment per page, and the count of answers in words.

import { el, fill } from "./dom.js";

/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/** @param {Texts} texts */
export function progressView(texts) {
  const place = el("span");
  const answers = el("span");
  const segments = el("span", { class: "segments", "aria-hidden": "true" });
  return {
    element: el("div", { class: "progress" }, segments, place, answers),
    /** @param {number} page from 0 @param {number} pages */
    at(page, pages) {
      place.textContent = fill(texts.page_of, { page: page + 1, pages });
      segments.replaceChildren(...Array.from({ length: pages }, (_, n) => el("i", { class: n < page ? "past" : n === page ? "current" : null })));
    },
    /** @param {number} n @param {number} of */
    answered(n, of) { answers.textContent = fill(texts.answered_of, { n, of }); },
  };
}
