// The events of the element.

/** @import { Problem } from "./types.js" */

/** @param {HTMLElement} host @param {"ready" | "answer" | "complete" | "error"} kind @param {object} detail */
export function emit(host, kind, detail) {
  host.dispatchEvent(new CustomEvent(`taut-${kind}`, { bubbles: true, composed: true, detail }));
}

/** What went wrong: problems of a document, or one that stands for all. @param {HTMLElement} host @param {Problem[]} problems @param {string} code @param {string} message */
export function emitError(host, problems, code, message) {
  const whole = { code, severity: "error", at: "", line: 0, column: 0, message, help: "" };
  emit(host, "error", { problems: problems.length ? problems : [whole] });
}
