// The only importer of `pkg/`. The wasm side is a cache: answers live in the
// page and travel with each call, so an instance that trapped is replaced by a
// new one of the same compiled module, and nothing is lost.

import { Assessment, __wbg_reset_state as renewInstance, initSync, pageAddress } from "./pkg/tautline.js";

/** @import { AnswersDocument, Explanation, Finished, Identity, Problem, Progress, Reply } from "./types.js" */
/** @typedef {"no-wasm" | "blocked" | "missing" | "network" | "damaged" | "slow" | "stopped" | "refused"} Cause */

/** The core could not be loaded, stopped, or refused what it was given. */
export class TautlineError extends Error {
  /** @param {Cause} cause @param {Problem[]} [problems] @param {string} [detail] */
  constructor(cause, problems = [], detail = "") {
    super(problems[0]?.message ?? `${cause} ${detail}`);
    this.cause = cause;
    this.problems = problems;
  }
}

const STALL = 20_000;
const RENEWALS = 3;
const RENEWAL_WINDOW = 60_000;

/** One core for all widgets of a page. @type {Promise<void> | null} */
let core = null;
/** Counts the instances; a handle of an earlier one is void. */
let generation = 0;
/** @type {number[]} */
let renewals = [];

/** Starts loading the core unless that is under way. */
function loadCore() {
  if (!core) {
    const begun = begin();
    begun.catch(() => { if (core === begun) core = null; });
    core = begun;
  }
  return core;
}

async function begin() {
  initSync({ module: await compiledModule(new URL("./pkg/tautline_bg.wasm", import.meta.url)) });
}

/** @param {URL} address */
async function compiledModule(address) {
  if (typeof WebAssembly !== "object") throw new TautlineError("no-wasm");
  const response = await fetch(address).catch((error) => { throw new TautlineError("network", [], String(error)); });
  if (!response.ok) throw new TautlineError("missing", [], `HTTP ${response.status}`);
  try {
    // from bytes, not streaming: a server with the wrong type still works
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw new TautlineError(wasmAllowed() ? "damaged" : "blocked", [], String(error));
  }
}

/** Whether the page's policy lets any wasm compile: tries the smallest module. */
function wasmAllowed() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Takes a definition through the gate, for which a module of its own is loaded. @param {Uint8Array} definition */
async function compileDefinition(definition) {
  const gate = await import("./pkg/compile.js").catch((error) => { throw new TautlineError("missing", [], String(error)); });
  gate.initSync({ module: await compiledModule(new URL("./pkg/compile_bg.wasm", import.meta.url)) });
  return unwrap(guard(() => gate.compile(definition)));
}

/** Replaces the instance after a trap. @param {number} trapped the generation that trapped */
function renew(trapped) {
  if (trapped !== generation) return;
  const now = performance.now();
  renewals = renewals.filter((at) => now - at < RENEWAL_WINDOW);
  if (renewals.push(now) > RENEWALS) throw new TautlineError("stopped");
  generation += 1;
  guard(renewInstance);
}

/** Anything thrown across the border is a trap. @template T @param {() => T} work @returns {T} */
function guard(work) {
  try {
    return work();
  } catch (error) {
    throw new TautlineError("stopped", [], String(error));
  }
}

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);

/** @template T @param {Reply<T>} reply @returns {T} */
function unwrap(reply) {
  if ("refused" in reply) throw new TautlineError("refused", reply.refused.problems);
  return reply.ok.value;
}

export class Engine {
  #bytes;
  /** The compiled form of the definition, if it holds one. */ compiled = "";
  /** Dropped without `free()` when its instance has trapped. @type {{assessment: Assessment, generation: number} | null} */ #handle = null;

  /** @param {Uint8Array} bytes the definition, already checked for size */
  constructor(bytes) { this.#bytes = bytes; }

  get ready() { return this.#handle?.generation === generation; }

  /** Loads the core and opens the definition. @returns {Promise<Identity>} */
  async check() {
    try {
      return await this.#call((assessment) => assessment.check());
    } catch (error) {
      if (!(error instanceof TautlineError) || error.problems[0]?.code !== "not-compiled") throw error;
    }
    this.compiled = await beforeStall(compileDefinition(this.#bytes));
    this.close();
    return this.#call((assessment) => assessment.check());
  }

  /** @param {AnswersDocument | unknown} answers @returns {Promise<Progress>} */
  progress(answers) { return this.#call((assessment) => assessment.progress(utf8(JSON.stringify(answers)))); }

  /** @param {AnswersDocument} answers @returns {Promise<Finished>} */
  finish(answers) { return this.#call((assessment) => assessment.finish(utf8(JSON.stringify(answers)))); }

  /** Only after `finish`. @param {AnswersDocument} answers @param {string} id @returns {Explanation} */
  explain(answers, id) {
    if (!this.ready) throw new TautlineError("stopped");
    const used = generation;
    try {
      return this.#use((assessment) => assessment.explain(utf8(JSON.stringify(answers)), utf8(id)));
    } catch (error) {
      if (error instanceof TautlineError && error.cause === "stopped") renew(used);
      throw error;
    }
  }

  /** Address of the page without query and fragment, as the core sees it. */
  pageAddress() { return this.ready ? pageAddress() : ""; }

  /** Gives the memory back; never touches the handle of an instance that trapped. */
  close() {
    if (this.ready) this.#handle?.assessment.free();
    this.#handle = null;
  }

  /**
   * Calls the core; after a trap once more on a new instance.
   * @template T @param {(assessment: Assessment) => Reply<T>} work @returns {Promise<T>}
   */
  async #call(work) {
    for (let attempt = 0; ; attempt++) {
      await beforeStall(loadCore());
      const used = generation;
      try {
        return this.#use(work);
      } catch (error) {
        if (attempt > 0 || !(error instanceof TautlineError) || error.cause !== "stopped") throw error;
        renew(used);
      }
    }
  }

  /** @template T @param {(assessment: Assessment) => Reply<T>} work @returns {T} */
  #use(work) {
    return unwrap(guard(() => {
      if (!this.#handle || !this.ready) this.#handle = { generation, assessment: new Assessment(this.#bytes, utf8(this.compiled)) };
      return work(this.#handle.assessment);
    }));
  }
}

/** Gives up after a while and lets the next try start anew. @template T @param {Promise<T>} work @returns {Promise<T>} */
function beforeStall(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      core = null;
      reject(new TautlineError("slow"));
    }, STALL);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
