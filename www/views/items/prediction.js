// A guess of somebody else's answer: shows the item that is meant, with its choices.

import { el } from "../dom.js";
import { choiceBody } from "./choice.js";

/** @import { Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

/** @param {Item} item @param {Context} context @returns {Body} */
export function predictionBody(item, context) {
  const body = choiceBody(item, context);
  return {
    ...body,
    element: el("div", {}, item.of && el("blockquote", { class: "mirrored", ...context.said }, item.of.text), body.element),
  };
}
