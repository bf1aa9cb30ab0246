// The controls that items share.

import { DONT_KNOW } from "../values.js";
import { button, el } from "./dom.js";

/** @import { Flow } from "../flow.js" */
/** @import { Choice, Item } from "../types.js" */
/** @import { Attributes, Part } from "./dom.js" */

/** Heading of a screen; it can take the focus. @param {string} text @param {Attributes} [said] */
export const title = (text, said) => el("h2", { tabindex: -1 }, said, text);

/** The way back and the way on. @param {Flow} flow @param {() => void} back @param {string} label @param {() => void} on */
export const ways = ({ texts }, back, label, on) => el("div.actions.ends", button(texts.back, back), button(label, on, { class: "main" }));

/** Number and text of an item. @param {Flow} flow @param {Item} item */
export const itemTitle = ({ said }, { ordinal, text }) => [el("span.ordinal", { "aria-hidden": "true" }, ordinal), el("span", said, text)];

/** "Don't know" in the words of the definition. @param {Flow} flow */
export const dontKnow = ({ said, model }) => [said, model.dont_know];

/** @param {string} type @param {(() => void) | null} act called at every change by the person @param {Attributes} [attributes] */
export function control(type, act, attributes) {
  const input = el("input", { type, autocomplete: "off", ...attributes });
  input.oninput = act;
  return input;
}

/** Whether keys write in what has the focus. @param {Event} event */
export const isTyped = ({ target }) => /** @type {Element} */ (target).matches("[type=text]");

/** A small square button. @param {string} sign @param {string} name @param {() => void} act */
export const nudge = (sign, name, act, disabled = false) => button(sign, act, { class: "nudge", "aria-label": name, disabled });

/**
 * One choice of several, as native radios: cards where the choices are
 * sentences, a row where they are short; always in the order given. "Don't
 * know" stands apart.
 * @param {Flow} flow @param {string} name @param {Choice[]} choices @param {(value: string | number) => void} picked
 * @param {Part[]} [unknown] text of "don't know"
 */
export function radios(flow, name, choices, picked, unknown = dontKnow(flow)) {
  const inputs = [DONT_KNOW, ...choices.map(({ value }) => value)].map((value) => control("radio", null, { name, value }));
  const [out, ...others] = /** @type {[HTMLInputElement, ...HTMLInputElement[]]} */ (inputs);
  const element = el(`div.options.${layout(choices)}`, others.map((input, n) => el("label.option", flow.said, input, choices[n]?.label)));
  const foot = el("label.dont-know", out, unknown);
  // one listener for all: there may be thousands of items
  foot.oninput = element.oninput = ({ target }) => picked(choices[inputs.indexOf(/** @type {HTMLInputElement} */ (target)) - 1]?.value ?? DONT_KNOW);
  return {
    element,
    foot,
    /** @param {unknown} value */
    show(value) { for (const input of inputs) input.checked = input.value === String(value); },
    /** The n-th choice, 0 for "don't know". @param {number} n */
    choose(n) {
      inputs[n]?.focus();
      inputs[n]?.click();
    },
  };
}

/** Very short labels stay in a row on a phone, short ones on a desk; long ones and many stand one below the other. @param {Choice[]} choices */
function layout(choices) {
  const longest = Math.max(...choices.map(({ label }) => label.length));
  if (choices.length > 5 || longest > 28) return "";
  return longest > 10 ? "row" : "row tight";
}
