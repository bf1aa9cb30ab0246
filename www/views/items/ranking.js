// An order of options. Nothing is placed at first: a preset order would be an
// answer nobody gave. Place by tap, move by buttons, arrow keys or drag.

import { nudge } from "../controls.js";
import { button, el, fill } from "../dom.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Choice, Item } from "../../types.js" */
/** @import { Body } from "../item.js" */

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function rankingBody(item, flow) {
  const { texts, said } = flow;
  const { choices } = item;
  /** @type {Choice[]} */
  let order = [];
  const list = el("ol.placed", { "aria-label": texts.order });
  const pool = el("ul.pool", { "aria-label": texts.waiting });
  const caption = (/** @type {string} */ text) => el("p.caption", { "aria-hidden": "true" }, text);
  const empty = el("p.hint", texts.empty);
  const waiting = el("div.waiting", caption(texts.waiting), pool);

  /** An option of the order. @param {Choice} option @param {number} n its place, from 0 */
  function row(option, n) {
    const named = (/** @type {string} */ text) => fill(text, { label: option.label, n: n + 1 });
    const grip = button(String(n + 1), () => {}, { class: "grip", "aria-label": named(texts.move) });
    const up = nudge("\u2191", named(texts.up), () => move(option, n - 1), n === 0);
    const down = nudge("\u2193", named(texts.down), () => move(option, n + 1), n === order.length - 1);
    const out = nudge("\u00d7", named(texts.remove), () => move(option, -1));
    /** @type {{[key: string]: HTMLElement}} */
    const keys = { ArrowUp: up, ArrowDown: down, Delete: out, Backspace: out };
    grip.onkeydown = ({ key }) => keys[key]?.click();
    const element = el("li.ranked", grip, el("span.what", said, option.label), el("span.stepper", up, down, out));
    // The row follows the pointer; the order changes once, when it is let go.
    grip.onpointerdown = ({ pointerId, clientY: start }) => {
      grip.setPointerCapture(pointerId);
      grip.onpointermove = ({ clientY }) => { element.style.translate = `0 ${clientY - start}px`; };
    };
    grip.onlostpointercapture = () => {
      const to = [...list.children].sort((one, other) => top(one) - top(other)).indexOf(element);
      grip.onpointermove = null;
      element.style.translate = "";
      move(option, to);
    };
    return element;
  }

  /** An option that waits. @param {Choice} option */
  const seat = (option) => el("li", button(option.label, () => move(option), {
    class: "place", "aria-label": fill(texts.place, { label: option.label, n: order.length + 1 }), ...said,
  }));

  /** To a place of the order, else to its end or out of it (-1). @param {Choice} option */
  function move(option, to = choices.length) {
    const from = order.indexOf(option);
    if (to === from) return;
    const used = buttons(list.children[from]).findIndex((one) => one.matches(":focus"));
    const wanted = order.filter((other) => other !== option);
    if (to >= 0) wanted.splice(to, 0, option);
    flow.set(item, wanted.length ? wanted.map(({ value }) => value) : null);
    const n = order.indexOf(option);
    const news = fill(n < 0 ? texts.removed : texts.placed, { label: option.label, n: n + 1, of: choices.length });
    flow.say(from < 0 && waiting.hidden ? fill(texts.done, { news }) : news);
    const [grip, ...others] = buttons(list.children[n]);
    // a button at the end of its way takes no focus, and leaves it to the grip
    grip?.focus();
    others[used - 1]?.focus();
    if (n < 0 || from < 0) buttons(pool).find((one) => from < 0 || one.textContent === option.label)?.focus();
  }

  return {
    element: el("div.order", waiting, el("div.ordered", caption(texts.order), empty, list)),
    choose(n) {
      const option = choices[n - 1];
      if (option) move(option);
    },
    show(value) {
      order = Array.isArray(value) ? value.flatMap((id) => choices.find((option) => option.value === id) ?? []) : [];
      list.replaceChildren(...order.map(row));
      pool.replaceChildren(...choices.filter((option) => !order.includes(option)).map(seat));
      empty.hidden = order.length > 0;
      waiting.hidden = order.length === choices.length;
    },
  };
}

/** @param {Element | undefined} element */
const buttons = (element) => [...element?.querySelectorAll("button") ?? []];

/** @param {Element} element */
const top = (element) => element.getBoundingClientRect().top;
