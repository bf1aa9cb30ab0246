// Between two people: how many have answered, who comes next, and what whoever
// leads can do. Nothing of an answer is here.

import { button, el, fill } from "../views/dom.js";
import { notice } from "../views/notice.js";
import { keptView } from "./kept.js";
import { leadView } from "./lead.js";
import { passView } from "./pass.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop @param {"thanks" | "left" | ""} after what came before */
export function betweenView(shop, after) {
  const { texts: { between, pass }, room } = shop;
  const next = { n: room.next };
  const relay = room.way === "relay";
  const begin = button(fill(room.full ? between.more : room.away ? between.here : between.begin, next), () => shop.sit(),
    { class: room.full || room.away ? "" : "main" });
  return el("div.between",
    el("h1", { tabindex: -1 }, heading()),
    after === "thanks" && el("p.standfirst", between.thanks),
    after === "left" && el("p.standfirst", between.left),
    room.seat !== null
      ? notice("notice", fill(between.begun, next), [
        button(between.go_on, () => shop.sit(), { class: "main" }), button(between.afresh, () => shop.sit(true)),
      ])
      : [el("p", relay && !room.away ? between.blind : room.next === 1 ? between.alone : between.unseen), !room.away && el("div.actions", begin)],
    passView(shop, room.away), room.seat === null && room.away && el("div.actions", begin),
    leadView(shop), keptView(shop, false));

  function heading() {
    if (room.full) return between.full;
    if (room.away) return room.next > 1 ? fill(pass.next, next) : between.first;
    if (relay) return fill(between.arrived, next);
    return room.next === 1 ? between.first : fill(between.hand, next);
  }
}
