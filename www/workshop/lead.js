// What whoever leads can do between two people: reveal, take back, add, end.

import { LARGEST } from "../fetched.js";
import { outward } from "../together/outward.js";
import { button, count, el, fill } from "../views/dom.js";
import { CELL } from "./page.js";
import { twice } from "./twice.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop */
export function leadView(shop) {
  const { texts: { lead: texts }, room } = shop;
  const { n } = room;
  return el("section.raised.leader", { "aria-label": texts.title },
    el("h2", texts.title),
    n < CELL ? el("p", fill(count(texts.too_few, CELL - n), { cell: CELL }))
      : [el("div.actions", twice(texts.reveal, texts.sure, () => shop.reveal(), { class: room.full ? "main" : "" })), el("p.fine", texts.ready)],
    n === 2 && pairView(shop),
    el("div.actions",
      room.undoable && twice(texts.undo, texts.undo_sure, () => {
        room.undo();
        shop.between();
        shop.tell(texts.undone);
      }),
      twice(texts.end, texts.end_sure, () => shop.end())),
    addView(shop));
}

/** Two are no group: what puts them side by side opens their links. @param {Shop} shop */
function pairView({ texts: { lead: texts, pass }, room, model, say, home }) {
  const place = el("div.pair-links", twice(texts.pair_show, texts.pair_sure, () => {
    const links = room.tokens.map((token) => `${home}#r=${token}`);
    place.replaceChildren(
      ...links.map((href, n) => outward({ texts: pass, title: model.title, say }, href, fill(texts.pair_link, { n: n + 1 }))),
      ...(home ? [el("p", el("a", { href: links[0], target: "_blank", rel: "noopener" }, texts.pair_open))] : []));
  }, {}));
  return el("div", el("p", texts.pair), place);
}

/** Where what others have collected comes in. @param {Shop} shop */
export function addView(shop) {
  const { texts: { lead: texts } } = shop;
  const field = el("input.address", { type: "text", placeholder: texts.paste, "aria-label": texts.paste, autocomplete: "off", spellcheck: "false" });
  const take = () => { if (shop.take(field.value)) field.value = ""; };
  field.onkeydown = ({ key }) => { if (key === "Enter") take(); };
  const file = el("input", { type: "file", accept: ".txt,text/*", hidden: true });
  file.onchange = async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    if (chosen.size > LARGEST) shop.tell(texts.refused, { why: texts.large, warning: true });
    else shop.take(await chosen.text());
  };
  return el("details.add", el("summary", texts.add),
    el("div.source", field, button(texts.take, take), button(texts.open, () => file.click()), file));
}
