// Adds up results away from the page, so that it stays responsive. What comes
// in is never kept: only sums, and what tells whether a link came before.

import { load } from "./core.js";
import { Group, initSync } from "./pkg/group.js";

/** @import { Reply } from "./types.js" */

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** @template T @param {Reply<T>} reply @returns {T} */
function unwrap(reply) {
  if ("refused" in reply) throw Object.assign(new Error("refused"), { problems: reply.refused.problems });
  return reply.ok.value;
}

/** Answers calls that come in through a port, one after the other. @param {Worker | MessagePort} port */
export function serve(port) {
  /** @type {Uint8Array} */ let definition;
  /** @type {Uint8Array} */ let compiled;
  /** @type {{Group: typeof Group}} */ let core;
  /** @type {Group} */ let group;
  /** @type {{[call: string]: (value: any) => unknown}} */
  const calls = {
    async open(given) {
      definition = given.definition;
      compiled = utf8(given.compiled);
      core = await load("./pkg/group_bg.wasm", { Group, initSync });
      group = new core.Group(definition, compiled);
      const reply = group.group(utf8("{}"));
      if (!("refused" in reply)) return;
      // not compiled: through the gate, a module of its own
      const gate = await load("./pkg/compile_bg.wasm", await import("./pkg/compile.js"));
      compiled = utf8(unwrap(gate.compile(definition)));
      calls["clear"]?.({});
    },
    gather: ({ text, unit }) => unwrap(group.gather(text, utf8(unit))),
    merge: (text) => unwrap(group.merge(utf8(text))),
    group: (request) => unwrap(group.group(utf8(JSON.stringify(request)))),
    calibration: () => unwrap(group.calibration()),
    summary: () => unwrap(group.summary()),
    benchmark: (label) => unwrap(group.benchmark(utf8(JSON.stringify(label)))),
    clear({ doubles = false }) {
      group.free();
      group = new core.Group(definition, compiled);
      if (doubles) group.count_doubles();
    },
  };
  port.onmessage = async ({ data: { call, value } }) => {
    try {
      port.postMessage({ value: await calls[call]?.(value) });
    } catch (error) {
      const { message, problems } = /** @type {Error & {problems?: unknown}} */ (error);
      port.postMessage({ failed: { message, problems } });
    }
  };
  port.postMessage("here");
}

if (!("document" in globalThis)) serve(/** @type {any} */ (globalThis));
