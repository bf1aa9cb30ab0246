// The way to the thread with the core: a call is a message, and its answer carries the same number.

/** @import { Checked, Explanation, Exported, Finished, Formats, Identity, Imported, LintRule, Made, Progress, Reply, Simulation } from "../types.js" */

/** The core could not be loaded, or stopped; `cause` is a word for it. */
export class CoreError extends Error {
  /** @param {{message: string, cause: string}} failed */
  constructor({ message, cause }) {
    super(message);
    this.cause = cause;
  }
}

export class Core {
  #port;
  #calls = 0;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: CoreError) => void}>} */ #waiting = new Map();

  /** @param {Worker | MessagePort} port */
  constructor(port) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      const call = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.failed) call?.reject(new CoreError(data.failed));
      else call?.resolve(data.value);
    };
  }

  /** @param {string} text a definition @returns {Promise<Reply<Checked>>} */
  check(text) { return this.#ask("check", text); }

  /** @returns {Promise<LintRule[]>} */
  rules() { return this.#ask("rules"); }

  /** The shape of a definition as JSON Schema. @returns {Promise<any>} */
  async schema() { return JSON.parse(await this.#ask("schema")); }

  /** @returns {Promise<Formats>} */
  formats() { return this.#ask("formats"); }

  /** The format that a file looks like. @param {string} name @param {Uint8Array} bytes @returns {Promise<string | undefined>} */
  guess(name, bytes) { return this.#ask("guess", name, bytes); }

  /** @param {string} format @param {[name: string, bytes: Uint8Array][]} files @param {string} weights @param {string} language @returns {Promise<Reply<Imported>>} */
  importFiles(format, files, weights, language) { return this.#ask("importFiles", format, files, weights, language); }

  /** @param {string} format @param {string} text @returns {Promise<Reply<Exported>>} */
  exportTo(format, text) { return this.#ask("exportTo", format, text); }

  /** The files that show a definition: `single`, one page; `zip`, a whole site, packed; `lms`, packages for learning systems. @param {string} text @param {"single" | "zip" | "lms"} what @returns {Promise<Reply<Made[]>>} */
  bundle(text, what) { return this.#ask("bundle", text, JSON.stringify({ what })); }

  /** Files in one archive. @param {Made[]} files @returns {Promise<Uint8Array<ArrayBuffer>>} */
  packed(files) { return this.#ask("packed", files); }

  /** The questions on paper, with their key, as a page. @param {string} text @returns {Promise<Reply<string>>} */
  form(text) { return this.#ask("form", text); }

  /** The definition with its compiled form. @param {string} text @returns {Promise<Reply<string>>} */
  published(text) { return this.#ask("published", text); }

  /** @param {string} text @param {string} kind of respondents @param {number} n how many @param {number} seed @returns {Promise<Reply<Simulation>>} */
  simulate(text, kind, n, seed) { return this.#ask("simulate", text, kind, n, seed); }

  /** Opens a definition for the calls below. @param {string} text @returns {Promise<Reply<Identity>>} */
  open(text) { return this.#ask("open", text); }

  /** @param {object} answers an answers document @returns {Promise<Reply<Progress>>} */
  progress(answers) { return this.#ask("progress", JSON.stringify(answers)); }

  /** @param {object} answers @returns {Promise<Reply<Finished>>} */
  finish(answers) { return this.#ask("finish", JSON.stringify(answers)); }

  /** @param {object} answers @param {string} id of a scale, composite or band @returns {Promise<Reply<Explanation>>} */
  explain(answers, id) { return this.#ask("explain", JSON.stringify(answers), id); }

  /** The answers of one simulated respondent as JSON. @param {string} kind @param {number} seed @returns {Promise<Reply<string>>} */
  random(kind, seed) { return this.#ask("random", kind, seed); }

  /** @param {string} call @param {...unknown} given @returns {Promise<any>} */
  #ask(call, ...given) {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.postMessage({ id, call, given });
    });
  }
}
