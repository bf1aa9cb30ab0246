// The languages that the widget speaks. Their words are in texts/; how numbers,
// lists, dates and counts look in them is left to Intl.

/** @import { Spoken } from "./types.js" */

// The British list has no comma before "and", and digits are those that charts have.
const TAGS = /* @__PURE__ */ "en-GB de fr es pt it nl pl ja zh ar-u-nu-latn he".split(" ");

/** The name of a language in file names and selectors. @param {string} tag */
export const short = (tag) => tag.slice(0, 2);

/** The names of all languages. */
export const LANGUAGES = /* @__PURE__ */ TAGS.map(short);

/** The language of an element, its own or that of what it stands in; English where that is none of ours. @param {Element} element */
export const languageOf = (element) => TAGS.find((tag) => element.matches(`:lang(${short(tag)})`)) ?? "en-GB";

/** A catalogue; each of its objects knows the language. @param {string} json @param {string} tag */
export const catalogue = (json, tag) => JSON.parse(json, (_, value) => (value instanceof Object ? Object.defineProperty(value, "tag", { value: tag }) : value));

/** What a language calls itself. @param {string} lang */
export const named = (lang) => new Intl.DisplayNames(lang, { type: "language" }).of(lang) ?? lang;

/** The attributes of what is said in a language. @param {Spoken} texts */
export const spoken = ({ tag }) => ({ lang: tag, dir: /^(ar|he)/.test(tag) ? "rtl" : "ltr" });
