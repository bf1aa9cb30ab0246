// In the place of `parts.js` where the widget is one file: its files are in it.

import texts from "../texts/en.json";

/** The core, compressed and as base64; a bundle puts it here, since it compresses better than a bundler. */
const CORE = "@whole@";

/** @type {{[name: string]: () => Response | Promise<Response>}} */
const PARTS = {
  "./pkg/tautline_bg.wasm": () => new Response(gunzip(CORE)),
  // only for a definition that was not compiled; a page of one file never needs it
  "./pkg/compile_bg.wasm": () => fetch(new URL("./pkg/compile_bg.wasm", import.meta.url)),
  "./texts/en.json": () => Response.json(texts),
};

/** A file of the widget as a response. @param {string} name */
export const part = async (name) => PARTS[name]?.() ?? new Response(null, { status: 404 });

/** The core as a script, for pages that let no wasm run: beside this one, so not for a page of one file. @returns {Promise<any>} */
export const script = () => import("../pkg/whole_plain.js");

/** No page comes with one file. */
export const page = () => "";

/** @param {string} base64 of what is compressed */
const gunzip = (base64) => new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"));
