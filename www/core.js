// Loads a module of the core: wasm, or the same core as a script where a page
// lets no wasm run.

import { part, script } from "./parts.js";

/** @import { Problem } from "./types.js" */
/** @typedef {"no-wasm" | "blocked" | "missing" | "network" | "damaged" | "slow" | "stopped" | "refused"} Cause */

/** The core could not be loaded, stopped, or refused what it was given. */
export class TautlineError extends Error {
  /** @param {Cause} cause @param {unknown} [why] @param {Problem[]} [problems] */
  constructor(cause, why, problems = []) {
    super(`${cause}: ${why}`);
    this.cause = cause;
    this.problems = problems;
  }
}

/** Throws whatever went wrong as an error of this cause. @param {Cause} cause @returns {(why?: unknown) => never} */
export const failed = (cause) => (why) => { throw new TautlineError(cause, why); };

/** Why no wasm runs here, once that is known. @type {Cause | false} */
let without = typeof WebAssembly !== "object" && "no-wasm";
/** Scripts that did not arrive: a browser may not ask for one again by the same address. */
let lost = 0;

/**
 * The bindings of a new instance: these ones, or those of the script.
 * @template {{initSync: Function}} B @param {string} name of the wasm @param {B} bindings @returns {Promise<B>}
 */
export async function load(name, bindings) {
  let module;
  if (!without) {
    const response = await part(name).catch(failed("network"));
    if (!response.ok) failed("missing")(response.status);
    // from bytes, not from a stream: a server with the wrong type still works
    const bytes = await response.arrayBuffer().catch(failed("network"));
    // the smallest module there is tells whether the page's policy lets any compile
    module = await WebAssembly.compile(bytes).catch((why) => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
      .then(() => failed("damaged")(why), () => { without = "blocked"; }));
  }
  if (without) {
    bindings = await script(`${name.replace("_bg.wasm", "_plain.js")}#${lost++}`).catch(failed(without));
    lost--;
  }
  bindings.initSync({ module });
  return bindings;
}
