// One choice of several; a guess of somebody else's, under the item that is
// meant; a grid, whose rows are each rated on the same choices.

import { DONT_KNOW, part } from "../../values.js";
import { radios } from "../controls.js";
import { el } from "../dom.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Item } from "../../types.js" */
/** @import { Body } from "../item.js" */

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function choiceBody(item, flow) {
  const { said, model } = flow;
  const body = radios(flow, item.id, item.choices, (value) => flow.set(item, value));
  const meant = item.of && model.items.get(item.of);
  return { ...body, element: [meant && el("blockquote.mirrored", said, meant.text), body.element] };
}

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function gridBody(item, flow) {
  const { said, session } = flow;
  const rows = item.rows.map(({ value: id, label }) => {
    const row = radios(flow, `${item.id} ${id}`, item.choices,
      (value) => flow.set(item, { ...rated(session.value(item)), [id]: value }));
    return { ...row, id, element: el("fieldset.rated", el("legend", said, label), row.element, row.foot) };
  });
  /** The rows that have an answer; "don't know" for the whole counts for each. @param {any} value */
  const rated = (value) => (value === DONT_KNOW ? Object.fromEntries(rows.map(({ id }) => [id, value])) : value);
  return {
    element: el("div.rows", rows.map(({ element }) => element)),
    foot: "",
    show(value) { for (const { id, show } of rows) show(part(rated(value), id)); },
    choose: (n, at) => (rows.find(({ element }) => element.contains(at)) ?? rows[0])?.choose(n),
  };
}
