// What is taken out as a file.

import { download } from "../download.js";
import { button } from "../views/dom.js";

/** A button that hands a text over as a file. @param {string} label @param {string} name @param {() => string | Promise<string>} text */
export const saver = (label, name, text) => button(label, async () => download(name, await text()));
