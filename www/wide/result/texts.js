// The words for what a wider language adds to a result.

/** @import { Context } from "../../views/result/words.js" */
/** @import { WideTexts } from "../../wide.js" */

/** By the language of the result. @type {Map<string, WideTexts>} */
const known = new Map();

/** Keeps the words for results. @param {WideTexts} texts */
export const keepTexts = (texts) => known.set(texts.tag, texts);

/** Those of a result; none where none of its definitions needs any. @param {Context} context */
export const wideOf = ({ texts }) => known.get(texts.tag);
