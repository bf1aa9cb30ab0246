// In the place of `parts.js` in a page of one file: whatever it does not hold is nowhere.

import { core } from "./unpacked.js";

/** A file of the widget as a response. @param {string} name */
export const part = async (name) => (name === "./pkg/tautline_bg.wasm" ? core() : new Response(null, { status: 404 }));

/** A file of the widget as a module. @returns {Promise<any>} */
export const script = () => Promise.reject();

/** No page comes with it. */
export const page = () => "";
