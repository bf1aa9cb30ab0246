// Numbers for display. The only place where scores are rounded: whole numbers,
// half away from zero, with the tolerance of the core.

/** Two results that differ by less count as equal. */
const TOLERANCE = 1e-9;
const FORMATS = /** @type {Map<string, Intl.NumberFormat>} */ (new Map());

/** Returns `value` rounded to a whole number, half away from zero, never -0. @param {number} value */
export function round(value) {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + TOLERANCE) || 0;
}

/** @param {string} locale @param {number} digits */
function format(locale, digits) {
  const key = `${locale} ${digits}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  FORMATS.set(key, made);
  return made;
}

/** Returns `value` as a whole number, with a typographic minus. @param {number} value @param {string} [locale] */
export function whole(value, locale = "en") {
  return format(locale, 0).format(round(value)).replace("-", "\u2212");
}

/**
 * Returns a number the author of the instrument wrote (a weight, a cut-off), not a score: up to two decimals.
 * @param {number} value @param {string} [locale]
 */
export function given(value, locale = "en") {
  return format(locale, 2).format(value).replace("-", "\u2212");
}

/** Returns a share of 1 as a whole percentage. @param {number} value @param {string} [locale] */
export function percent(value, locale = "en") {
  return `${whole(value * 100, locale)} %`;
}

/**
 * Returns a value as its score is to be shown.
 * @param {number} value @param {string | undefined} display "number" or "percent"
 */
export function shown(value, display) {
  return display === "percent" ? percent(value) : whole(value);
}

/** Returns a title as it reads inside a sentence: "Stage" becomes "stage", "IT cost" stays. @param {string} title */
export function mid(title) {
  const second = title.charAt(1);
  return second !== second.toLowerCase() ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** Returns "a, b and c". @param {string[]} words @param {string} [locale] */
export function listed(words, locale = "en") {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words).replace(/, and /g, " and ");
}
