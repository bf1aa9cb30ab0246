// What is needed beside the core: the definition and the wording, from data
// blocks in the page or fetched. An error that the page can put into words
// carries the name of its text as message.

import { catalogue, short } from "./language.js";
import { part } from "./parts.js";

/** Largest file of answers and largest benchmark that are read, in bytes. */
export const LARGEST = 256 * 1024;

/** The same of definitions. */
const DEFINITION = 2 * 1024 * 1024;

/** What a definition of the wider language needs beside the widget, for pages that fetch it beforehand. */
export const WIDER = ["./wide.js", "./pkg/wide_bg.wasm", "./texts/en-wide.json"];

/** The instrument that is shown without `src`. */
const INSTRUMENT = "./instruments/bt-synchronization.json";
/** @type {Map<string, Promise<any>>} */
const read = new Map();

/**
 * Words of the widget in a language, once for all widgets of a page: from a block of the page, or fetched.
 * @param {string} tag
 * @param {string} [kind] none for those of the widget itself, or which of its pages or parts needs them
 * @returns {Promise<any>}
 */
export function readTexts(tag, kind = "") {
  const lang = short(tag);
  return once(lang + kind, () => {
    const block = document.querySelector(`script#taut-texts${kind}:lang(${lang})`)?.textContent;
    return (block ? Promise.resolve(block) : bytesOf(part(`./texts/${lang}${kind}.json`)).then(textOf)).then((json) => catalogue(json, tag));
  });
}

/**
 * What is read once, until reading it fails: who asks first goes on first, so of two widgets the upper one. A browser
 * promises no such order to those who import one script.
 * @template T @param {string} name @param {() => Promise<T>} begin @returns {Promise<T>}
 */
export function once(name, begin) {
  const reading = read.get(name) ?? begin();
  read.set(name, reading);
  reading.catch(() => read.delete(name));
  return reading;
}

/**
 * A definition as bytes of a limited size.
 * @param {unknown} definition an object or JSON text, if it was given as one
 * @param {string} address else where it is
 */
export async function definitionBytes(definition, address) {
  const bytes = definition === undefined
    ? await once(` ${address}`, () => bytesOf(address ? fetch(address) : part(INSTRUMENT))).catch(() => { throw new Error("definition_missing"); })
    : utf8(definition);
  if (bytes.length > DEFINITION) throw new Error("too_large");
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
