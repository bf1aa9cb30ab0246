// What is needed beside the core: the definition and the wording, from data
// blocks in the page or fetched. An error that the page can put into words
// carries the name of its text as message.

/** @import { Wording } from "./types.js" */

import { part } from "./parts.js";

/** Largest definition and largest answers file that are read, in bytes. */
export const LARGEST = 256 * 1024;

/** The instrument that is shown without `src`. */
const INSTRUMENT = "./instruments/bt-synchronization.json";
const TEXTS = "./texts/en.json";

/** @type {Promise<Wording> | undefined} */
let texts;

/** The wording, once for all widgets of a page. */
export function loadTexts() {
  const block = document.querySelector("script#taut-texts");
  texts ??= block ? Promise.resolve(block.textContent).then(JSON.parse) : readPart(TEXTS);
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
    ? await (address ? get(address) : bytesOf(part(INSTRUMENT))).catch(() => { throw new Error("definition_missing"); })
    : utf8(definition);
  if (bytes.byteLength > LARGEST) throw new Error("too_large");
  return bytes;
}

/** For `JSON.stringify`: old libraries give arrays a `toJSON` of their own; the holder still has what was meant. @this {any} @param {string} key */
export function meant(key) { return this[key]; }

/** A text, or a value as JSON, as bytes. @param {unknown} value */
export const utf8 = (value) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value, meant));

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => new TextDecoder().decode(bytes);

/** @param {Promise<Response>} asked */
async function bytesOf(asked) {
  const response = await asked;
  if (!response.ok) throw new Error();
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {string} address */
export const get = (address) => bytesOf(fetch(address));

/** What a file of the widget says as JSON. @param {string} name */
export const readPart = (name) => bytesOf(part(name)).then(textOf).then(JSON.parse);
