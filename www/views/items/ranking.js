// An order of options. Nothing is placed at first: a preset order would be an
// answer nobody gave. Place by tap, move by buttons, arrow keys or drag.

import { el, button, fill } from "../dom.js";
import { draggable } from "./drag.js";

/** @import { Answer, Choice, Draft, Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

/** @param {Item} item @param {Context} context @returns {Body} */
export function rankingBody(item, context) {
  const { texts, said } = context;
  /** @type {string[]} */
  let order = [];
  const list = el("ol", { class: "placed", "aria-label": texts.order });
  const pool = el("ul", { class: "pool", "aria-label": texts.to_place });
  const empty = el("p", { class: "hint" }, texts.order_empty);
  const waiting = el("div", { class: "waiting" }, el("p", { class: "caption", "aria-hidden": "true" }, texts.to_place), pool);
  const options = new Map(item.choices.map((choice) => [String(choice.value), option(choice)]));

  /** @param {Choice} choice */
  function option({ value, label }) {
    const id = String(value);
    const place = button(label, () => arrange(id, order.length), { class: "place", ...said });
    const grip = button("", () => {}, { class: "grip" });
    const up = button("\u2191", () => arrange(id, order.indexOf(id) - 1, up), { class: "nudge", "aria-label": fill(texts.up, { label }) });
    const down = button("\u2193", () => arrange(id, order.indexOf(id) + 1, down), { class: "nudge", "aria-label": fill(texts.down, { label }) });
    const out = button("\u00d7", () => arrange(id, -1), { class: "nudge", "aria-label": fill(texts.remove, { label }) });
    const row = el("li", { class: "ranked" }, grip, el("span", { class: "what", ...said }, label), el("span", { class: "stepper" }, up, down, out));
    grip.addEventListener("keydown", ({ key }) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[key];
      if (by) arrange(id, order.indexOf(id) + by, grip);
      else if (key === "Delete" || key === "Backspace") arrange(id, -1);
    });
    draggable(grip, row, list, (n) => arrange(id, n, grip));
    return { label, row, grip, up, down, place, seat: el("li", {}, place) };
  }

  /**
   * Puts an option at a place of the order, or takes it out (-1).
   * @param {string} id @param {number} n @param {HTMLElement} [focus]
   */
  function arrange(id, n, focus) {
    const others = order.filter((other) => other !== id);
    const out = n < 0 && !focus;
    const at = Math.max(0, Math.min(others.length, n));
    const wanted = out ? others : [...others.slice(0, at), id, ...others.slice(at)];
    if (wanted.join() === order.join()) return;
    const complete = wanted.length === options.size;
    context.set(item, complete ? wanted : null, complete || !wanted.length ? null : wanted);
    const label = options.get(id)?.label ?? "";
    const news = fill(out ? texts.removed : texts.placed, { label, n: at + 1, of: options.size });
    context.say(complete && !focus ? `${news}. ${texts.order_done}` : news);
    const left = item.choices.find(({ value }) => !wanted.includes(String(value)));
    (focus ?? options.get(out ? id : String(left?.value ?? id))?.[out || left ? "place" : "grip"])?.focus();
  }

  /** @param {Answer | null} answer @param {Draft | null} draft */
  function show(answer, draft) {
    const given = answer ?? draft;
    order = Array.isArray(given) ? given : [];
    list.replaceChildren(...order.flatMap((id, n) => {
      const { label, row, grip, up, down } = /** @type {ReturnType<typeof option>} */ (options.get(id));
      grip.textContent = String(n + 1);
      grip.setAttribute("aria-label", fill(texts.move, { label, n: n + 1 }));
      up.disabled = n === 0;
      down.disabled = n === order.length - 1;
      return row;
    }));
    const unplaced = [...options].filter(([id]) => !order.includes(id)).map(([, made]) => made);
    pool.replaceChildren(...unplaced.map(({ seat }) => seat));
    for (const { place, label } of unplaced) place.setAttribute("aria-label", fill(texts.place, { label, n: order.length + 1 }));
    empty.hidden = order.length > 0;
    waiting.hidden = unplaced.length === 0;
  }

  return {
    show,
    choose: (n) => [...options.values()][n - 1]?.place.click(),
    element: el("div", { class: "order" }, waiting,
      el("div", { class: "ordered" }, el("p", { class: "caption", "aria-hidden": "true" }, texts.order), empty, list)),
  };
}
