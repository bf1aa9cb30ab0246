// What is needed beside the core: the definition and the wording, from data
// blocks in the page or fetched. An error that the page can put into words
// carries the name of its text as message.

/** @import { Wording } from "./types.js" */

/** Largest definition and largest answers file that are read, in bytes. */
export const LARGEST = 256 * 1024;

/** The instrument that is shown without `src`. */
const INSTRUMENT = new URL("./instruments/bt-synchronization.json", import.meta.url);
const TEXTS = new URL("./texts/en.json", import.meta.url);

/** @type {Promise<Wording> | undefined} */
let texts;

/** The wording, once for all widgets of a page. */
export function loadTexts() {
  const block = document.querySelector("script#taut-texts");
  texts ??= (block ? Promise.resolve(block.textContent) : get(TEXTS).then(textOf)).then(JSON.parse);
  texts.catch(() => { texts = undefined; });
  return texts;
}

/**
 * A definition as bytes of a limited size.
 * @param {unknown} definition an object or JSON text, if it was given as one
 * @param {string} address else where it is
 */
export async function definitionBytes(definition, address) {
  const bytes = definition === undefined
    ? await get(address || INSTRUMENT).catch(() => { throw new Error("definition_missing"); })
    : new TextEncoder().encode(typeof definition === "string" ? definition : JSON.stringify(definition));
  if (bytes.byteLength > LARGEST) throw new Error("too_large");
  return bytes;
}

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => new TextDecoder().decode(bytes);

/** @param {string | URL} address */
export async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error();
  return new Uint8Array(await response.arrayBuffer());
}
