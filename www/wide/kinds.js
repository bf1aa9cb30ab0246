// The kinds of items that only some definitions have, and what they can hold.

import { multipleBody } from "./items/multiple.js";
import { infoBody, noteBody, textBody } from "./items/words.js";

/** @import { Item } from "../types.js" */

export const kinds = { multiple: multipleBody, text: textBody, note: noteBody, info: infoBody };

/** @param {Item} item @param {any} value */
const isWords = (item, value) => typeof value.text === "string" || value.unmatched === true;

/** @type {{[kind: string]: (item: Item, value: any) => boolean}} */
export const values = {
  multiple: ({ choices }, value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length
    && value.every((one) => choices.some((choice) => choice.value === one)),
  text: isWords,
  note: isWords,
  info: () => false,
};
