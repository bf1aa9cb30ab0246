// Levels of a score: from where to where, and what is said of each.

import { button, count, el, fill } from "../../views/dom.js";
import { checkField, entry, numberField, selectField, textField, tool } from "./fields.js";
import { free, list, metricsOf } from "./model.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function bandsView(outline) {
  const { texts: { outline: { bands: words } }, value } = outline;
  const bands = list(value.bands);
  return section(outline, "bands", words.section, count(words.n, bands.length), () => [
    el("p.fine", { "data-key": "bands lede" }, bands.length ? words.lede : words.none),
    ...bands.map((band, b) => bandView(outline, band, b)),
  ]);
}

/** @param {Outline} outline @param {any} band @param {number} b */
function bandView(outline, band, b) {
  const { texts: { outline: { bands: words } }, value, document, isOpen, toggle, badge } = outline;
  const key = `band ${band.id}`;
  const levels = list(band.levels);
  return entry({ key, title: band.title, note: [badge(`/bands/${b}`), count(words.levels, levels.length)], open: isOpen(key), toggle: () => toggle(key) }, () => [
    textField({ key: `${key} title`, label: words.title }, band.title, (text) => document.edit((draft) => draft.set(["bands", b, "title"], text), true)),
    selectField({ key: `${key} of`, label: words.of }, metricsOf(value), band.of, (of) => document.edit((draft) => draft.set(["bands", b, "of"], of))),
    textField({ key: `${key} note`, label: words.note, placeholder: words.optional }, band.note, (text) => document.edit((draft) => draft.set(["bands", b, "note"], text || undefined), true)),
    checkField({ key: `${key} next`, label: words.next, hint: words.next_hint }, band.next !== false, (on) => document.edit((draft) => draft.set(["bands", b, "next"], on ? undefined : false))),
    el("ol.levels-form", { "data-key": `${key} levels` }, levels.map((level, n) => levelView(outline, b, levels, level, n))),
    el("div.tools", { "data-key": `${key} tools` },
      button(words.add, () => document.edit((draft) => {
        const from = Number(levels.at(-1)?.from ?? 0);
        draft.insert(["bands", b, "levels"], levels.length, { id: free(new Set(levels.map(({ id }) => id)), "level"), title: words.new_level, from: Math.round((from + 100) / 2), text: words.means });
      }), { "data-key": `${key} add` }),
      button(words.delete, () => { document.edit((draft) => draft.remove(["bands", b])); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}

/** @param {Outline} outline @param {number} b @param {any[]} levels @param {any} level @param {number} n */
function levelView({ texts: { outline: { bands: words, tools } }, value, document }, b, levels, level, n) {
  const key = `band ${value.bands[b].id} ${level.id}`;
  const range = list(value.composites).find(({ id, each }) => (each ? String(value.bands[b].of).startsWith(`${id}.`) : id === value.bands[b].of))?.range ?? [0, 100];
  const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => { if (given !== undefined) document.edit((draft) => draft.set(["bands", b, "levels", n, field], given), true); };
  return el("li", { "data-key": key },
    el("div.row", { "data-key": `${key} row` },
      numberField({ key: `${key} from`, label: words.from }, level.from, enter("from")),
      el("p.to", { "data-key": `${key} to` }, fill(words.to, { to: levels[n + 1] ? levels[n + 1].from : range[1] })),
      textField({ key: `${key} title`, label: words.level }, level.title, enter("title")),
      tool(`${key} delete`, "\u00d7", fill(tools.delete_of, { label: level.title }), () => document.edit((draft) => draft.remove(["bands", b, "levels", n])), levels.length <= 2)),
    textField({ key: `${key} text`, label: words.text, long: true }, level.text, enter("text")));
}
