// The two versions of SCORM: how they call the same things.

/**
 * @typedef {object} Version
 * @property {string} object its name in a page
 * @property {{[call in "open" | "get" | "set" | "commit" | "close"]: string}} calls
 * @property {{[name: string]: string}} names of values; those that a version does not have are left out
 * @property {(seconds: number) => string} duration
 */

const { floor } = Math;
/** @param {number} n @param {number} digits */
const padded = (n, digits) => String(n).padStart(digits, "0");

/** As ISO 8601 has it, to hundredths. @param {number} seconds */
export const iso = (seconds) => `PT${floor(seconds / 3600)}H${floor(seconds / 60) % 60}M${(floor(seconds % 60 * 100) / 100)}S`;

/** HHHH:MM:SS.SS; four digits hold more than a year. @param {number} seconds */
export const clock = (seconds) => `${padded(Math.min(9999, floor(seconds / 3600)), 4)}:${padded(floor(seconds / 60) % 60, 2)}:${padded(floor(seconds % 60), 2)}.${padded(floor(seconds % 1 * 100), 2)}`;

/** The newer one first. @type {Version[]} */
export const VERSIONS = [{
  object: "API_1484_11",
  calls: { open: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", close: "Terminate" },
  names: {
    learner: "cmi.learner_id", status: "cmi.completion_status", success: "cmi.success_status", exit: "cmi.exit",
    location: "cmi.location", progress: "cmi.progress_measure", kept: "cmi.suspend_data", time: "cmi.session_time",
    min: "cmi.score.min", max: "cmi.score.max", raw: "cmi.score.raw", scaled: "cmi.score.scaled",
  },
  duration: iso,
}, {
  object: "API",
  calls: { open: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", close: "LMSFinish" },
  names: {
    learner: "cmi.core.student_id", status: "cmi.core.lesson_status", exit: "cmi.core.exit",
    location: "cmi.core.lesson_location", kept: "cmi.suspend_data", time: "cmi.core.session_time",
    min: "cmi.core.score.min", max: "cmi.core.score.max", raw: "cmi.core.score.raw",
  },
  duration: clock,
}];
