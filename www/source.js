// Where a definition comes from: an address or a property, as bytes of a limited size.

import { LARGEST } from "./definition.js";

/** The instrument that is shown without `src`. */
export const DEFAULT_SOURCE = new URL("./instruments/bt-synchronization.json", import.meta.url);

/** A definition that cannot be shown; `reason` names the text to show. */
export class SourceError extends Error {
  /** @param {"definition_missing" | "definition_large" | "definition_unread" | "definition_refused"} reason @param {string} [detail] */
  constructor(reason, detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
  }
}

/** Reads no further than the limit. @param {string | URL} address */
export async function fetchDefinition(address) {
  const response = await fetch(address).catch((error) => { throw new SourceError("definition_missing", String(error)); });
  if (!response.ok || !response.body) throw new SourceError("definition_missing", `HTTP ${response.status}`);
  const reader = response.body.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LARGEST) {
      reader.cancel();
      throw new SourceError("definition_large");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {unknown} definition an object or JSON text */
export function definitionBytes(definition) {
  let text;
  try {
    text = typeof definition === "string" ? definition : JSON.stringify(definition);
  } catch (error) {
    throw new SourceError("definition_unread", String(error));
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.byteLength > LARGEST) throw new SourceError("definition_large");
  return bytes;
}
