// What counts as an answer to an item. Used for what was saved earlier and for
// what is being typed; the core checks every document again.

/** @import { Answer, Choice, Draft, Item } from "./types.js" */

export const DONT_KNOW = "dk";

/** @param {Choice[]} choices @param {unknown} value */
const among = (choices, value) => choices.some((choice) => choice.value === value);
/** @param {unknown} value @returns {[string, unknown][]} */
const parts = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : []);

/** @type {{[kind in Item["kind"]]: (item: Item, value: any) => boolean}} */
const checks = {
  choice: (item, value) => among(item.choices, value),
  prediction: (item, value) => among(item.choices, value),
  number: (item, value) => typeof value === "number" && value >= item.min && value <= item.max && onStep(item, value),
  allocation: (item, value) => {
    const given = parts(value);
    return given.length === item.choices.length
      && given.every(([part, n]) => among(item.choices, part) && Number.isInteger(n) && Number(n) >= 0)
      && given.reduce((sum, [, n]) => sum + Number(n), 0) === item.total;
  },
  ranking: (item, value) => Array.isArray(value) && value.length === item.choices.length
    && item.choices.every((choice) => value.includes(choice.value)),
  grid: (item, value) => parts(value).length > 0
    && parts(value).every(([row, v]) => among(item.rows, row) && (v === DONT_KNOW || among(item.choices, v))),
};

/** @param {Item} item @param {number} value */
const onStep = ({ min, step }, value) => Math.abs((value - min) / step - Math.round((value - min) / step)) < 1e-9;

/**
 * Returns whether a value answers the item ("don't know" does).
 * @param {Item} item @param {unknown} value @returns {value is Answer}
 */
export const fits = (item, value) => value === DONT_KNOW || checks[item.kind](item, value);

/**
 * Returns whether a value can be an unfinished entry of the item.
 * @param {Item} item @param {unknown} value @returns {value is Draft}
 */
export function fitsDraft(item, value) {
  if (item.kind === "number") return typeof value === "string";
  if (item.kind === "ranking") return Array.isArray(value) && new Set(value).size === value.length && value.every((v) => among(item.choices, v));
  return item.kind === "allocation" && parts(value).every(([part, v]) => among(item.choices, part) && typeof v === "string");
}
