// When something is asked: what a form can show of it, and the expression of all else.

import { button, el, fill } from "../../views/dom.js";
import { numberField, selectField, textField, tool } from "./fields.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Path } from "../edits.js" */
/** @import { Readable } from "./model.js" */
/** @import { Outline } from "./outline.js" */
/** @typedef {{of: Readable, sign: string, literal: string}} Comparison */

const COMPARISON = /^\s*(\w+)\s*(==|!=|<=|>=|<|>)\s*('\w+'|-?\d+(?:\.\d+)?)\s*$/;
const SIGNS = /** @type {const} */ (["==", "!=", ">=", "<=", ">", "<"]);

/** The comparisons that a condition is made of; undefined where it is more than that. @param {string} condition @param {Readable[]} names @returns {Comparison[] | undefined} */
function comparisonsOf(condition, names) {
  const parts = condition.split(/\sand\s/).map((part) => {
    const [, id, sign = "", literal = ""] = COMPARISON.exec(part) ?? [];
    const of = names.find((name) => name.id === id);
    const fits = of && (of.options.length ? of.options.some(([option]) => option === literal) : !literal.startsWith("'")) && (of.ordered || sign === "==" || sign === "!=");
    return fits ? { of, sign, literal } : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** @param {Readable} of @returns {Comparison} */
const first = (of) => ({ of, sign: of.options.length ? "==" : ">=", literal: of.options[0]?.[0] ?? String(of.least) });

/**
 * @param {Outline} outline @param {{key: string, path: Path, condition: unknown, names: Readable[]}} given `path` of what is asked
 * @returns {Part}
 */
export function conditionForm({ texts: { outline: { condition: words, tools } }, document, isOpen, toggle, show }, { key, path, condition, names }) {
  const put = (/** @type {string | undefined} */ text, typed = false) => document.edit((draft) => draft.set([...path, "show_if"], text), typed);
  if (condition === undefined) return names.length > 0 && el("div.actions", { "data-key": `${key} if` },
    button(words.add, () => put(written([first(/** @type {Readable} */ (names.at(-1)))])), { "data-key": `${key} if add` }));
  const parts = comparisonsOf(String(condition), names);
  const always = button(words.always, () => put(undefined), { "data-key": `${key} if always` });
  // an expression that is being written may be simple for a moment, and stays one
  const asText = `as-text ${key}`;
  const open = isOpen(asText);
  if (!parts || open) return el("div.rows", { "data-key": `${key} if` },
    textField({ key: `${key} if text`, label: words.legend, mono: true, hint: words.hint, focused: () => { if (!isOpen(asText)) toggle(asText); } }, condition, (text) => put(text, true)),
    el("div.actions", { "data-key": `${key} if more` }, parts && button(words.choose, () => toggle(asText), { class: "quiet", "data-key": `${key} if choose` }), always));
  const change = (/** @type {number} */ k, /** @type {Partial<Comparison>} */ by, typed = false) => put(written(parts.map((part, at) => (at === k ? { ...part, ...by } : part))), typed);
  const titles = names.map(({ id, title }) => /** @type {[string, string]} */ ([id, title.length > 70 ? `${title.slice(0, 68)}\u2026` : title]));
  return el("fieldset.group", { "data-key": `${key} if` }, el("legend", parts.length > 1 ? words.legend_all : words.legend),
    parts.map(({ of, sign, literal }, k) => {
      const own = `${key} if ${k}`;
      const n = k + 1;
      return el("div.row.comparison", { "data-key": own },
        selectField({ key: `${own} of`, label: fill(words.of, { n }), bare: true }, titles, of.id, (id) => change(k, first(/** @type {Readable} */ (names.find((name) => name.id === id))))),
        selectField({ key: `${own} sign`, label: fill(words.sign, { n }), bare: true }, SIGNS.slice(0, of.ordered ? 6 : 2).map((one) => [one, words.signs[one]]), sign, (to) => change(k, { sign: to })),
        of.options.length ? selectField({ key: `${own} than`, label: fill(words.than, { n }), bare: true }, of.options, literal, (to) => change(k, { literal: to }))
          : numberField({ key: `${own} than`, label: fill(words.than, { n }), bare: true }, Number(literal), (to) => { if (to !== undefined) change(k, { literal: String(to) }, true); }),
        tool(`${own} delete`, "\u00d7", fill(tools.delete_of, { label: of.title }), () => put(parts.length > 1 ? written(parts.filter((_, at) => at !== k)) : undefined)));
    }),
    el("div.actions", { "data-key": `${key} if more` }, button(words.also, () => put(written([...parts, first(/** @type {Readable} */ (names.at(-1)))])), { "data-key": `${key} if also` }), always,
      button(words.write, () => show(asText, `${key} if text`), { class: "quiet", "data-key": `${key} if write` })));
}

/** @param {Comparison[]} parts */
const written = (parts) => parts.map(({ of, sign, literal }) => `${of.id} ${sign} ${literal}`).join(" and ");
