// The only place that makes nodes. Text becomes text nodes and nothing else,
// so whatever a definition says cannot become markup.

/** @import { Spoken } from "../types.js" */
/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {{[name: string]: string | number | boolean | null | undefined}} Attributes */
/** @typedef {Child | Attributes | Part[]} Part what an element is made of: children, attributes, lists of them */
/**
 * @template {string} T
 * @typedef {T extends `${infer Tag}.${string}` ? Tag : T} TagOf the tag in "tag.class.class"
 */
/**
 * @template {string} T
 * @typedef {TagOf<T> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagOf<T>] : never} Made
 */

/** @param {Element} element @param {any[]} parts */
function put(element, parts) {
  for (const part of parts) {
    if (Array.isArray(part)) put(element, part);
    else if (part?.constructor === Object) {
      // own names only: a host page may have added some to Object.prototype
      for (const [name, value] of Object.entries(part)) if ((value ?? false) !== false) element.setAttribute(name, /** @type {string} */ (value));
    } else if (part || part === 0) element.append(part);
  }
}

/** Returns the maker of elements of one namespace. @param {string} space */
const maker = (space) => (/** @type {string} */ name, /** @type {Part[]} */ ...parts) => {
  const [tag = "", ...classes] = name.split(".");
  const element = document.createElementNS(space, tag);
  if (classes.length) element.setAttribute("class", classes.join(" "));
  put(element, parts);
  return element;
};

/**
 * Returns an element: `el("p.fine", { lang: "de" }, "Text", children)`. Lists are taken apart; `false`, `null`
 * and `undefined` leave out an attribute or a child.
 */
export const el = /** @type {<T extends string>(tag: T, ...parts: Part[]) => Made<T>} */ (maker("http://www.w3.org/1999/xhtml"));

/** Returns an element of a picture, in the same way. */
export const svg = maker("http://www.w3.org/2000/svg");

/**
 * Returns a button that does one thing.
 * @param {string} label @param {() => void} act @param {Attributes} [attributes] @param {...Child} children
 */
export function button(label, act, attributes = {}, ...children) {
  const made = el("button", { type: "button" }, attributes, label, children);
  made.onclick = act;
  return made;
}

/**
 * Returns `text` with `{name}` replaced by values; those of a list are called {0}, {1}.
 * @param {string} text @param {object} values
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(/** @type {Record<string, unknown>} */ (values)[name] ?? whole));

/**
 * Returns the form of a text that fits a count, filled with it.
 * @param {Spoken & {other: string}} forms by the names of CLDR @param {number} n whole
 */
export const count = (forms, n) => fill(/** @type {any} */ (forms)[new Intl.PluralRules(forms.tag).select(n)], { n });
