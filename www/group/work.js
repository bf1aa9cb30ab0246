// The way to the thread that adds up: one call after the other, long texts in
// pieces, so that it can be said how far it is and stopped in between.

import { pieces } from "./pieces.js";

/** @import { Benchmark, BenchmarkLabel, Calibration, Gathered, Group, GroupRequest, Problem } from "../types.js" */

/** What could not be done, with the problems that the core names. */
export class WorkError extends Error {
  /** @param {string} message @param {Problem[]} [problems] */
  constructor(message, problems = []) {
    super(message);
    this.problems = problems;
  }
}

/** Most refusals that are listed; all are counted. */
const LISTED = 200;
/** Bytes of the first piece and of the largest; they grow while a piece takes less than so many milliseconds. */
const [FIRST, LARGEST, SHORT] = [64 * 1024, 4 * 1024 * 1024, 25];

export class Work {
  #port;
  /** @type {Promise<unknown>} the call before */ #before = Promise.resolve();

  /** @param {Worker | MessagePort} port */
  constructor(port) { this.#port = port; }

  /** @param {Uint8Array} definition @param {string} compiled its compiled form, if it holds one @returns {Promise<void>} */
  open(definition, compiled) { return this.#call("open", { definition, compiled }); }

  /** @param {string} summary the text of a file @returns {Promise<void>} */
  merge(summary) { return this.#call("merge", summary); }

  /** @param {GroupRequest} request @returns {Promise<Group>} */
  group(request) { return this.#call("group", request); }

  /** @returns {Promise<Calibration>} */
  calibration() { return this.#call("calibration"); }

  /** @returns {Promise<object>} */
  summary() { return this.#call("summary"); }

  /** @param {BenchmarkLabel} label @returns {Promise<Benchmark>} */
  benchmark(label) { return this.#call("benchmark", label); }

  /** Begins anew; with `doubles` the same answers count again, as those of somebody else. @param {{doubles?: boolean}} [how] @returns {Promise<void>} */
  clear(how = {}) { return this.#call("clear", how); }

  /**
   * Adds what a text holds. Stopped, it has added what came before; nothing is lost or doubled when the same
   * text is given again.
   * @param {{text: Blob, unit?: string}} what all of it is of the unit, if that is not empty
   * @param {AbortSignal} signal @param {(share: number) => void} [progress]
   * @returns {Promise<Gathered>}
   */
  async gather({ text, unit = "" }, signal, progress) {
    const all = { added: 0, doubled: 0, refused: /** @type {Problem[]} */ ([]), refused_total: 0, foreign: 0 };
    let size = FIRST;
    for await (const { piece, line, end } of pieces(text, () => size)) {
      if (signal.aborted) break;
      const begun = performance.now();
      /** @type {Gathered} */
      const part = await this.#call("gather", { text: piece, unit }, [piece.buffer]);
      if (performance.now() - begun < SHORT) size = Math.min(2 * size, LARGEST);
      for (const count of /** @type {const} */ (["added", "doubled", "refused_total", "foreign"])) all[count] += part[count];
      all.refused.push(...part.refused.slice(0, LISTED - all.refused.length).map((problem) => ({ ...problem, line: problem.line + line })));
      progress?.(end / text.size);
      // without a thread of its own the work would leave the page no time
      if (this.#port instanceof MessagePort) await new Promise((resolve) => { setTimeout(resolve); });
    }
    return all;
  }

  /** @param {string} call @param {unknown} [value] @param {Transferable[]} [given] what goes over with it @returns {Promise<any>} */
  #call(call, value, given = []) {
    const answer = this.#before.then(() => new Promise((resolve, reject) => {
      this.#port.onmessage = ({ data }) => {
        if (data === "here") return;
        if (data.failed) reject(new WorkError(data.failed.message, data.failed.problems));
        else resolve(data.value);
      };
      this.#port.postMessage({ call, value }, given);
    }));
    this.#before = answer.catch(() => {});
    return answer;
  }
}
