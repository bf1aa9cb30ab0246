// Judges, simulates, imports and exports definitions away from the page, so that typing stays fluent.

import { failed, load } from "./core.js";
import { part } from "./parts.js";
import * as door from "./pkg/studio.js";

/** @import { Bench } from "./pkg/studio.js" */

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** Answers calls that come in through a port, one after the other, with the replies of the core. @param {Worker | MessagePort} port */
export function serve(port) {
  /** @type {typeof door | undefined} */ let core;
  /** @type {Bench | undefined} */ let bench;
  /** @type {{[call: string]: (core: typeof door, ...given: any[]) => unknown}} */
  const calls = {
    check: (core, text) => core.check(utf8(text)),
    rules: (core) => core.rules(),
    schema: (core) => core.schema(),
    formats: (core) => core.formats(),
    guess: (core, name, bytes) => core.guess(name, bytes),
    importFiles: (core, format, files, weights, language) => core.importFiles(format, files, weights, language),
    exportTo: (core, format, text) => core.exportTo(format, utf8(text)),
    bundle: async (core, text, options) => core.bundle(await kit(), utf8(text), utf8(options)),
    packed: (core, files) => core.packed(files),
    form: (core, text) => core.form(utf8(text)),
    published: (core, text) => core.published(utf8(text)),
    simulate: (core, text, kind, n, seed) => core.simulate(utf8(text), kind, n, seed),
    open(core, text) {
      bench?.free();
      bench = new core.Bench(utf8(text));
      return bench.check();
    },
    progress: (_, answers) => bench?.progress(utf8(answers)),
    finish: (_, answers) => bench?.finish(utf8(answers)),
    explain: (_, answers, id) => bench?.explain(utf8(answers), id),
    random: (_, kind, seed) => bench?.random(kind, seed),
  };
  /** @type {Uint8Array | undefined} */ let read;
  /** What bundles are made of. */
  async function kit() {
    if (read) return read;
    const response = await part("./pkg/kit.zip").catch(failed("network"));
    if (!response.ok) failed("missing")(response.status);
    return read = new Uint8Array(await response.arrayBuffer());
  }

  port.onmessage = async ({ data: { id, call, given } }) => {
    try {
      core ??= await load("./pkg/studio_bg.wasm", door);
      port.postMessage({ id, value: await calls[call]?.(core, ...given) });
    } catch (error) {
      const { message, cause = "stopped" } = /** @type {Error} */ (error);
      // what trapped is not asked again
      if (cause === "stopped") {
        core?.__wbg_reset_state();
        bench = undefined;
      }
      port.postMessage({ id, failed: { message, cause } });
    }
  };
  port.postMessage("here");
}

if (!("document" in globalThis)) serve(/** @type {any} */ (globalThis));
