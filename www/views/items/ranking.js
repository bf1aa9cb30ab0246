// An order of options. Nothing is placed at first: a preset order would be an
// answer nobody gave. Place by tap, move by buttons, arrow keys or drag.

import { nudge } from "../controls.js";
import { button, el, fill } from "../dom.js";
import { draggable } from "./drag.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Choice, Item } from "../../types.js" */
/** @import { Body } from "../item.js" */

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function rankingBody(item, flow) {
  const { texts, said } = flow;
  /** @typedef {ReturnType<typeof optionOf>} Option */
  const options = item.choices.map(optionOf);
  /** @type {Option[]} */
  let order = [];
  const list = el("ol.placed", { "aria-label": texts.order });
  const pool = el("ul.pool", { "aria-label": texts.to_place });
  const caption = (/** @type {string} */ text) => el("p.caption", { "aria-hidden": "true" }, text);
  const empty = el("p.hint", texts.order_empty);
  const waiting = el("div.waiting", caption(texts.to_place), pool);
  for (const { grip, row, to } of options) draggable(grip, row, list, (n) => to(n, grip));

  /** @param {Choice} choice */
  function optionOf({ value: id, label }) {
    /** To a place of the order, or out of it (-1). @param {number} n @param {HTMLElement} [focus] for a move of what is placed */
    const to = (n, focus) => move(option, n, focus);
    const rank = () => order.indexOf(option);
    const up = nudge("\u2191", fill(texts.up, { label }), () => to(rank() - 1, up));
    const down = nudge("\u2193", fill(texts.down, { label }), () => to(rank() + 1, down));
    const out = nudge("\u00d7", fill(texts.remove, { label }), () => to(-1));
    const grip = button("", () => {}, { class: "grip" });
    grip.onkeydown = ({ key }) => {
      if (key === "Delete" || key === "Backspace") return out.click();
      if (key === "ArrowUp") up.click();
      else if (key === "ArrowDown") down.click();
      grip.focus();
    };
    const place = button(label, () => to(order.length), { class: "place", ...said });
    const row = el("li.ranked", grip, el("span.what", said, label), el("span.stepper", up, down, out));
    const option = { id, label, to, up, down, grip, place, row, seat: el("li", place) };
    return option;
  }

  /** @param {Option} option @param {number} n @param {HTMLElement} [focus] */
  function move(option, n, focus) {
    if (n === order.indexOf(option)) return;
    const wanted = order.filter((other) => other !== option);
    if (n >= 0) wanted.splice(n, 0, option);
    flow.set(item, wanted.length ? wanted.map(({ id }) => id) : null);
    const next = n < 0 ? option : options.find((other) => !wanted.includes(other));
    const news = fill(n < 0 ? texts.removed : texts.placed, { label: option.label, n: n + 1, of: options.length });
    flow.say(next || focus ? news : fill(texts.order_done, { news }));
    (focus ?? next?.place ?? option.grip).focus();
  }

  return {
    element: el("div.order", waiting, el("div.ordered", caption(texts.order), empty, list)),
    choose: (n) => options[n - 1]?.place.click(),
    show(value) {
      const rank = (/** @type {Option} */ { id }) => value.indexOf(id);
      order = Array.isArray(value) ? options.filter((option) => rank(option) >= 0).sort((a, b) => rank(a) - rank(b)) : [];
      const unplaced = options.filter((option) => !order.includes(option));
      list.replaceChildren(...order.map(({ row }) => row));
      pool.replaceChildren(...unplaced.map(({ seat }) => seat));
      order.forEach(({ label, grip, up, down }, n) => {
        grip.textContent = String(n + 1);
        grip.setAttribute("aria-label", fill(texts.move, { label, n: n + 1 }));
        up.disabled = n === 0;
        down.disabled = n === order.length - 1;
      });
      for (const { place, label } of unplaced) place.setAttribute("aria-label", fill(texts.place, { label, n: order.length + 1 }));
      empty.hidden = order.length > 0;
      waiting.hidden = !unplaced.length;
    },
  };
}
