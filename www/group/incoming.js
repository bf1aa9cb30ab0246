// What is pasted, dropped or opened: texts to be searched, or sums to be merged.

import { answersOf } from "../together/export.js";

/** Largest text that is looked at as a whole, in bytes: what is longer is a list of lines. */
const WHOLE = 8 * 1024 * 1024;

/** @typedef {{name: string, results: Blob} | {name: string, summary: string, published: number}} Incoming `published`: the results of such sums that were shown before, 0 for none */

/** @param {string} name @param {string} text @returns {Incoming} */
export function incoming(name, text) {
  let raw;
  try {
    // the core reads answers a line each; files have them on many
    if (text.length <= WHOLE && /^\s*[[{]/.test(text)) raw = JSON.parse(text);
  } catch {
    // then it is a text like any other
  }
  // a mail as it travels: its lines were broken anywhere, words and links included
  if (!raw && text.includes("=3D")) return { name, results: new Blob([text.replace(/=\r?\n/g, "")]) };
  if (!raw) return { name, results: new Blob([text]) };
  if (raw.summary) return { name, summary: text, published: Number.isInteger(raw.published) ? raw.published : 0 };
  const documents = [raw].flat().map(answersOf);
  return { name, results: new Blob([documents.map((one) => JSON.stringify(one)).join("\n")]) };
}

/** @param {Iterable<File>} files @returns {Promise<Incoming[]>} */
export const fromFiles = (files) => Promise.all([...files].map(async (file) =>
  (file.size > WHOLE ? { name: file.name, results: file } : incoming(file.name, await file.text()))));
