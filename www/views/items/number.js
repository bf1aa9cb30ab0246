// A number: a slider that shows no handle before the first touch (its place
// would suggest an answer) beside a field. What is typed stays on screen even
// if it is no answer.

import { el, fill } from "../dom.js";

/** @import { Answer, Draft, Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

/** @param {Item} item @param {Context} context @returns {Body} */
export function numberBody(item, context) {
  const { texts, said } = context;
  const { min, max, step, unit } = item;
  const problem = el("p", { class: "problem", id: `${item.id}-problem`, role: "alert" });
  const slider = el("input", { type: "range", min, max, step, "aria-label": `${texts.slide}: ${item.text}` });
  const field = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": `${texts.number_of}${unit && ` (${unit})`}: ${item.text}`, "aria-describedby": problem.id });
  const slid = () => context.set(item, Number(slider.value), null, true);
  slider.addEventListener("input", slid);
  // a touch on the very middle moves nothing and fires no "input"
  slider.addEventListener("pointerup", slid);
  field.addEventListener("input", () => typed(field.value));

  /** @param {string} text */
  function typed(text) {
    const value = numberIn(text);
    if (text.trim() === "") context.set(item, null, null, true);
    else if (complaint(value)) context.set(item, null, text, true);
    else context.set(item, value, null, true);
  }

  /** @param {number} value */
  function complaint(value) {
    if (!Number.isFinite(value)) return fill(texts.not_number, { min, max });
    if (value < min || value > max) return fill(texts.out_of_range, { min, max });
    return context.fits(item, value) ? "" : fill(texts.not_step, { step, min, max });
  }

  /** @param {Answer | null} answer @param {Draft | null} draft */
  function show(answer, draft) {
    const known = typeof answer === "number";
    slider.classList.toggle("untouched", !known);
    slider.value = String(known ? answer : (min + max) / 2);
    slider.style.setProperty("--at", known ? `${(100 * (answer - min)) / (max - min)}%` : "0%");
    slider.setAttribute("aria-valuetext", known ? `${answer}${unit && ` ${unit}`}` : texts.no_answer);
    const text = typeof draft === "string" ? draft : known ? String(answer) : "";
    // "7," and "7" are the same answer: leave what is being typed alone
    if (!known || field.value.trim() === "" || numberIn(field.value) !== answer) field.value = text;
    problem.textContent = typeof draft === "string" ? complaint(numberIn(draft)) : "";
    field.setAttribute("aria-invalid", String(problem.textContent !== ""));
  }

  return {
    show,
    element: el("div", { class: "quantity" },
      el("div", { class: "slide" }, slider,
        el("div", { class: "ends", "aria-hidden": "true" }, el("span", said, `${min}${unit && ` ${unit}`}`), el("span", said, `${max}${unit && ` ${unit}`}`))),
      el("div", { class: "field" }, field, unit && el("span", { class: "unit", ...said }, unit)),
      problem),
  };
}

/** @param {string} text a number with a point or a comma */
const numberIn = (text) => Number(text.trim().replace(",", "."));
