// The result as a file: JSON for programs, CSV for spreadsheets.

/** @typedef {import("./types.d.ts").Finished} Finished */
/** @typedef {{[column: string]: unknown}} Row by the names of the columns; other keys are left out */

const COLUMNS = ["kind", "id", "title", "status", "value", "low", "high", "band_low", "band_high", "answered", "of", "display", "dimension"];

/**
 * Returns answers and scores, unrounded, without the texts of the report.
 * @param {Finished} finished @param {object} answers the answers document
 */
export const resultJson = (finished, answers) => `${JSON.stringify({ ...finished, report: undefined, answers }, null, 2)}\n`;

/**
 * Returns scores, and the answers if given, as CSV after RFC 4180, one row each, unrounded.
 * @param {Finished} finished @param {object} [answers] the answers document
 */
export function resultCsv(finished, answers) {
  const { instrument, role, report } = finished;
  /** @param {string} kind @param {object[]} list */
  const rows = (kind, list) => list.map((one) => ({ kind, ...one }));
  return `${COLUMNS}\r\n${[
    { kind: "instrument", ...instrument, value: instrument.version },
    { kind: "fingerprint", value: instrument.fingerprint },
    { kind: "role", id: role, title: finished.role_label },
    ...rows("scale", finished.scales),
    ...rows("metric", finished.metrics),
    ...rows("band", finished.bands.map((band, index) => ({ ...band, title: report.bands[index]?.title, low: band.range?.[0], high: band.range?.[1] }))),
    ...rows("state", finished.states.map((state, index) => ({ ...state, title: report.dimensions[index]?.state?.title }))),
    ...rows("advice", report.advice.map((one) => ({ ...one, value: one.priority, dimension: one.dimension?.id }))),
    ...rows("note", report.notes.map(({ id, text }) => ({ id, title: text }))),
    ...rows("count", finished.counts),
    ...rows("answer", parts(answers)),
  ].map(line).join("")}`;
}

/** One row per answer; the parts of a compound answer have a row each. @param {{answers?: object}} [document] @returns {Row[]} */
const parts = (document) => Object.entries(document?.answers ?? {}).flatMap(([id, answer]) => (answer instanceof Object
  ? Object.entries(answer).map(([part, value]) => ({ id: `${id}.${Array.isArray(answer) ? Number(part) + 1 : part}`, value }))
  : { id, value: answer }));

/** @param {Row} row */
function line(row) {
  const [band_low, band_high] = /** @type {unknown[]} */ (row["band"] ?? []);
  const all = /** @type {Row} */ ({ ...row, band_low, band_high });
  return `${COLUMNS.map((name) => cell(all[name])).join(",")}\r\n`;
}

/** Returns one field. Text that a spreadsheet would read as a formula gets a leading apostrophe; numbers stay numbers. @param {unknown} value */
function cell(value) {
  const text = String(value ?? "");
  const safe = typeof value === "string" ? text.replace(/^[=+\-@\t\r]/, "'$&") : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
