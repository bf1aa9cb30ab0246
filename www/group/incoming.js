// What is pasted, dropped or opened: texts to be searched, or sums to be merged.

import { answersOf } from "../export.js";

/** Largest text that is read at once, in bytes. */
export const LARGEST_TEXT = 8 * 1024 * 1024;

/** @typedef {{name: string, text: string, summary: boolean}} Incoming */

/** @param {string} name @param {string} text @returns {Incoming} */
export function incoming(name, text) {
  let raw;
  try {
    // the core reads answers a line each; files have them on many
    if (/^\s*[[{]/.test(text)) raw = JSON.parse(text);
  } catch {
    // then it is a text like any other
  }
  // a mail as it travels: its lines were broken anywhere, words and links included
  if (!raw && text.includes("=3D")) return { name, text: text.replace(/=\r?\n/g, ""), summary: false };
  if (!raw) return { name, text, summary: false };
  if (raw.summary) return { name, text, summary: true };
  const documents = [raw].flat().map(answersOf);
  return { name, text: documents.map((one) => JSON.stringify(one)).join("\n"), summary: false };
}

/** @param {Iterable<File>} files @returns {Promise<(Incoming | {name: string, large: true})[]>} */
export const fromFiles = (files) => Promise.all([...files].map(async (file) =>
  (file.size > LARGEST_TEXT ? { name: file.name, large: /** @type {const} */ (true) } : incoming(file.name, await file.text()))));
