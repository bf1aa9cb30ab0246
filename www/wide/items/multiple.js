// Several choices, as native boxes. None chosen is no answer.

import { control } from "../../views/controls.js";
import { el, fill } from "../../views/dom.js";
import { wider } from "../wider.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Item } from "../../types.js" */
/** @import { Body } from "../../views/item.js" */

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function multipleBody(item, flow) {
  const { said, session } = flow;
  const { choices, most = choices.length } = item;
  const { texts } = wider(flow);
  const boxes = choices.map(({ value }) => control("checkbox", () => change(value)));
  const limit = el("p.help", fill(most < choices.length ? texts.most : texts.any, { most }));

  /** @returns {(string | number)[]} */
  const chosen = () => {
    const value = session.value(item);
    return Array.isArray(value) ? value : [];
  };

  /** @param {string | number} value */
  function change(value) {
    const before = chosen();
    const now = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    if (now.length > most) {
      flow.say(fill(texts.most, { most }));
      return show(before);
    }
    // in the order of the definition, whatever the order of clicks
    const order = /** @type {Item} */ (flow.model.items.get(item.id)).choices;
    flow.set(item, now.length ? order.filter((choice) => now.includes(choice.value)).map((choice) => choice.value) : null);
  }

  /** @param {any} value */
  function show(value) {
    for (const [n, box] of boxes.entries()) box.checked = Array.isArray(value) && value.includes(choices[n]?.value);
  }

  return {
    element: [limit, el("div.options", boxes.map((box, n) => el("label.option", said, box, choices[n]?.label)))],
    show,
    choose(n) {
      boxes[n - 1]?.focus();
      boxes[n - 1]?.click();
    },
  };
}
