// The frame of every item: its text, its body by kind, "don't know", clear.
// Made once per page; an answer updates the one frame it belongs to.

import { DONT_KNOW } from "../values.js";
import { control, dontKnow, isTyped, itemTitle } from "./controls.js";
import { button, el, fill } from "./dom.js";
import { allocationBody } from "./items/allocation.js";
import { choiceBody, gridBody } from "./items/choice.js";
import { numberBody } from "./items/number.js";
import { rankingBody } from "./items/ranking.js";

/** @import { Flow } from "../flow.js" */
/** @import { Item } from "../types.js" */
/** @import { Part } from "./dom.js" */
/**
 * @typedef {object} Body
 * @property {Part[] | HTMLElement} element
 * @property {HTMLElement | ""} [foot] what stands below in place of a box for "don't know"
 * @property {(value: any) => void} show brings the controls in line with what the item holds
 * @property {(n: number, at: Element) => void} [choose] the n-th choice, from 1; 0, where there is a foot, for "don't know"
 */
/** @typedef {{element: HTMLElement, item: Item, show: () => void, focus: () => void}} Frame */

/** By kind. @type {{[kind: string]: (item: Item, flow: Flow) => Body}} */
export const bodies = {
  choice: choiceBody, prediction: choiceBody, number: numberBody, allocation: allocationBody, ranking: rankingBody, grid: gridBody,
};

/** @param {Item} item @param {Flow} flow @returns {Frame} */
export function itemFrame(item, flow) {
  const { texts, said, session } = flow;
  const body = /** @type {(typeof bodies)[""]} */ (bodies[item.kind])(item, flow);
  const box = control("checkbox", () => flow.set(item, box.checked ? DONT_KNOW : null));
  const foot = el("div.foot", body.foot ?? el("label.dont-know", box, dontKnow(flow)));
  const hint = el("span.hint");
  /** @type {HTMLElement | undefined} */
  let clear;
  const element = el("fieldset.item", { "data-item": item.id },
    el("legend", itemTitle(flow, item)),
    item.help && el("p.help", said, item.help),
    body.element, foot);

  // Digits choose, 0 and ? mean "don't know", Enter goes on. Fields keep the
  // keys they need, buttons their own Enter.
  element.onkeydown = (event) => {
    const { key } = event;
    const target = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const n = key === "?" ? 0 : /^\d$/.test(key) && !isTyped(event) ? +key : -1;
    if (n === 0 && body.foot === undefined) box.click();
    else if (n >= 0) body.choose?.(n, target);
    else if (key === "Enter" && target.matches("input")) onward();
    else return;
    event.preventDefault();
  };

  /** To the next item that can be seen, or the next page. */
  function onward() {
    const after = flow.frames.slice(flow.frames.findIndex((frame) => frame.item === item) + 1);
    const next = after.find((frame) => frame.element.getClientRects().length);
    next ? next.focus() : flow.turn(1);
  }

  function show() {
    const value = session.value(item);
    body.show(value);
    box.checked = value === DONT_KNOW;
    hint.textContent = value === null || session.answered(item) ? "" : texts.unfinished;
    // of thousands of items most are blank, and what they do not need is not laid out
    if (value === null) clear?.remove();
    else foot.append(hint, clear ??= button(texts.clear, () => {
      flow.set(item, null);
      flow.say(texts.cleared);
      focus();
    }, { class: "quiet", "aria-label": fill(texts.clear_of, { item: item.text }) }));
  }

  function focus() {
    /** @type {HTMLElement | null} */
    const target = element.querySelector(":checked") ?? element.querySelector("input, button");
    target?.focus();
  }

  show();
  return { element, item, show, focus };
}
