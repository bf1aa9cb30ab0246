// A fixed number of points divided among parts, with a running rest. While
// they do not add up the entry is a draft and no answer.

import { el, button, fill, count } from "../dom.js";

/** @import { Answer, Draft, Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

const STEP = 5;

/** @param {Item} item @param {Context} context @returns {Body} */
export function allocationBody(item, context) {
  const { texts, said } = context;
  const rest = el("output", { class: "rest" });
  const parts = item.choices.map(({ value, label }) => {
    const field = el("input", { type: "text", inputmode: "numeric", autocomplete: "off", placeholder: "0", "aria-label": fill(texts.points_for, { label }) });
    field.addEventListener("input", () => changed(true));
    /** @param {number} by */
    const step = (by) => {
      field.value = String(Math.min(item.total, Math.max(0, points(field.value) + by)));
      changed(false);
    };
    const all = button(texts.rest_here, () => step(item.total - sum()), { class: "quiet", "aria-label": fill(texts.rest_here_to, { label }) });
    const bar = el("span", { class: "level-bar", "aria-hidden": "true" });
    const element = el("div", { class: "portion" },
      el("span", { class: "what", ...said }, label), all,
      el("span", { class: "stepper" },
        button("\u2212", () => step(-STEP), { class: "nudge", "aria-label": fill(texts.less, { label }) }), field,
        button("+", () => step(STEP), { class: "nudge", "aria-label": fill(texts.more, { label }) })),
      bar);
    return { id: String(value), field, all, bar, element };
  });

  const sum = () => parts.reduce((total, { field }) => total + points(field.value), 0);

  /** @param {boolean} typed */
  function changed(typed) {
    const given = parts.filter(({ field }) => field.value.trim() !== "");
    const complete = given.every(({ field }) => Number.isInteger(points(field.value))) && sum() === item.total;
    if (!given.length) context.set(item, null, null, typed);
    else if (complete) context.set(item, Object.fromEntries(parts.map(({ id, field }) => [id, points(field.value)])), null, typed);
    else context.set(item, null, Object.fromEntries(given.map(({ id, field }) => [id, field.value])), typed);
    if (!typed) context.say(status());
  }

  function status() {
    const left = item.total - sum();
    if (Number.isNaN(left)) return fill(texts.whole_only, { total: item.total });
    if (left === 0) return fill(texts.all_given, { n: item.total });
    return left > 0 ? count(texts.left, left) : count(texts.over, -left);
  }

  /** @param {Answer | null} answer @param {Draft | null} draft */
  function show(answer, draft) {
    const values = new Map(Object.entries(answer === "dk" ? {} : answer ?? draft ?? {}));
    for (const { id, field } of parts) {
      const text = String(values.get(id) ?? "");
      // an empty field of a complete entry means 0 and may stay empty
      if (field.value !== text && !(text === "0" && field.value.trim() === "")) field.value = text;
    }
    const left = item.total - sum();
    rest.textContent = status();
    rest.className = left === 0 ? "rest done" : left > 0 ? "rest" : "rest wrong";
    for (const { field, all, bar } of parts) {
      bar.style.setProperty("--share", String(Math.min(1, (points(field.value) || 0) / item.total)));
      field.setAttribute("aria-invalid", String(Number.isNaN(points(field.value))));
      all.classList.toggle("away", !(left > 0 && left < item.total));
    }
  }

  return { show, element: el("div", { class: "parts" }, ...parts.map(({ element }) => element), rest) };
}

/** Points in a field: empty is 0, anything but a whole number NaN. @param {string} text */
function points(text) {
  return /^\d*$/.test(text.trim()) ? Number(text) : NaN;
}
