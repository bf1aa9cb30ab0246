// The only importer of `pkg/`. The wasm side is a cache: answers live in the
// page and travel with each call, so an instance that trapped is dropped, a
// new one is made from the same compiled module, and nothing is lost.

/** @import { AnswersDocument, Explanation, Finished, Overview, Problem, Progress, Reply } from "./types.js" */
/** @typedef {typeof import("./pkg/tautline.js")} Glue */
/** @typedef {{glue: Glue, module: WebAssembly.Module}} Core */
/** @typedef {"no-wasm" | "blocked" | "missing" | "network" | "damaged" | "slow" | "stopped" | "refused"} Cause */

/** The core could not be loaded, stopped, or refused what it was given. */
export class TautlineError extends Error {
  /** @param {Cause} cause @param {Problem[]} [problems] @param {string} [detail] */
  constructor(cause, problems = [], detail = "") {
    super(problems[0]?.message ?? `${cause} ${detail}`);
    this.cause = cause;
    this.problems = problems;
    this.detail = detail;
  }
}

const STALL = 20_000;
const REBUILDS = 3;
const REBUILD_WINDOW = 60_000;

/** One core for all widgets of a page. @type {Promise<Core> | null} */
let core = null;
let generation = 0;
/** @type {number[]} */
let rebuilds = [];

/** Starts loading the core unless that is under way. */
export function loadCore() {
  if (!core) {
    const begun = begin();
    begun.catch(() => { if (core === begun) core = null; });
    core = begun;
  }
  return core;
}

/** @returns {Promise<Core>} */
async function begin() {
  if (typeof WebAssembly !== "object") throw new TautlineError("no-wasm");
  const [glue, module] = await Promise.all([importGlue(0), compile()]);
  await glue.default({ module_or_path: module });
  return { glue, module };
}

/**
 * Imports the generated module; another query gives an independent one, which
 * is the only way to a second instance.
 * @param {number} n @returns {Promise<Glue>}
 */
function importGlue(n) {
  const imported = n ? import(`./pkg/tautline.js?again=${n}`) : import("./pkg/tautline.js");
  return imported.catch((error) => { throw new TautlineError("missing", [], String(error)); });
}

async function compile() {
  const response = await fetch(new URL("./pkg/tautline_bg.wasm", import.meta.url)).catch((error) => { throw new TautlineError("network", [], String(error)); });
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

/** @type {Promise<Core> | null} */
let rebuilding = null;

/** Replaces the instance after a trap, once however many calls noticed it. @param {number} trapped the generation that trapped */
function rebuild(trapped) {
  if (trapped !== generation) return loadCore();
  rebuilding ??= renew().finally(() => { rebuilding = null; });
  return rebuilding;
}

async function renew() {
  const now = performance.now();
  rebuilds = rebuilds.filter((at) => now - at < REBUILD_WINDOW);
  if (rebuilds.push(now) > REBUILDS) throw new TautlineError("stopped");
  const { module } = await loadCore();
  const glue = await importGlue(generation + 1);
  await glue.default({ module_or_path: module });
  generation += 1;
  core = Promise.resolve({ glue, module });
  return core;
}

/** @template T @param {Reply<T>} reply @returns {T} */
function unwrap(reply) {
  if ("refused" in reply) throw new TautlineError("refused", reply.refused.problems);
  return reply.ok.value;
}

export class Engine {
  #bytes;
  /** @type {{assessment: InstanceType<Glue["Assessment"]>, generation: number, glue: Glue} | null} */ #handle = null;

  /** @param {Uint8Array} bytes the definition, already checked for size */
  constructor(bytes) { this.#bytes = bytes; }

  get ready() { return this.#handle?.generation === generation; }

  /** Loads the core and checks the definition. @returns {Promise<Overview>} */
  check() { return this.#call((assessment) => assessment.check()); }

  /** @param {AnswersDocument | unknown} answers @returns {Promise<Progress>} */
  progress(answers) { return this.#call((assessment) => assessment.progress(JSON.stringify(answers))); }

  /** @param {AnswersDocument} answers @returns {Promise<Finished>} */
  finish(answers) { return this.#call((assessment) => assessment.finish(JSON.stringify(answers))); }

  /** Only after `finish`. @param {AnswersDocument} answers @param {string} id @returns {Explanation} */
  explain(answers, id) {
    const handle = this.#handle;
    if (!handle || !this.ready) throw new TautlineError("stopped");
    try {
      return unwrap(this.#guard(() => handle.assessment.explain(JSON.stringify(answers), id)));
    } catch (error) {
      if (!this.#handle) rebuild(handle.generation).catch(() => {});
      throw error;
    }
  }

  /** Address of the page without query and fragment, as the core sees it. */
  pageAddress() { return this.#handle?.glue.pageAddress() ?? ""; }

  /** Gives the memory back; never touches the handle of an instance that trapped. */
  close() {
    if (this.#handle && this.ready) this.#handle.assessment.free();
    this.#handle = null;
  }

  /**
   * Calls the core; after a trap once more on a new instance.
   * @template T @param {(assessment: any) => Reply<T>} work @returns {Promise<T>}
   */
  async #call(work) {
    for (let attempt = 0; ; attempt++) {
      const { glue } = await beforeStall(loadCore());
      const used = generation;
      try {
        return unwrap(this.#guard(() => {
          if (!this.ready) this.#handle = { glue, generation, assessment: new glue.Assessment(this.#bytes) };
          return work(this.#handle?.assessment);
        }));
      } catch (error) {
        const refused = error instanceof TautlineError && error.cause === "refused";
        if (refused || attempt > 0) throw error;
        await rebuild(used);
      }
    }
  }

  /**
   * Anything thrown across the border is a trap and ends the instance; its
   * handle is dropped without `free()`.
   * @template T @param {() => T} work @returns {T}
   */
  #guard(work) {
    try {
      return work();
    } catch (error) {
      this.#handle = null;
      throw new TautlineError("stopped", [], String(error));
    }
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
