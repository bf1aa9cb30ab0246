// A failed call of the core, as something the page can say.

import { TautlineError } from "./engine.js";

/** @param {unknown} error */
export const failure = (error) => (error instanceof TautlineError ? error : new TautlineError("stopped", [], String(error)));

/**
 * The sentence for a cause.
 * @param {typeof import("./texts/flow.en.js").flow} texts @param {TautlineError} error
 */
export function sentenceFor(texts, { cause }) {
  if (cause === "slow") return texts.core_slow;
  if (cause === "stopped") return texts.core_stopped;
  return cause === "refused" ? texts.core_refused : texts.core_failed;
}
