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
  /** @type {(string | number)[]} */
  let order = [];
  const list = el("ol", { class: "placed", "aria-label": texts.order });
  const pool = el("ul", { class: "pool", "aria-label": texts.to_place });
  const caption = (/** @type {string} */ text) => el("p", { class: "caption", "aria-hidden": "true" }, text);
  const empty = el("p", { class: "hint" }, texts.order_empty);
  const waiting = el("div", { class: "waiting" }, caption(texts.to_place), pool);
  const options = item.choices.map(option);

  /** @param {Choice} choice */
  function option({ value: id, label }) {
    const place = button(label, () => move(id, order.length), { class: "place", ...said });
    const grip = button("", () => {}, { class: "grip" });
    const up = nudge("\u2191", fill(texts.up, { label }), () => move(id, order.indexOf(id) - 1, up));
    const down = nudge("\u2193", fill(texts.down, { label }), () => move(id, order.indexOf(id) + 1, down));
    const out = nudge("\u00d7", fill(texts.remove, { label }), () => move(id, -1));
    const row = el("li", { class: "ranked" }, grip, el("span", { class: "what", ...said }, label), el("span", { class: "stepper" }, up, down, out));
    grip.addEventListener("keydown", ({ key }) => {
      if (key === "ArrowUp") up.click();
      else if (key === "ArrowDown") down.click();
      else if (key === "Delete" || key === "Backspace") return out.click();
      else return;
      grip.focus();
    });
    draggable(grip, row, list, (n) => move(id, n, grip));
    return { id, label, row, grip, up, down, place, seat: el("li", {}, place) };
  }

  /**
   * Puts an option at a place of the order, or takes it out (-1).
   * @param {string | number} id @param {number} n @param {HTMLElement} [focus] for a move of what is placed
   */
  function move(id, n, focus) {
    const wanted = order.filter((other) => other !== id);
    if (n >= 0) wanted.splice(n, 0, id);
    if (wanted.join() === order.join()) return;
    flow.set(item, wanted.length ? wanted : null);
    const label = options.find((option) => option.id === id)?.label ?? "";
    const news = fill(n < 0 ? texts.removed : texts.placed, { label, n: n + 1, of: options.length });
    const next = options.find((option) => (n < 0 ? option.id === id : !wanted.includes(option.id)));
    flow.say(next || focus ? news : fill(texts.order_done, { news }));
    (focus ?? next?.place ?? options.find((option) => option.id === id)?.grip)?.focus();
  }

  return {
    element: el("div", { class: "order" }, waiting, el("div", { class: "ordered" }, caption(texts.order), empty, list)),
    choose: (n) => options[n - 1]?.place.click(),
    show(value) {
      order = Array.isArray(value) ? value : [];
      const rank = (/** @type {{id: string | number}} */ { id }) => order.indexOf(id);
      const placed = options.filter(({ id }) => order.includes(id)).sort((a, b) => rank(a) - rank(b));
      const unplaced = options.filter(({ id }) => !order.includes(id));
      list.replaceChildren(...placed.map(({ row }) => row));
      pool.replaceChildren(...unplaced.map(({ seat }) => seat));
      placed.forEach(({ label, grip, up, down }, n) => {
        grip.textContent = String(n + 1);
        grip.setAttribute("aria-label", fill(texts.move, { label, n: n + 1 }));
        up.disabled = n === 0;
        down.disabled = n === order.length - 1;
      });
      for (const { place, label } of unplaced) place.setAttribute("aria-label", fill(texts.place, { label, n: order.length + 1 }));
      empty.hidden = order.length > 0;
      waiting.hidden = unplaced.length === 0;
    },
  };
}
