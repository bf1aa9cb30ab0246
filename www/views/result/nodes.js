// Nodes of the result: elements as everywhere, and pictures, which need a namespace.
import { el } from "../dom.js";

export { button, fill } from "../dom.js";

/** @typedef {import("../dom.js").Attributes} Attributes */
/** @typedef {import("../dom.js").Child} Child */

/**
 * Returns an element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Attributes | null} attributes @param {...Child} children
 */
export const h = (tag, attributes, ...children) => el(tag, attributes ?? {}, ...children);

/**
 * Returns an element of a picture.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Attributes} attributes @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child || child === 0) element.append(typeof child === "number" ? String(child) : child);
  return element;
}
