// The definition that is being written. There is one text, the editor's, with one history of changes; the outline
// changes it in place.

import * as edits from "./edits.js";

/** @import { Edit, Parsed, Path } from "./edits.js" */
/** @import { EditorView } from "../pkg/editor.js" */
/** @typedef {typeof import("../pkg/editor.js")} Kit the editor's module */
/** @typedef {(path: Path) => string[]} Order the fields of an object, in the order in which they are written */

/** Several changes at once, each of the text that the one before has left. */
export class Draft {
  /** @type {Kit} */ #kit;
  /** @type {Order} */ #order;
  /** @type {string} */ #text;
  /** @type {Parsed | undefined} */ #parsed;
  /** @type {import("../pkg/editor.js").ChangeSet | undefined} */ changes;

  /** @param {Kit} kit @param {string} text @param {Order} order */
  constructor(kit, text, order) {
    this.#kit = kit;
    this.#text = text;
    this.#order = order;
  }

  get #at() { return this.#parsed ??= parsed(this.#kit, this.#text); }

  /** The definition as it is now. @returns {any} */
  get value() { return JSON.parse(this.#text); }

  /** Gives a field a value; none takes it out. @param {Path} path @param {unknown} value */
  set(path, value) {
    if (value !== undefined) this.#make(edits.set(this.#at, path, value, this.#order(path.slice(0, -1))));
    else if (edits.nodeAt(this.#at.tree, path)) this.#make(edits.remove(this.#at, path));
  }

  /** @param {Path} path of a list, which is made where there is none @param {number} n @param {unknown} value */
  insert(path, n, value) {
    if (edits.nodeAt(this.#at.tree, path)) this.#make(edits.insert(this.#at, path, n, value));
    else this.set(path, [value]);
  }

  /** @param {Path} path */
  remove(path) { this.#make(edits.remove(this.#at, path)); }

  /** @param {Path} path @param {number} n */
  swap(path, n) { this.#make(edits.swap(this.#at, path, n)); }

  /** @param {Edit} edit */
  #make(edit) {
    const change = this.#kit.ChangeSet.of(edit, this.#text.length);
    this.changes = this.changes?.compose(change) ?? change;
    this.#text = edits.applied(this.#text, edit);
    this.#parsed = undefined;
  }
}

/** @param {Kit} kit @param {string} text @returns {Parsed} */
const parsed = (kit, text) => ({ text, tree: kit.parseTree(text) ?? { type: "null", offset: 0, length: text.length } });

export class StudioDocument {
  /** @type {Kit} */ #kit;
  /** @type {EditorView} */ #view;
  /** @type {Order} */ #order;
  /** @type {Parsed | undefined} */ #parsed;
  /** @type {{text: string, value: any} | undefined} */ #read;

  /** @param {Kit} kit @param {EditorView} view @param {Order} order */
  constructor(kit, view, order) {
    this.#kit = kit;
    this.#view = view;
    this.#order = order;
  }

  get text() { return this.#view.state.doc.toString(); }

  /** The text with its tree, as far as it can be read. */
  get parsed() {
    const { text } = this;
    const known = this.#parsed;
    return known?.text === text ? known : this.#parsed = parsed(this.#kit, text);
  }

  /** The definition as an object; undefined while the text is no JSON object. @returns {any} */
  get value() {
    const { text } = this;
    const known = this.#read?.text === text ? this.#read : this.#read = { text, value: objectOf(text) };
    return known.value;
  }

  get undoable() { return this.#kit.undoDepth(this.#view.state) > 0; }
  get redoable() { return this.#kit.redoDepth(this.#view.state) > 0; }
  undo() { this.#kit.undo(this.#view); }
  redo() { this.#kit.redo(this.#view); }

  /**
   * Changes the definition. What is typed joins what was typed just before as one step of the history.
   * @param {(draft: Draft) => void} make @param {boolean} [typed]
   */
  edit(make, typed = false) {
    const draft = new Draft(this.#kit, this.text, this.#order);
    make(draft);
    const { changes } = draft;
    if (changes) this.#view.dispatch({ changes, userEvent: typed ? "input.type" : "input.outline", ...typed ? {} : this.#apart });
  }

  /** Puts another text in the place of this one, which undoing brings back; before the first there is nothing to bring back. @param {string} text */
  replace(text) {
    const { length } = this.#view.state.doc;
    const kept = length ? this.#apart : { annotations: this.#kit.Transaction.addToHistory.of(false) };
    this.#view.dispatch({ changes: { from: 0, to: length, insert: text }, selection: { anchor: 0 }, userEvent: "input.replace", ...kept });
  }

  get #apart() { return { annotations: this.#kit.isolateHistory.of("full") }; }
}

/** @param {string} text */
function objectOf(text) {
  try {
    const value = JSON.parse(text);
    return value instanceof Object && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
