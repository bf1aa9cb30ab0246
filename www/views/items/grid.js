// Rows that are each rated on the same choices, "don't know" per row.

import { el } from "../dom.js";
import { radioSet } from "./choice.js";

/** @import { Answer, Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

/** @param {Item} item @param {Context} context @returns {Body} */
export function gridBody(item, context) {
  const rows = item.rows.map((row) => {
    const id = String(row.value);
    const radios = radioSet(`${item.id} ${id}`, item.choices, context, (value) => {
      const before = rated(item, context.answer(item.id));
      context.set(item, Object.fromEntries(before.set(id, value)));
    });
    const element = el("fieldset", { class: "rated" }, el("legend", context.said, row.label), radios.options, radios.dontKnowOption);
    return { id, radios, element };
  });
  /** @param {Element} at */
  const rowOf = (at) => (rows.find(({ element }) => element.contains(at)) ?? rows[0])?.radios;
  return {
    element: el("div", { class: "rows" }, ...rows.map(({ element }) => element)),
    show: (answer) => {
      const values = rated(item, answer);
      for (const { id, radios } of rows) radios.show(values.get(id));
    },
    choose: (n, at) => rowOf(at)?.choose(n),
    dontKnow: (at) => rowOf(at)?.dontKnow(),
  };
}

/** The rows that have an answer; "don't know" for the whole counts for each. @param {Item} item @param {Answer | null} answer @returns {Map<string, any>} */
function rated(item, answer) {
  if (answer === "dk") return new Map(item.rows.map(({ value }) => [String(value), "dk"]));
  return new Map(Object.entries(answer ?? {}));
}
