// The only place that makes nodes. Text becomes text nodes and nothing else,
// so whatever a definition says cannot become markup.

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {{[name: string]: string | number | boolean | null | undefined}} Attributes */

/**
 * Returns an element with attributes and children; `true` sets an empty
 * attribute, `false` and `null` leave it out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter(present).map(textOf));
  return element;
}

/** @param {Child} child @returns {child is Node | string | number} */
const present = (child) => child !== null && child !== undefined && child !== false;

/** @param {Node | string | number} child */
const textOf = (child) => (typeof child === "number" ? String(child) : child);

/**
 * Returns a button that does one thing.
 * @param {string} label @param {() => void} act @param {Attributes} [attributes] @param {...Child} children
 */
export function button(label, act, attributes = {}, ...children) {
  const made = el("button", { type: "button", class: "plain", ...attributes }, ...(children.length ? children : [label]));
  made.addEventListener("click", act);
  return made;
}

/**
 * Returns `text` with `{name}` replaced by values.
 * @param {string} text @param {{[name: string]: string | number}} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * Returns the form of a text that fits a count, filled with it.
 * @param {{one: string, other: string}} forms @param {number} n
 */
export const count = (forms, n) => fill(n === 1 ? forms.one : forms.other, { n });
