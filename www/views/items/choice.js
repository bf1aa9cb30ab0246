// One choice of several, as native radios: cards where the choices are
// sentences, a row where they are short. Always in the order given.

import { el } from "../dom.js";

/** @import { Choice, Item } from "../../types.js" */
/** @import { Body, Context } from "../item.js" */

/** @param {Item} item @param {Context} context @returns {Body} */
export function choiceBody(item, context) {
  const radios = radioSet(item.id, item.choices, context, (value) => context.set(item, value));
  return {
    element: radios.options,
    foot: radios.dontKnowOption,
    show: (answer) => radios.show(answer),
    choose: radios.choose,
    dontKnow: radios.dontKnow,
  };
}

/**
 * A set of radios with "don't know" as the last one.
 * @param {string} name @param {Choice[]} choices @param {Context} context @param {(value: string | number) => void} picked
 */
export function radioSet(name, choices, { said, dontKnow }, picked) {
  /** @type {Map<string | number, HTMLInputElement>} */
  const inputs = new Map();
  /** @param {string | number} value @param {string} label @param {string} kind */
  const option = (value, label, kind) => {
    const input = el("input", { type: "radio", name, value });
    input.addEventListener("change", () => picked(value));
    inputs.set(value, input);
    return el("label", { class: kind }, input, el("span", said, label));
  };
  return {
    options: el("div", { class: `options ${layout(choices)}` }, ...choices.map(({ value, label }) => option(value, label, "option"))),
    dontKnowOption: option("dk", dontKnow, "dont-know"),
    /** @param {unknown} answer */
    show: (answer) => { for (const [value, input] of inputs) input.checked = value === answer; },
    /** @param {number} n */
    choose: (n) => press([...inputs.values()].slice(0, choices.length)[n - 1]),
    dontKnow: () => press(inputs.get("dk")),
  };
}

/** @param {HTMLInputElement | undefined} input */
function press(input) {
  input?.focus();
  input?.click();
}

/** Very short labels stay in a row on a phone, short ones on a desk. @param {Choice[]} choices */
function layout(choices) {
  const longest = Math.max(...choices.map(({ label }) => label.length));
  if (choices.length > 5 || longest > 28) return "listed";
  return longest > 10 ? "row" : "row tight";
}
