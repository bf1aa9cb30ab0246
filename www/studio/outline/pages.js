// Pages and what is asked on them.

import { button, count, el, fill } from "../../views/dom.js";
import { addItem, addPage, deleteItem, deletePage, duplicateItem, duplicatePage, move, moveItem } from "./actions.js";
import { pageDetails } from "./details.js";
import { entry, textField, tool } from "./fields.js";
import { itemForm } from "./item.js";
import { NEW_KINDS } from "./kinds.js";
import { askedOn, kindOf, list } from "./model.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */
/** @import { Asked } from "./model.js" */

/** @param {Outline} outline */
export function pagesView(outline) {
  const { texts: { outline: { pages: words } }, value, document } = outline;
  const pages = list(value.pages);
  let ordinal = 0;
  return section(outline, "pages", words.section, count(words.questions, list(value.items).length), () => [
    ...pages.map((page, n) => {
      const asked = askedOn(value, n);
      const first = ordinal;
      ordinal += asked.length;
      return pageView(outline, page, n, asked, first, pages.length);
    }),
    nowhereView(outline),
    el("div.actions", { "data-key": "add page" }, button(words.add_page, () => {
      addPage(document, fill(words.new_page, { n: pages.length + 1 }));
      outline.show(`page ${pages.length}`, `page ${pages.length} title`);
    }, { "data-key": "add page button" })),
  ]);
}

/** @param {Outline} outline @param {any} page @param {number} n @param {Asked[]} asked @param {number} first @param {number} pages how many there are */
function pageView(outline, page, n, asked, first, pages) {
  const { texts: { outline: { pages: words, tools } }, document, isOpen, toggle, badge } = outline;
  const key = `page ${n}`;
  const go = (/** @type {1 | -1} */ by) => { if (move(document, ["pages"], n, by)) outline.show(`page ${n + by}`); };
  const head = entry({ key, title: page.title, note: badge(`/pages/${n}`) || "", open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, page.title, (text) => document.edit((draft) => draft.set(["pages", n, "title"], text), true)),
    textField({ key: `${key} text`, label: words.text, long: true }, page.text, (text) => document.edit((draft) => draft.set(["pages", n, "text"], text || undefined), true)),
    pageDetails(outline, n),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", tools.up, () => go(-1), n === 0), tool(`${key} down`, "\u2193", tools.down, () => go(1), n === pages - 1),
      button(tools.duplicate, () => { duplicatePage(document, n); outline.show(`page ${n + 1}`); }, { "data-key": `${key} copy` }),
      button(words.delete, () => { deletePage(document, n); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete`, disabled: pages < 2 })),
  ]);
  return el("div.sheet", { "data-key": `sheet ${n}` }, head, asked.map((one, k) => itemView(outline, n, one, first + k + 1)), addView(outline, n, asked));
}

/** @param {Outline} outline @param {number} page @param {Asked} asked @param {number} ordinal */
function itemView(outline, page, { id, item, n }, ordinal) {
  const { texts: { outline: { pages: words, tools, kinds } }, document, isOpen, toggle, badge } = outline;
  const key = `item ${id}`;
  const go = (/** @type {1 | -1} */ by) => { if (moveItem(document, page, id, by)) outline.say(by > 0 ? tools.moved_down : tools.moved_up); };
  const kind = kinds[/** @type {"choice"} */ (kindOf(item))] ?? kindOf(item);
  return entry({
    key, open: isOpen(key), toggle: () => toggle(key), keys: go,
    title: el("span", el("span.ordinal", ordinal), item.text || words.untitled), note: [badge(`/items/${n}`), el("span.kind", kind)],
  }, () => [
    itemForm(outline, n),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", tools.up, () => go(-1)), tool(`${key} down`, "\u2193", tools.down, () => go(1)),
      button(tools.duplicate, () => show(duplicateItem(document, page, id)), { "data-key": `${key} copy` }),
      button(words.delete_item, () => { deleteItem(document, id); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);

  /** @param {string} made */
  function show(made) { outline.show(`item ${made}`, `item ${made} text`); }
}

/** Questions that no page asks. @param {Outline} outline @returns {import("../../views/dom.js").Part} */
function nowhereView({ texts: { outline: { pages: words } }, value, document, say }) {
  const asked = new Set(list(value.pages).flatMap((_, n) => askedOn(value, n).map(({ id }) => id)));
  const rest = list(value.items).filter(({ id }) => !asked.has(id));
  const last = list(value.pages).length - 1;
  return rest.length > 0 && el("div.sheet", { "data-key": "nowhere" }, el("p.soft", words.nowhere), rest.map((item) => el("div.row", { "data-key": `nowhere ${item.id}` },
    el("span.title", item.text || words.untitled),
    button(words.put, () => document.edit((draft) => draft.insert(["pages", last, "items"], list(draft.value.pages[last]?.items).length, item.id)), { "data-key": `nowhere ${item.id} put`, disabled: last < 0 }),
    button(words.delete_item, () => { deleteItem(document, item.id); say(words.deleted); }, { class: "danger", "data-key": `nowhere ${item.id} delete` }))));
}

/** One more question: like the one before, or of a kind. @param {Outline} outline @param {number} page @param {Asked[]} asked */
function addView(outline, page, asked) {
  const { texts, texts: { outline: { pages: words, new_kinds: names } }, document } = outline;
  const last = asked.at(-1);
  const key = `add ${page}`;
  const show = (/** @type {string} */ id) => outline.show(`item ${id}`, `item ${id} text`);
  const select = el("select", { "data-key": `${key} kind`, "aria-label": words.add_kind }, el("option", { value: "" }, words.add_kind), NEW_KINDS.map((kind) => el("option", { value: kind }, names[/** @type {"choice"} */ (kind)])));
  select.onchange = ({ currentTarget }) => {
    const chosen = /** @type {HTMLSelectElement} */ (currentTarget);
    const { value } = chosen;
    chosen.value = "";
    if (value) show(addItem(document, texts, page, value));
  };
  return el("div.actions.add", { "data-key": key },
    last && button(words.add_like, () => show(duplicateItem(document, page, last.id, words.like_text)), { "data-key": `${key} like` }),
    select);
}
