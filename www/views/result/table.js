// Tables that may stack on a phone: roles are named, so that they stay tables for assistive technology.
import { h } from "./nodes.js";

/** @typedef {import("./nodes.js").Child} Child */
/** @typedef {import("./nodes.js").Attributes} Attributes */
/** @typedef {{text: string, class?: string, head?: boolean}} Column `head` marks the column that names the row */
/** @typedef {{data?: Attributes, cells: Child[][]}} Row */

/** @param {string} caption @param {string} classes @param {Column[]} columns @param {Row[]} rows */
export function table(caption, classes, columns, rows) {
  const heads = columns.map((column) => (column.text
    ? h("th", { scope: "col", role: "columnheader", class: column.class }, column.text)
    : h("td", { role: "cell", class: column.class })));
  return h("table", { class: `table ${classes}`, role: "table" }, h("caption", null, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads)),
    h("tbody", { role: "rowgroup" }, ...rows.map((row) => h("tr", { role: "row", ...row.data }, ...row.cells.map((cell, index) => field(columns[index] ?? { text: "" }, cell))))));
}

/** @param {Column} column @param {Child[]} cell */
function field(column, cell) {
  return column.head
    ? h("th", { scope: "row", role: "rowheader", class: column.class }, ...cell)
    : h("td", { role: "cell", class: column.class, "data-label": column.text || null }, ...cell);
}
