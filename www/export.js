// The result as JSON, for programs and for coming back.

import { meant } from "./fetched.js";

/** @import { Finished } from "./types.d.ts" */

/**
 * Returns answers and scores, unrounded, without the texts of the report.
 * @param {Finished} finished @param {object} answers the answers document
 */
export const resultJson = (finished, answers) => `${JSON.stringify({ ...finished, report: undefined, answers }, meant, 2)}\n`;

/** Returns the answers document of a file that was parsed: one by itself, or that of such a result. @param {any} raw */
export const answersOf = (raw) => (typeof raw?.instrument === "object" ? raw.answers : raw);
