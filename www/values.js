// What an item can hold: an answer, or an entry that is not finished yet. For
// what was saved earlier and for what is being typed; the core checks every
// document again.

/** @import { Choice, Item } from "./types.js" */

export const DONT_KNOW = "dk";

/** @param {Choice[]} choices @param {unknown} value */
const among = (choices, value) => choices.some((choice) => choice.value === value);

/** Whether a number is one of the steps of an item. @param {Item} item @param {number} value */
const isStep = ({ min, step }, value) => Math.abs(min + Math.round((value - min) / step) * step - value) < 1e-9;

/** @param {any} value */
const parts = (value) => Object.entries(value);

/** What an entry says of one part; a part may be called like anything, such as "constructor". @param {any} value @param {string | number} id */
export const part = (value, id) => new Map(parts(value ?? {})).get(String(id));

/** @param {Item} item @param {any} value */
const isChoice = ({ choices }, value) => among(choices, value);

/** By kind. @type {{[kind: string]: (item: Item, value: any) => boolean}} */
export const holds = {
  choice: isChoice,
  prediction: isChoice,
  number: (item, value) => typeof value.typed === "string" || (value >= item.min && value <= item.max && isStep(item, value)),
  allocation: ({ choices }, value) => parts(value).every(([id]) => among(choices, id)),
  ranking: ({ choices }, value) => Array.isArray(value) && new Set(value).size === value.length && value.every((id) => among(choices, id)),
  grid: ({ choices, rows }, value) => parts(value).every(([id, one]) => among(rows, id) && (one === DONT_KNOW || among(choices, one))),
};

/** Whether an item can hold a value, as an answer or unfinished. @param {Item} item @param {any} value */
export const canHold = (item, value) => (value ?? DONT_KNOW) === DONT_KNOW || holds[item.kind]?.(item, value);

/** Whether what an item holds answers it; "don't know" does. @param {Item} item @param {any} value */
export function isAnswer({ kind, choices, total }, value) {
  if (value === null || value === DONT_KNOW) return value !== null;
  if (kind === "number") return typeof value === "number";
  if (kind === "ranking") return value.length === choices.length;
  return kind !== "allocation" || (parts(value).length === choices.length && sum(value) === total);
}

/** Points given so far; NaN while a part is no whole number. @param {{[part: string]: string | number}} points */
export const sum = (points) => Object.values(points).reduce((/** @type {number} */ total, n) => total + (typeof n === "number" ? n : NaN), 0);
