// The result as a file: JSON for programs and for coming back, CSV for spreadsheets.

import { download } from "../download.js";
import { meant } from "../fetched.js";

/** @import { AnswersDocument, Finished, Score } from "../types.d.ts" */
/** @import { Flow } from "../flow.js" */
/** @typedef {{[column: string]: unknown}} Row by the names of the columns; other keys are left out */

const COLUMNS = ["kind", "id", "title", "status", "value", "low", "high", "band_low", "band_high", "answered", "of", "display", "dimension"];

const FORMATS = { json: resultJson, csv: resultCsv };

/** @param {Flow} flow @param {keyof typeof FORMATS} format @param {Finished} finished @param {AnswersDocument} answers */
export const saveResult = (flow, format, finished, answers) => download(`${flow.model.id}-result.${format}`, FORMATS[format](finished, answers));

/**
 * Returns answers and scores, unrounded, without the texts of the report.
 * @param {Finished} finished @param {object} [answers] the answers document
 */
export function resultJson(finished, answers) { return `${JSON.stringify({ ...finished, report: undefined, answers }, meant, 2)}\n`; }

/** Returns the answers document of a file that was parsed: one by itself, or that of such a result. @param {any} raw */
export const answersOf = (raw) => (typeof raw?.instrument === "object" ? raw.answers : raw);

/**
 * Returns scores, and the answers if given, as CSV after RFC 4180, one row each, unrounded.
 * @param {Finished} finished @param {AnswersDocument} [document]
 */
export function resultCsv({ instrument, role, role_label, scales, metrics, counts, report }, document) {
  /** @type {[kind: string, rows: object[]][]} */
  const rows = [
    ["instrument", [{ ...instrument, value: instrument.version }]],
    ["fingerprint", [{ value: instrument.fingerprint }]],
    ["role", [{ id: role, title: role_label }]],
    ["scale", scales], ["metric", metrics],
    ["band", report.bands.map((band) => ({ ...band, of: null, low: band.range?.[0], high: band.range?.[1] }))],
    ["state", report.dimensions.map(({ id, state }) => ({ ...state, dimension: id }))],
    ["advice", report.advice.map((one) => ({ ...one, value: one.priority, dimension: one.dimension?.id }))],
    ["note", report.notes.map(({ id, text }) => ({ id, title: text }))],
    ["count", counts],
    ["answer", Object.entries(document?.answers ?? {}).flatMap(parts)],
  ];
  return `${COLUMNS}\r\n${rows.flatMap(([kind, list]) => list.map((one) => line({ kind, ...one }))).join("")}`;
}

/** One row per answer; the parts of a compound answer have a row each. @param {[id: string, answer: unknown]} entry @returns {Row[]} */
const parts = ([id, value]) => (value instanceof Object
  ? Object.entries(value).map(([part, one]) => ({ id: `${id}.${Array.isArray(value) ? Number(part) + 1 : part}`, value: one }))
  : [{ id, value }]);

/** @param {Row} row */
function line(row) {
  const band = /** @type {Score["band"]} */ (row["band"]);
  const all = /** @type {Row} */ ({ ...row, band_low: band?.[0], band_high: band?.[1] });
  return `${COLUMNS.map((name) => cell(all[name]))}\r\n`;
}

/** Returns one field. Text that a spreadsheet would read as a formula gets a leading apostrophe; numbers stay numbers. @param {unknown} value */
export function cell(value) {
  const text = typeof value === "string" ? value.replace(/^[=+\-@\t\r]/, "'$&") : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
