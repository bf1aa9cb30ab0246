// Tables that may stack on a phone: roles are named, so that they stay tables for assistive technology.
import { el } from "../dom.js";

/** @import { Attributes, Part } from "../dom.js" */
/** @typedef {[text: string, kind?: string]} Column the kind "head" marks the column that names the row */

/** @param {string} caption @param {string} classes @param {Column[]} columns @param {{data?: Attributes, cells: Part[]}[]} rows */
export function table(caption, classes, columns, rows) {
  /** @param {Part[]} cells @param {Attributes} [data] */
  const row = (cells, data) => el("tr", { role: "row", ...data }, cells.map((cell, index) => {
    const [text, kind] = columns[index] ?? [];
    const head = data ? kind === "head" && "rowheader" : cell && "columnheader";
    return el(head ? "th" : "td", { role: head || "cell", class: kind, "data-label": data && text }, cell);
  }));
  return el(`table.table.${classes}`, { role: "table" }, el("caption", caption),
    el("thead", { role: "rowgroup" }, row(columns.map(([text]) => text))),
    el("tbody", { role: "rowgroup" }, rows.map(({ cells, data = {} }) => row(cells, data))));
}
