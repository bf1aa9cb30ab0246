// An address on its way out: to select, to copy, to hand on, for cameras.

import { button, el, svg } from "../views/dom.js";

/** @import { Part } from "../views/dom.js" */
/** @typedef {{copy: string, copied: string, copy_by_hand: string, share: string}} OutwardTexts */

/**
 * An address in a field that can be selected, and the ways out.
 * @param {{texts: OutwardTexts, title: string, say: (sentence: string) => void}} how @param {string} href @param {string} label
 * @param {...Part} more further ways
 */
export function outward({ texts, title, say }, href, label, ...more) {
  const field = el("input.address", { type: "text", readonly: true, value: href, "aria-label": label });
  field.onfocus = () => field.select();
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(href);
      say(texts.copied);
      copy.textContent = texts.copied;
    } catch {
      // no clipboard here: the marked text can be copied by hand
      field.focus();
      say(texts.copy_by_hand);
    }
  };
  const copy = button(texts.copy, copied);
  return el("div.outward", field, el("div.actions", copy,
    "share" in navigator && button(texts.share, () => navigator.share({ title, url: href }).catch(() => {})), more));
}

/** What cameras read. @param {string} squares a line a row, `1` for dark @param {string} label */
export function picture(squares, label) {
  const rows = squares.split("\n");
  const size = rows.length - 1;
  const path = rows.flatMap((row, y) => [...row].map((dark, x) => (dark === "1" ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return svg("svg.code", { viewBox: `-4 -4 ${size + 8} ${size + 8}`, role: "img", "aria-label": label },
    svg("rect.light", { x: -4, y: -4, width: size + 8, height: size + 8 }), svg("path.dark", { d: path }));
}
