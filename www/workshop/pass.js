// What goes to the next phone: a code for its camera, a link, a file.

import { download } from "../download.js";
import { outward, picture } from "../together/outward.js";
import { resultAddress } from "../together/address.js";
import { button, count, el, fill } from "../views/dom.js";
import { mostInCode, relayAddress } from "./relay.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop @param {boolean} open */
export function passView(shop, open) {
  const { texts: { pass: texts }, room, core, model, say } = shop;
  const { tokens } = room;
  const href = relayAddress(tokens);
  const code = core.squares(href);
  const most = mostInCode(shop.length);
  // links of one result each: what opens here opens on the page of a group as well
  const save = () => download(`${model.id}-workshop.txt`, tokens.map((token) => `${resultAddress(token)}\n`).join(""));
  return el("details.pass", { open }, el("summary", texts.title),
    el("p", tokens.length ? fill(count(texts.help, tokens.length), { next: room.next }) : texts.empty),
    code ? picture(code, texts.code) : el("p.notice.warning", fill(texts.full, { most })),
    outward({ texts, title: model.title, say }, href, texts.label, tokens.length > 0 && button(texts.file, save)),
    tokens.length > 0 && el("p.fine", texts.readable, " ", texts.last), code && el("p.fine", fill(texts.room, { most })));
}
