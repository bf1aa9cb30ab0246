// HTML as text, for other people's pages. Nothing of it ever becomes a part of this one.

/** @type {{[letter: string]: string}} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };
const LONG = 90;

/** Words for an attribute or between tags: they end neither. @param {string} words */
export const escaped = (words) => words.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

/**
 * An element as text. An attribute that is `true` has no value; one that is `false` or empty is left out. What is
 * long has a line for each attribute.
 * @param {string} name @param {{[name: string]: string | boolean}} attributes @param {string} [content] that is code already
 */
export function tag(name, attributes, content = "") {
  const written = Object.entries(attributes).filter(([, value]) => value)
    .map(([key, value]) => (value === true ? key : `${key}="${escaped(String(value))}"`));
  const line = [`<${name}`, ...written].join(" ");
  const open = line.length > LONG ? [`<${name} ${written[0]}`, ...written.slice(1)].join("\n  ") : line;
  return `${open}>${content}</${name}>`;
}
