// Numbers and words for display. The only place where scores are rounded: whole
// numbers, half away from zero, with the tolerance of the core.

/** @import { Spoken } from "../types.js" */

/** Two results that differ by less count as equal. */
export const TOLERANCE = 1e-9;

/** Returns `value` rounded to a whole number, half away from zero, never -0. @param {number} value */
const round = (value) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + TOLERANCE) || 0;

/** Returns a number the author of the instrument wrote (a weight, a cut-off), not a score: up to two decimals. @param {Spoken} texts @param {number} value */
export const given = ({ tag }, value) => value.toLocaleString(tag, { maximumFractionDigits: 2 }).replace("-", "\u2212");

/** Returns `value` as a whole number, with a typographic minus. @param {number} value */
export const whole = (value) => String(round(value)).replace("-", "\u2212");

/** Returns a share of 1 as a whole percentage. @param {number} value */
export const percent = (value) => `${whole(value * 100)} %`;

/** Returns `value` in the form of `show`, or a dash for none. @param {number | null} value */
export const dash = (value, show = whole) => (value === null ? "\u2013" : show(value));

/** Returns a value as its score is to be shown. @param {number} value @param {string} [display] "number" or "percent" */
export const shown = (value, display) => (display === "percent" ? percent : whole)(value);

/** Returns a title as it reads inside a sentence: "Stage" becomes "stage", "IT cost" stays, as all of German does. @param {Spoken} texts @param {string} title */
export const mid = ({ tag }, title) => (tag === "de" ? title : title.replace(/^.(?!\p{Lu})/u, (first) => first.toLowerCase()));

/** Returns a text as it begins a sentence. @param {string} text */
export const capital = (text) => text.replace(/^./u, (first) => first.toUpperCase());

/** Returns "a, b and c". @param {Spoken} texts @param {string[]} words */
export const listed = ({ tag }, words) => new Intl.ListFormat(tag).format(words);
