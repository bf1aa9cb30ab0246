// Instead of a screen: what went wrong, why, and a way on. Never a blank.

import { el } from "./dom.js";
import { problemList } from "./notice.js";

/** @import { Problem } from "../types.js" */
/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */

/**
 * @param {object} given
 * @param {Texts} given.texts @param {string} given.sentence @param {string} [given.cause]
 * @param {Problem[]} [given.problems] @param {HTMLElement[]} [given.actions]
 */
export function errorView({ texts, sentence, cause, problems = [], actions = [] }) {
  const heading = el("h2", { tabindex: -1 }, sentence);
  return {
    heading,
    element: el("div", { class: "error", role: "alert" }, heading, cause && el("p", {}, cause),
      problems.length > 0 && problemList(texts, problems), actions.length > 0 && el("div", { class: "actions" }, ...actions)),
  };
}
