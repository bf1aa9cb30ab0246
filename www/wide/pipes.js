// Earlier answers in the texts of a page, by the rules of the core, which says
// what was answered.

/** @import { Flow } from "../flow.js" */
/** @import { Model } from "../types.js" */

/** An answer by its item, and what stands there without one. */
const PIPE = /\{answer:(\w+)(?:\|([^}]*))?\}/g;

/** The texts of a model as they were written. @typedef {ReturnType<typeof written>} Written */

/** @param {Model} model */
export const written = ({ items, pages }) => ({
  items: [...items.values()].map(({ text, help, hints }) => ({ text, help, hints })),
  pages: pages.map(({ title, text }) => ({ title, text })),
});

/** Puts answers into the texts of a model. @param {Flow} flow */
export function speak({ model: { items, pages, wide }, progress }) {
  if (!wide?.piped) return;
  const answers = new Map(progress?.pipes?.map(({ item, words }) => [item, words]));
  const fill = (/** @type {string} */ text) => text.replace(PIPE, (_, item, otherwise) => answers.get(item) ?? otherwise ?? "\u2026");
  const filled = (/** @type {{[field: string]: string | string[] | undefined}} */ texts) => Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, Array.isArray(text) ? text.map(fill) : text && fill(text)]));
  for (const [n, item] of [...items.values()].entries()) Object.assign(item, filled(wide.piped.items[n] ?? {}));
  for (const [n, page] of pages.entries()) Object.assign(page, filled(wide.piped.pages[n] ?? {}));
}
