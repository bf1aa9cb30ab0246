// Changes of a JSON text that leave everything else as it was written. Each takes the text with its tree and gives
// one replacement; paths lead to what is there.

import { written } from "./written.js";

/** @import { Node } from "../pkg/editor.js" */
/** @typedef {(string | number)[]} Path */
/** @typedef {{text: string, tree: Node}} Parsed */
/** @typedef {{from: number, to: number, insert: string}} Edit */

/** The node of a value; undefined where there is none. @param {Node | undefined} node @param {Path} path @returns {Node | undefined} */
export function nodeAt(node, path) {
  for (const step of path) {
    if (!node) return undefined;
    node = typeof step === "number" ? (node.type === "array" ? node.children?.[step] : undefined) : property(node, step)?.children?.[1];
  }
  return node;
}

/** @param {Node} node @param {string} key */
const property = (node, key) => (node.type === "object" ? node.children?.find((child) => child.children?.[0]?.value === key) : undefined);

/** The spaces before what the line of a place begins with. @param {string} text @param {number} offset */
const indentAt = (text, offset) => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";

/** How far into its line a place is. @param {string} text @param {number} offset */
const columnAt = (text, offset) => offset - text.lastIndexOf("\n", offset - 1) - 1;

/** @param {Node} node */
const endOf = ({ offset, length }) => offset + length;

/**
 * Gives a field or an entry a value; a field that is new takes its place in `order`.
 * @param {Parsed} parsed @param {Path} path @param {unknown} value @param {string[]} [order] of the fields of the object
 * @returns {Edit}
 */
export function set({ text, tree }, path, value, order = []) {
  const there = nodeAt(tree, path);
  if (there) return { from: there.offset, to: endOf(there), insert: written(value, indentAt(text, there.offset), columnAt(text, there.offset)) };
  const object = nodeAt(tree, path.slice(0, -1));
  const key = String(path.at(-1));
  if (object?.type !== "object") throw new Error(`no object at ${path.slice(0, -1).join("/")}`);
  const rank = order.indexOf(key);
  const before = (object.children ?? []).filter((child) => rank < 0 || order.indexOf(child.children?.[0]?.value) < rank).length;
  return into({ text, tree }, object, before, (indent) => {
    const name = `${JSON.stringify(key)}: `;
    return name + written(value, indent, indent.length + name.length);
  });
}

/** Puts an entry into a list. @param {Parsed} parsed @param {Path} path of the list @param {number} n its place in it @param {unknown} value @returns {Edit} */
export function insert(parsed, path, n, value) {
  const list = nodeAt(parsed.tree, path);
  if (list?.type !== "array") throw new Error(`no list at ${path.join("/")}`);
  return into(parsed, list, n, (indent) => written(value, indent));
}

/** @param {Parsed} parsed @param {Node} holder @param {number} n @param {(indent: string) => string} make @returns {Edit} */
function into({ text }, holder, n, make) {
  const children = holder.children ?? [];
  const [first] = children;
  const outer = indentAt(text, holder.offset);
  if (!first) {
    const made = make(`${outer}  `);
    const [open, close] = holder.type === "array" ? "[]" : "{}";
    return { from: holder.offset, to: endOf(holder), insert: `${open}\n${outer}  ${made}\n${outer}${close}` };
  }
  const broken = text.slice(holder.offset, first.offset).includes("\n");
  const indent = broken ? indentAt(text, first.offset) : outer;
  const between = broken ? `,\n${indent}` : ", ";
  const made = make(indent);
  const next = children[n];
  if (next && n === 0) return { from: next.offset, to: next.offset, insert: made + between };
  const last = children[Math.min(n, children.length) - 1] ?? first;
  return { from: endOf(last), to: endOf(last), insert: between + made };
}

/** Takes a field or an entry out, with the comma that goes with it. @param {Parsed} parsed @param {Path} path @returns {Edit} */
export function remove({ tree }, path) {
  const holder = nodeAt(tree, path.slice(0, -1));
  const step = path.at(-1);
  const children = holder?.children ?? [];
  const n = typeof step === "number" ? step : children.findIndex((child) => child.children?.[0]?.value === step);
  const [before, gone, after] = [children[n - 1], children[n], children[n + 1]];
  if (!holder || !gone) throw new Error(`nothing at ${path.join("/")}`);
  if (after) return { from: gone.offset, to: after.offset, insert: "" };
  if (before) return { from: endOf(before), to: endOf(gone), insert: "" };
  return { from: holder.offset + 1, to: endOf(holder) - 1, insert: "" };
}

/** Lets two neighbours of a list change places. @param {Parsed} parsed @param {Path} path of the list @param {number} n of the first of them @returns {Edit} */
export function swap({ text, tree }, path, n) {
  const [a, b] = nodeAt(tree, path)?.children?.slice(n, n + 2) ?? [];
  if (!a || !b) throw new Error(`no neighbours at ${path.join("/")}/${n}`);
  return { from: a.offset, to: endOf(b), insert: text.slice(b.offset, endOf(b)) + text.slice(endOf(a), b.offset) + text.slice(a.offset, endOf(a)) };
}

/** A text with a replacement made. @param {string} text @param {Edit} edit */
export const applied = (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to);

/** The steps of a JSON pointer; numbers where they can only be places in a list. @param {string} pointer @returns {Path} */
export const pathOf = (pointer) => pointer.split("/").slice(1).map((step) => (/^\d+$/.test(step) ? Number(step) : step.replace(/~1/g, "/").replace(/~0/g, "~")));
