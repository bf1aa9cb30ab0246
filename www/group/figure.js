// Numbers that may be missing: a figure says why it is not shown, and is never 0 for it.

import { el, fill } from "../views/dom.js";
import { whole } from "../views/format.js";

/** @import { Figure } from "../types.js" */
/** @import { Context } from "./figures.js" */

/** The number, or null where it is not shown. @template T @param {Figure<T>} figure @returns {T | null} */
export const known = (figure) => (why(figure) ? null : /** @type {T} */ (figure));

/** Why it is not shown, if it is not. @template T @param {Figure<T>} figure @returns {"too_few" | "difference" | "anonymous" | "too_many" | "undefined" | undefined} */
export const why = (figure) => /** @type {any} */ (figure)?.hidden;

/** The sentence for it. @template T @param {Context} context @param {Figure<T>} figure */
export const sentence = ({ texts, group: { cell } }, figure) => fill(texts.hidden[why(figure) ?? "undefined"], { cell });

/** A figure in a table: the number, or in a word why there is none. @param {Context} context @param {Figure} figure @param {(value: number) => string} [show] */
export function cell(context, figure, show = whole) {
  const value = known(figure);
  return value === null ? el("span.soft.why", { title: sentence(context, figure) }, context.texts.hidden_short[why(figure) ?? "undefined"]) : show(value);
}
