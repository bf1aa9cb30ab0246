// A number: a slider that shows no handle before the first touch (its place
// would suggest an answer) beside a field. What is typed stays on screen even
// if it is no answer.

import { canHold } from "../../values.js";
import { control } from "../controls.js";
import { el, fill } from "../dom.js";

/** @import { Flow } from "../../flow.js" */
/** @import { Item } from "../../types.js" */
/** @import { Body } from "../item.js" */

/** @param {Item} item @param {Flow} flow @returns {Body} */
export function numberBody(item, flow) {
  const { texts, said } = flow;
  const { min, max, step, unit } = item;
  const names = { item: item.text, unit };
  const problem = el("p.problem", { id: `${item.id}-problem`, role: "alert" });
  const slid = () => flow.set(item, +slider.value, true);
  const slider = control("range", slid, { min, max, step, "aria-label": fill(texts.slide, names) });
  // a touch on the very middle moves nothing and fires no "input"
  slider.onpointerup = slid;
  const field = control("text", () => {
    const typed = field.value;
    const value = numberIn(typed);
    flow.set(item, !typed.trim() ? null : canHold(item, value) ? value : { typed }, true);
  }, { inputmode: "decimal", "aria-label": fill(unit ? texts.number_in : texts.number_of, names), "aria-describedby": problem.id });

  /** What is wrong with a number. @param {number} value */
  const complaint = (value) => fill(Number.isNaN(value) ? texts.number : value < min || value > max ? texts.range : texts.step, item);

  /** @param {number} value */
  const inWords = (value) => `${value}${unit && ` ${unit}`}`;

  return {
    element: el("div.quantity",
      el("div.slide", slider,
        el("div.ends", { "aria-hidden": "true" }, el("span", said, inWords(min)), el("span", said, inWords(max)))),
      el("div.field", field, unit && el("span.unit", said, unit)),
      problem),
    show(value) {
      const known = typeof value === "number";
      slider.classList.toggle("untouched", !known);
      slider.value = String(known ? value : (min + max) / 2);
      slider.style.setProperty("--at", known ? `${(100 * (value - min)) / (max - min)}%` : "0%");
      slider.setAttribute("aria-valuetext", known ? inWords(value) : texts.untouched);
      // "7," and "7" are the same answer: leave what is being typed alone
      if (numberIn(field.value) !== value) field.value = known ? String(value) : value?.typed ?? "";
      problem.textContent = value?.typed ? complaint(numberIn(value.typed)) : "";
      field.setAttribute("aria-invalid", String(Boolean(value?.typed)));
    },
  };
}

/** Not a number where there is none. @param {string} text with a point or a comma */
const numberIn = (text) => +(text.trim().replace(",", ".") || NaN);
