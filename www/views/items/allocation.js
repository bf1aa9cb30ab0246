// A fixed number of points divided among parts, with a running rest. While
// they do not add up the entry is unfinished and no answer.

import { part, sum } from "../../values.js";
import { control, nudge } from "../controls.js";
import { button, count, el, fill } from "../dom.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Item } from "../../types.js" */
/** @import { Body } from "../item.js" */

const STEP = 5;

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function allocationBody(item, flow) {
  const { texts, said } = flow;
  const { total, choices } = item;
  const none = Object.fromEntries(choices.map(({ value: id }) => [id, 0]));
  const rest = el("output.rest");
  /** Points not given yet; NaN while a field holds something else. */
  let left = total;
  const parts = choices.map(({ value: id, label }) => {
    const named = (/** @type {string} */ text) => fill(text, { label });
    const field = control("text", () => changed(true), { inputmode: "numeric", placeholder: "0", "aria-label": named(texts.points) });
    /** @param {number} by */
    const step = (by) => {
      field.value = String(Math.min(total, Math.max(0, points(field) + by)));
      changed(false);
      flow.say(rest.value);
    };
    const all = button(texts.rest, () => step(left), { class: "quiet", "aria-label": named(texts.rest_to) });
    const bar = el("span.level-bar", { "aria-hidden": "true" });
    const element = el("div.portion",
      el("span.what", said, label), all,
      el("span.stepper",
        nudge("\u2212", named(texts.less), () => step(-STEP)), field, nudge("+", named(texts.more), () => step(STEP))),
      bar);
    return { id, field, all, bar, element };
  });

  /** @param {boolean} typed */
  function changed(typed) {
    const filled = parts.filter(({ field }) => field.value.trim());
    const given = Object.fromEntries(filled.map(({ id, field }) => [id, isWhole(field) ? points(field) : field.value]));
    flow.set(item, !filled.length ? null : sum(given) === total ? { ...none, ...given } : given, typed);
  }

  return {
    element: el("div.parts", parts.map(({ element }) => element), rest),
    show(value) {
      left = total - sum(value instanceof Object ? value : {});
      rest.value = left > 0 ? count(texts.left, left) : left < 0 ? count(texts.over, -left) : fill(left === 0 ? texts.given : texts.whole, { total });
      rest.className = `rest ${left > 0 ? "" : left === 0 ? "done" : "wrong"}`;
      for (const { id, field, all, bar } of parts) {
        const text = String(part(value, id) ?? "");
        // an empty field of a complete entry means 0 and may stay empty
        if (text !== "0" || field.value.trim()) field.value = text;
        bar.style.setProperty("--share", String(Math.min(1, points(field) / total)));
        field.setAttribute("aria-invalid", String(!isWhole(field)));
        all.classList.toggle("away", !(left > 0 && left < total));
      }
    },
  };
}

/** @param {HTMLInputElement} field */
const isWhole = ({ value }) => /^\s*\d*\s*$/.test(value);

/** Points in a field; 0 where there are none. @param {HTMLInputElement} field */
const points = (field) => (isWhole(field) ? +field.value : 0);
