// Before anybody sits down: what will happen, what is kept, how it goes from one person to the next.

import { button, el, fill } from "../views/dom.js";
import { list } from "../views/result/parts.js";
import { keptView } from "./kept.js";
import { addView } from "./lead.js";
import { CELL } from "./page.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop */
export function startView(shop) {
  const { texts, texts: { start }, room } = shop;
  const seats = el("input", { type: "number", min: 1, max: 500, inputmode: "numeric", autocomplete: "off" });
  /** @param {"device" | "relay"} way */
  const begin = (way) => {
    const n = Number(seats.value);
    room.change({ way, away: way === "relay", seats: Number.isInteger(n) && n > 0 ? n : null });
    shop.between();
  };
  const choice = (/** @type {"device" | "relay"} */ way) => el("div",
    button(start[way], () => begin(way), { class: "main" }), el("p.fine", start[`${way}_note`]));
  return el("div.start",
    el("h1", { tabindex: -1 }, texts.title), el("p.standfirst", texts.lede),
    list("ol.plan", start.steps, (step) => fill(step, { cell: CELL })),
    el("section.raised", { "aria-label": start.way },
      el("label.seats", el("span", el("strong", start.seats), " ", el("span.soft", start.seats_note)), seats),
      el("h2", start.way), el("div.choice", choice("device"), choice("relay"))),
    keptView(shop, true),
    addView(shop));
}
