// The frame of every item: its text, its body by kind, "don't know", clear.
// Made once per page; an answer updates the one frame it belongs to.

import { el, button, fill } from "./dom.js";
import { choiceBody } from "./items/choice.js";
import { numberBody } from "./items/number.js";
import { allocationBody } from "./items/allocation.js";
import { rankingBody } from "./items/ranking.js";
import { gridBody } from "./items/grid.js";
import { predictionBody } from "./items/prediction.js";

/** @import { Answer, Draft, Item } from "../types.js" */
/** @typedef {typeof import("../texts/flow.en.js").flow} Texts */
/**
 * What an item may use.
 * @typedef {object} Context
 * @property {Texts} texts
 * @property {string} dontKnow
 * @property {import("./dom.js").Attributes} said attributes of text from the definition
 * @property {(id: string) => Answer | null} answer
 * @property {(id: string) => Draft | null} draft
 * @property {(item: Item, answer: Answer | null, draft?: Draft | null, typed?: boolean) => void} set
 * @property {(item: Item, value: unknown) => boolean} fits whether a value answers the item
 * @property {(sentence: string) => void} say
 * @property {(item: Item) => void} next
 */
/**
 * @typedef {object} Body
 * @property {HTMLElement} element
 * @property {HTMLElement} [foot] what stands below, beside "clear"
 * @property {(answer: Answer | null, draft: Draft | null) => void} show brings the controls in line with the session
 * @property {(n: number, at: Element) => void} [choose] the n-th choice, from 1
 * @property {(at: Element) => void} [dontKnow] where the body has its own "don't know"
 */
/** @typedef {{element: HTMLElement, item: Item, refresh: () => void, focus: () => void}} Frame */

/** @type {{[kind in Item["kind"]]: (item: Item, context: Context) => Body}} */
const bodies = {
  choice: choiceBody, prediction: predictionBody, number: numberBody, allocation: allocationBody, ranking: rankingBody, grid: gridBody,
};

/** @param {Item} item @param {Context} context @returns {Frame} */
export function itemFrame(item, context) {
  const { texts, said } = context;
  const body = bodies[item.kind](item, context);
  const dk = body.dontKnow ? null : dontKnowBox(item, context);
  const clear = button(texts.clear, () => {
    context.set(item, null);
    context.say(texts.cleared);
    focus();
  }, { class: "quiet", "aria-label": fill(texts.clear_of, { item: item.text }) });
  const hint = el("span", { class: "hint" });
  const element = el("fieldset", { class: "item", "data-item": item.id },
    el("legend", {}, el("span", { class: "ordinal", "aria-hidden": "true" }, item.ordinal), el("span", said, item.text)),
    item.help && el("p", { class: "help", ...said }, item.help),
    body.element,
    el("div", { class: "foot" }, body.foot, dk?.label, hint, clear));
  element.addEventListener("keydown", (event) => onKey(event, item, body, dk, context));

  function refresh() {
    const answer = context.answer(item.id);
    const draft = context.draft(item.id);
    body.show(answer, draft);
    if (dk) dk.input.checked = answer === "dk";
    hint.textContent = draft === null || item.kind === "number" ? "" : texts.unfinished;
    clear.hidden = answer === null && draft === null;
    element.classList.toggle("answered", answer !== null);
  }

  function focus() {
    const target = element.querySelector("input:checked") ?? element.querySelector("input:not([tabindex='-1']), button");
    if (target instanceof HTMLElement) target.focus();
  }

  refresh();
  return { element, item, refresh, focus };
}

/** @param {Item} item @param {Context} context */
function dontKnowBox(item, { set, dontKnow, said }) {
  const input = el("input", { type: "checkbox" });
  input.addEventListener("change", () => set(item, input.checked ? "dk" : null));
  return { input, label: el("label", { class: "dont-know" }, input, el("span", said, dontKnow)) };
}

/**
 * Digits choose, 0 and ? mean "don't know", Enter goes on. Fields keep the
 * keys they need, buttons their own Enter.
 * @param {KeyboardEvent} event @param {Item} item @param {Body} body
 * @param {{input: HTMLInputElement} | null} dk @param {Context} context
 */
function onKey(event, item, body, dk, context) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !(target instanceof Element)) return;
  const typing = target instanceof HTMLInputElement && target.type === "text";
  const digit = /^[0-9]$/.test(key) && !typing ? Number(key) : -1;
  if (key === "?" || digit === 0) body.dontKnow ? body.dontKnow(target) : dk?.input.click();
  else if (digit > 0 && body.choose) body.choose(digit, target);
  else if (key === "Enter" && target instanceof HTMLInputElement) context.next(item);
  else return;
  event.preventDefault();
}

/** @param {Texts} texts @param {string} dontKnow */
export const keysHint = (texts, dontKnow) => fill(texts.keys, { dont_know: `“${dontKnow}”` });
