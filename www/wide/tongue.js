// A definition in another of its languages: what a translation says lies over
// it, entry by entry, as the core does it for the result.

/** @import { Wording } from "../types.js" */

/** Fields that are no words: names, addresses, and what answers are compared with. */
const KEPT = ["id", "value", "language", "correct", "translations", "silenced", "license", "compiled", "src"];

/** The languages of a definition, its own first. @param {any} raw @returns {string[]} */
export const languages = (raw) => [raw.language, ...raw.translations?.map((/** @type {any} */ { language }) => language) ?? []];

/** That of them that goes with the words around; "" for its own. @param {any} raw @param {Wording} wording */
export function tongue(raw, { flow: { tag } }) {
  const [own, ...others] = languages(raw);
  const fits = (/** @type {string} */ language) => short(language) === short(tag);
  return (!fits(own ?? "") && others.find(fits)) || "";
}

/** @param {string} tag */
const short = (tag) => tag.split("-")[0]?.toLowerCase();

/** @param {any} raw @param {string} language */
export const spoken = (raw, language) => overlay(raw, raw.translations.find((/** @type {any} */ one) => one.language === language));

/** @param {any} node @param {any} other @returns {any} */
function overlay(node, other) {
  if (typeof node === "string") return typeof other === "string" && other.trim() ? other : node;
  if (Array.isArray(node)) return Array.isArray(other) ? node.map((entry, n) => overlay(entry, partner(entry, n, other))) : node;
  if (!(node instanceof Object && other instanceof Object)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, KEPT.includes(key) || !Object.hasOwn(other, key) ? part : overlay(part, other[key])]));
}

/** The entry of a translation that belongs to one of the definition: by name, or by place where neither has one. @param {any} entry @param {number} n @param {any[]} others */
function partner(entry, n, others) {
  const name = nameOf(entry);
  return name === undefined ? [others[n]].find((other) => nameOf(other) === undefined) : others.find((other) => nameOf(other) === name);
}

/** @param {any} entry */
const nameOf = (entry) => entry?.id ?? entry?.value;
