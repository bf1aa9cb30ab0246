// What scores mean among others: tables of published figures.

import { button, count, el, fill } from "../../views/dom.js";
import { addNorm } from "./additions.js";
import { entry, numberField, selectField, textField, tool } from "./fields.js";
import { list, scoresOf } from "./model.js";
import { takeFrom } from "./references.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

const UNITS = /** @type {const} */ (["percentile", "t", "z", "sten", "stanine", "iq"]);

/** @param {Outline} outline */
export function normsView(outline) {
  const { texts, texts: { outline: { norms: words } }, value, document } = outline;
  const norms = list(value.norms);
  return norms.length > 0 && section(outline, "norms", words.section, [outline.badge("/norms"), count(words.n, norms.length)], () => [
    el("p.fine", { "data-key": "norms lede" }, words.lede),
    ...norms.map((norm, n) => normView(outline, norm, n)),
    el("div.actions", { "data-key": "add norm" }, button(words.add, () => outline.show(...addNorm(document, texts)), { "data-key": "add norm button" })),
  ]);
}

/** @param {Outline} outline @param {any} norm @param {number} n */
function normView(outline, norm, n) {
  const { texts: { outline: { norms: words } }, value, document, isOpen, toggle, badge } = outline;
  const key = `norm ${n}`;
  const scores = scoresOf(value, [norm.of]);
  const enter = (/** @type {string} */ field, typed = true) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set(["norms", n, field], given), typed);
  return entry({ key, title: scores.find(([name]) => name === norm.of)?.[1] ?? norm.of, note: [badge(`/norms/${n}`), el("span.running-note", norm.group)], open: isOpen(key), toggle: () => toggle(key) }, () => [
    textField({ key: `${key} group`, label: words.group, hint: words.group_hint }, norm.group, enter("group")),
    el("div.row", { "data-key": `${key} row` },
      selectField({ key: `${key} of`, label: words.of }, scores, norm.of, enter("of", false)),
      selectField({ key: `${key} unit`, label: words.unit }, UNITS.map((unit) => [unit, words.units[unit]]), norm.unit, enter("unit", false)),
      numberField({ key: `${key} size`, label: words.size, min: 0, step: 1, placeholder: words.unknown }, norm.n, enter("n"))),
    tableForm(outline, norm, n, key),
    sourcesForm(outline, norm, n, key),
    el("div.tools", { "data-key": `${key} tools` }, button(words.delete, () => { document.edit((draft) => takeFrom(draft, ["norms"], n)); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}

/** Two columns of numbers, as a spreadsheet hands them over; undefined where it is none. @param {string} text @returns {[score: number, norm: number][] | undefined} */
export function columnsOf(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const rows = lines.map((line) => line.split(/\t|;|\s{2,}| /).filter(Boolean).map((cell) => Number(cell.replace(",", "."))));
  // what the columns are called may stand above them
  if (rows[0]?.some(Number.isNaN)) rows.shift();
  const fits = rows.length > 0 && rows.every((row) => row.length === 2 && row.every(Number.isFinite));
  return fits ? /** @type {[number, number][]} */ (rows.sort(([a = 0], [b = 0]) => a - b)) : undefined;
}

/** @param {Outline} outline @param {any} norm @param {number} n @param {string} key */
function tableForm({ texts: { outline: { norms: words } }, document, say }, norm, n, key) {
  const rows = list(norm.table);
  const path = ["norms", n, "table"];
  const made = el("fieldset.group", { "data-key": `${key} table` }, el("legend", words.table),
    el("p.fine", { "data-key": `${key} table hint` }, words.table_hint),
    el("ol.rows.pairs", { "data-key": `${key} rows` }, rows.map((row, k) => el("li", { "data-key": `${key} ${k}` }, el("div.row", { "data-key": `${key} ${k} row` },
      ...[words.score, words.norm].map((label, column) => numberField({ key: `${key} ${k} ${column}`, label: fill(label, { n: k + 1 }), bare: true }, row?.[column],
        (given) => { if (given !== undefined) document.edit((draft) => draft.set([...path, k, column], given), true); })),
      tool(`${key} ${k} delete`, "\u00d7", fill(words.delete_row, { n: k + 1 }), () => document.edit((draft) => draft.remove([...path, k])), rows.length <= 2))))),
    el("div.actions", { "data-key": `${key} add` }, button(words.add_row, () => document.edit((draft) => {
      const [score = 0, value = 0] = rows.at(-1) ?? [];
      draft.insert(path, rows.length, [score + 1, value]);
    }), { "data-key": `${key} add button` })));
  made.onpaste = (event) => {
    const pasted = columnsOf(event.clipboardData?.getData("text/plain") ?? "");
    if (!pasted) return;
    event.preventDefault();
    document.edit((draft) => draft.set(path, pasted));
    say(count(words.pasted, pasted.length));
  };
  return made;
}

/** @param {Outline} outline @param {any} norm @param {number} n @param {string} key */
function sourcesForm({ texts: { outline: { norms: words } }, document }, norm, n, key) {
  const sources = list(norm.source);
  const path = ["norms", n, "source"];
  return el("fieldset.group", { "data-key": `${key} sources` }, el("legend", words.sources),
    sources.map((source, k) => el("div.row", { "data-key": `${key} source ${k}` },
      textField({ key: `${key} source ${k} title`, label: fill(words.source, { n: k + 1 }), bare: true }, source.title, (text) => document.edit((draft) => draft.set([...path, k, "title"], text), true)),
      textField({ key: `${key} source ${k} url`, label: fill(words.url, { n: k + 1 }), bare: true, placeholder: words.url_example }, source.url, (text) => document.edit((draft) => draft.set([...path, k, "url"], text || undefined), true)),
      tool(`${key} source ${k} delete`, "\u00d7", fill(words.delete_source, { n: k + 1 }), () => document.edit((draft) => draft.remove([...path, k])), sources.length < 2))),
    el("div.actions", { "data-key": `${key} add source` }, button(words.add_source, () => document.edit((draft) => draft.insert(path, sources.length, { title: words.new_source })), { "data-key": `${key} add source button` })));
}
