// The widget as a module whose core is given to it: for bundlers that put the wasm where they put such files.

import "../define.js";
import { give } from "./given.js";

export { TautLine } from "../taut-line.js";

/**
 * Says where the core is; widgets on the page wait for it with their results, not with their questions. The
 * first call counts, further ones do nothing.
 * @param {string | URL | Request | Response | ArrayBuffer | Uint8Array<ArrayBuffer> | Promise<Response | ArrayBuffer>} core
 */
export const init = (core) => give(core);
