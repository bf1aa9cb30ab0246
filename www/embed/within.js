// What the two places have in common where the widget is one module: its wording is in it, and what only some
// pages need lies beside it. A page of one file never needs that.

import texts from "../texts/en.json";

/**
 * Where the files of such a widget come from.
 * @param {() => Response | Promise<Response>} core
 */
export function within(core) {
  /** @type {{[name: string]: () => Response | Promise<Response>}} */
  const parts = {
    "./pkg/tautline_bg.wasm": core,
    // for a definition that was not compiled
    "./pkg/compile_bg.wasm": () => fetch(new URL("./pkg/compile_bg.wasm", import.meta.url)),
    "./texts/en.json": () => Response.json(texts),
  };
  /** A file of the widget as a response. @param {string} name */
  return async (name) => parts[name]?.() ?? new Response(null, { status: 404 });
}

/** The core as a script, for pages that let no wasm run. @returns {Promise<any>} */
export const script = () => import("../pkg/whole_plain.js");

/** No page comes with one module. */
export const page = () => "";
