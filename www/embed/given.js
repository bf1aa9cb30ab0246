// In the place of `parts.js` where the host says where the core is.

import texts from "../texts/en.json";

/** @typedef {Parameters<typeof import("./slim.js").init>[0]} Core */

/** @type {(core: Core) => void} */
export let give;
/** @type {Promise<Core>} */
const given = new Promise((resolve) => { give = resolve; });

/** @type {{[name: string]: () => Response | Promise<Response>}} */
const PARTS = {
  "./pkg/tautline_bg.wasm": async () => {
    const core = await given;
    if (core instanceof Response) return core.clone();
    return core instanceof ArrayBuffer || ArrayBuffer.isView(core) ? new Response(core) : fetch(core);
  },
  "./pkg/compile_bg.wasm": () => fetch(new URL("./pkg/compile_bg.wasm", import.meta.url)),
  "./texts/en.json": () => Response.json(texts),
};

/** A file of the widget as a response. @param {string} name */
export const part = async (name) => PARTS[name]?.() ?? new Response(null, { status: 404 });

/** The core as a script, for pages that let no wasm run: beside this one, so not for a page of one file. @returns {Promise<any>} */
export const script = () => import("../pkg/whole_plain.js");

/** No page comes with a package. */
export const page = () => "";
