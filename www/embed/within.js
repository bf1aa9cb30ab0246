// What the places have in common where the widget is one module: its words in English are in it, and what only
// some pages need lies beside it.

import texts from "../texts/en.json";
import { file, link } from "../texts/en-together.json";

/**
 * Where the files of such a widget come from.
 * @param {() => Response | Promise<Response>} core @param {object} [wide] words for what the wider language needs, where they are in it
 */
export function within(core, wide) {
  /** @type {{[name: string]: () => Response | Promise<Response>}} */
  const parts = {
    "./pkg/tautline_bg.wasm": core,
    "./pkg/wide_bg.wasm": core,
    // for a definition that was not compiled
    "./pkg/compile_bg.wasm": () => fetch(new URL("./pkg/compile_bg.wasm", import.meta.url)),
    "./texts/en.json": () => Response.json(texts),
    "./texts/en-together.json": () => Response.json({ file, link }),
    ...wide && { "./texts/en-wide.json": () => Response.json(wide) },
  };
  /** A file of the widget as a response: else it is words in another language. @param {string} name */
  return async (name) => parts[name]?.() ?? fetch(new URL(`./texts/${name.split("/").at(-1)}`, import.meta.url));
}

/** The core as a script, for pages that let no wasm run. @returns {Promise<any>} */
export const script = () => import("../pkg/whole_plain.js");

/** No page comes with one module. */
export const page = () => "";
