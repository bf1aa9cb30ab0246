// A text that leaves the page as a file.

import { el } from "./views/dom.js";

/** Hands a text to the browser as a file. @param {string} name @param {string | Blob} text @param {string} [type] that of the ending, unless it is given */
export function download(name, text, type = `text/${name.split(".").at(-1)}`) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href, download: name }).click();
  // the browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
