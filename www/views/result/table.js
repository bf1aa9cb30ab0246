// Tables that may stack on a phone: roles are named, so that they stay tables for assistive technology.
import { el } from "../dom.js";

/** @import { Attributes, Part } from "../dom.js" */
/** @typedef {[text: string, kind?: string]} Column the kind "name" marks the column that names the row */

/**
 * @param {string} caption @param {string} classes @param {Column[]} columns @param {Part[][]} rows
 * @param {(index: number) => Attributes} [attributes] of a row
 */
export function table(caption, classes, columns, rows, attributes) {
  /** @param {Part[]} cells @param {number} index -1: the head */
  const row = (cells, index) => el("tr", { role: "row", ...(index >= 0 && attributes?.(index)) }, cells.map((cell, column) => {
    const [text, kind] = columns[column] ?? [];
    const role = index < 0 ? text && "columnheader" : kind === "name" && "rowheader";
    return el(role ? "th" : "td", { role: role || "cell", class: kind, "data-label": index >= 0 && text }, cell);
  }));
  return el(`table.${classes}`, { role: "table" }, el("caption", caption),
    el("thead", row(columns.map(([text]) => text), -1)), el("tbody", rows.map(row)));
}
