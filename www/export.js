// The result as a file: JSON for programs, CSV for spreadsheets.

/** @typedef {import("./types.d.ts").Finished} Finished */
/** @typedef {import("./types.d.ts").Score} Score */
/** @typedef {string | number | null | undefined} Cell */

const HEADER = ["kind", "id", "title", "status", "value", "low", "high", "band_low", "band_high", "answered", "of", "display", "dimension"];

/**
 * Returns answers and scores, unrounded, without the texts of the report.
 * @param {Finished} finished @param {object} answers the answers document
 */
export function resultJson(finished, answers) {
  const { report: _, ...scores } = finished;
  return `${JSON.stringify({ ...scores, answers }, null, 2)}\n`;
}

/**
 * Returns scores, and the answers if given, as CSV after RFC 4180, one row each, unrounded.
 * @param {Finished} finished @param {object} [answers] the answers document
 */
export function resultCsv(finished, answers) {
  const { report } = finished;
  const titleOf = (/** @type {{id: string, title: string}[]} */ list, /** @type {string} */ id) => list.find((one) => one.id === id)?.title;
  /** @type {Cell[][]} */
  const rows = [
    HEADER,
    ["instrument", finished.instrument.id, finished.instrument.title, null, finished.instrument.version],
    ["fingerprint", null, null, null, finished.instrument.fingerprint],
    ["role", finished.role, finished.role_label],
    ...finished.scales.map((score) => scoreRow("scale", score)),
    ...finished.metrics.map((score) => scoreRow("metric", score)),
    ...finished.bands.map((band) => ["band", band.id, titleOf(report.bands, band.id), band.status, band.value, ...(band.range ?? [])]),
    ...finished.states.map((state) => ["state", state.id, report.dimensions.find((one) => one.id === state.dimension)?.state?.title, null, null, null, null, null, null, null, null, null, state.dimension]),
    ...report.advice.map((one) => ["advice", one.id, one.title, null, one.priority, null, null, null, null, null, null, null, one.dimension?.id]),
    ...report.notes.map((note) => ["note", note.id, note.text]),
    ...finished.counts.map((count) => ["count", count.id, null, null, count.value]),
    ...answerRows(answers),
  ];
  return rows.map((row) => `${HEADER.map((_, column) => cell(row[column])).join(",")}\r\n`).join("");
}

/** @param {string} kind @param {Score} score @returns {Cell[]} */
function scoreRow(kind, score) {
  const [bandLow, bandHigh] = score.band ?? [];
  return [kind, score.id, score.title, score.status, score.value, score.low, score.high, bandLow, bandHigh, score.answered, score.of, score.display, score.dimension];
}

/** One row per answer; the parts of a compound answer have a row each. @param {object} [document] @returns {Cell[][]} */
function answerRows(document) {
  const answers = document && "answers" in document ? /** @type {Record<string, unknown>} */ (document.answers) : {};
  return Object.entries(answers ?? {}).flatMap(([id, answer]) => {
    if (answer === null || typeof answer !== "object") return [answerRow(id, answer)];
    return Object.entries(answer).map(([part, value]) => answerRow(`${id}.${Array.isArray(answer) ? Number(part) + 1 : part}`, value));
  });
}

/** @param {string} id @param {unknown} value @returns {Cell[]} */
const answerRow = (id, value) => ["answer", id, null, null, typeof value === "number" ? value : value === null ? null : String(value)];

/**
 * Returns one CSV field. Text that a spreadsheet would read as a formula gets a leading apostrophe; numbers stay numbers.
 * @param {Cell} value
 */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
