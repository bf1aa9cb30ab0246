// What is taken out as a file.

import { button, el } from "../views/dom.js";

/** A button that hands a text over as a file. @param {string} label @param {string} name @param {() => string | Promise<string>} text */
export const saver = (label, name, text) => button(label, async () => {
  const href = URL.createObjectURL(new Blob([await text()], { type: `text/${name.split(".").at(-1)}` }));
  el("a", { href, download: name }).click();
  // the browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
});
