// Calls the core. What it holds is a cache: answers live in the page and travel
// with each call, so an instance that trapped is replaced by a new one, and
// nothing is lost.

import { TautlineError, failed, load } from "./core.js";
import { utf8 } from "./fetched.js";
import { Assessment, __wbg_reset_state, initSync } from "./pkg/tautline.js";

/** @import { AnswersDocument, Explanation, Finished, Identity, Progress, Reply } from "./types.js" */

export { TautlineError };

/** What the core is called through. */
let bindings = { Assessment, __wbg_reset_state, initSync };

const STALL = 20_000;
/** Traps in a row after which the core counts as broken. */
const RENEWALS = 3;

/** One core for all widgets of a page. @type {Promise<unknown> | undefined} */
let core;
/** Counts the instances; a handle of an earlier one is void. */
let generation = 0;
let renewals = 0;

/** Loads it. @type {() => Promise<any>} */
let open = () => load("./pkg/tautline_bg.wasm", bindings);

/** Puts a core that knows more in its place, for all widgets of the page. @param {typeof open} other loads that */
export function exchange(other) {
  open = other;
  core = undefined;
  generation += 1;
}

/** Loads the core unless that is under way; a failure lets the next try start anew. */
function loadCore() {
  if (!core) {
    const begun = core = open().then((alive) => { bindings = alive; });
    begun.catch(() => { if (core === begun) core = undefined; });
  }
  return core;
}

/** Takes a definition through the gate, a module of its own. @param {Uint8Array} definition */
async function compileDefinition(definition) {
  const gate = await load("./pkg/compile_bg.wasm", await import("./pkg/compile.js").catch(failed("missing")));
  return unwrap(guard(() => gate.compile(definition)));
}

/** Replaces the instance after a trap. @param {number} trapped the generation that trapped */
function renew(trapped) {
  if (trapped !== generation) return;
  if (++renewals > RENEWALS) failed("stopped")();
  generation += 1;
  guard(bindings.__wbg_reset_state);
}

/** Anything thrown across the border is a trap. @template T @param {() => T} work @returns {T} */
function guard(work) {
  try {
    return work();
  } catch (error) {
    return failed("stopped")(error);
  }
}

/** @template T @param {Reply<T>} reply @returns {T} */
function unwrap(reply) {
  if ("refused" in reply) throw new TautlineError("refused", "", reply.refused.problems);
  return reply.ok.value;
}

export class Engine {
  #bytes;
  /** Dropped without `free()` when its instance has trapped. @type {{assessment: Assessment, generation: number} | undefined} */ #handle;
  /** The compiled form of the definition, if it holds one. */ compiled = "";
  /** A blank and another of its languages, if that is wanted. */ tongue = "";
  /** @type {Promise<boolean> | undefined} */ #compiling;

  /** @param {Uint8Array} bytes the definition, already checked for size */
  constructor(bytes) { this.#bytes = bytes; }

  /** Whether the definition has been opened. */
  get ready() { return Boolean(this.#handle); }

  /** Loads the core and opens the definition. @returns {Promise<Identity>} */
  check() { return this.#call((assessment) => assessment.check()); }

  /** @param {unknown} answers @returns {Promise<Progress>} */
  progress(answers) { return this.#call((assessment) => assessment.progress(utf8(answers))); }

  /** @param {AnswersDocument} answers @returns {Promise<Finished>} */
  finish(answers) { return this.#call((assessment) => assessment.finish(utf8(answers))); }

  /** Only after `finish`. @param {AnswersDocument} answers @param {string} id @returns {Explanation} */
  explain(answers, id) { return this.use((assessment) => assessment.explain(utf8(answers), utf8(id))); }

  /** The definition for another module of the core: its bytes and its compiled form. */
  get source() { return /** @type {const} */ ([this.#bytes, utf8(this.compiled + this.tongue)]); }

  /** Loads such a module. @template {{initSync: Function}} B @param {string} name @param {B} bindings */
  load(name, bindings) { return beforeStall(load(name, bindings)); }

  /** Hears its reply, or throws like the methods here. @template T @param {() => Reply<T>} work @returns {T} */
  ask(work) { return unwrap(guard(work)); }

  /** Gives the memory back; never touches the handle of an instance that trapped. */
  close() {
    if (this.#handle?.generation === generation) this.#handle.assessment.free();
    this.#handle = undefined;
  }

  /**
   * Calls the core; once more after a trap, and when the definition had to be compiled first.
   * @template T @param {(assessment: Assessment) => Reply<T>} work @returns {Promise<T>}
   */
  async #call(work) {
    await beforeStall(loadCore());
    for (let trapped = false, compiled = false; ;) {
      try {
        return this.use(work);
      } catch (raised) {
        const { cause, problems } = /** @type {TautlineError} */ (raised);
        if (cause === "stopped" && !trapped) trapped = true;
        else if (problems[0]?.code === "not-compiled" && !compiled) compiled = await this.#compile();
        else throw raised;
      }
    }
  }

  #compile() {
    this.#compiling ??= beforeStall(compileDefinition(this.#bytes)).then((compiled) => {
      this.compiled = compiled;
      this.close();
      return true;
    });
    this.#compiling.catch(() => { this.#compiling = undefined; });
    return this.#compiling;
  }

  /** Asks once; for what is open already. @template T @param {(assessment: Assessment) => Reply<T>} work @returns {T} */
  use(work) {
    const used = generation;
    try {
      const reply = guard(() => {
        if (this.#handle?.generation !== generation) this.#handle = { generation, assessment: new bindings.Assessment(...this.source) };
        return work(this.#handle.assessment);
      });
      renewals = 0;
      return unwrap(reply);
    } catch (error) {
      if (/** @type {TautlineError} */ (error).cause === "stopped") renew(used);
      throw error;
    }
  }
}

/** Gives up after a while and lets the next try start anew. @template T @param {Promise<T>} work @returns {Promise<T>} */
function beforeStall(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      core = undefined;
      reject(new TautlineError("slow"));
    }, STALL);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
