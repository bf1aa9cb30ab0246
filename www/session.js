// The answers so far, unfinished entries, the place, undo; each change is saved
// at once. Never throws: `tell` hears how saving goes, so that the page can say
// it. What is saved is the truth for every tab, but for what waits to be saved.

import { transact, under } from "./storage.js";
import { canHold, isAnswer } from "./values.js";

/** @import { AnswersDocument, Item, Model, Place, Value } from "./types.js" */

/** Where the person is, beside the items. An item id never is empty. */
export const PLACE = "";
/** Milliseconds after which the page says "not saved". */
const DOUBT = 800;

/** @returns {Place} */
const start = () => ({ role: null, screen: "intro", page: 0, seconds: 0, open: [] });

export class Session {
  place = start();
  /** @type {Map<string, Value | null>} */ #values = new Map();
  /** @type {{id: string, value: Value | null, typed: boolean}[]} */ #undo = [];
  /** What is not saved yet. @type {Map<string, object>} */ #waiting = new Map();
  /** @type {Promise<void>} */ #queue = Promise.resolve();
  /** @type {BroadcastChannel | undefined} */ #channel;
  #model;
  #key;
  #alone;
  #tell;
  #erased;

  /**
   * @param {Model} model @param {string} key @param {boolean} alone whether no other widget of this page keeps these answers
   * @param {(state: "saved" | "unsaved" | "twice") => void} tell @param {() => void} erased called when another tab has erased these answers
   */
  constructor(model, key, alone, tell, erased) {
    this.#model = model;
    this.#key = key;
    this.#alone = alone;
    this.#tell = tell;
    this.#erased = erased;
  }

  /** What an item holds. @param {Item} item @returns {any} */
  value(item) { return this.#values.get(item.id) ?? null; }

  /** @param {Item} item */
  answered(item) { return isAnswer(item, this.value(item)); }

  /** Whether an item was answered or begun. */
  get begun() { return this.#model.asked.some((item) => this.value(item) !== null); }

  get canUndo() { return this.#undo.length > 0; }

  /** Typing into one item counts as one step of undo. @param {Item} item @param {Value | null} value @param {boolean} typed */
  set(item, value, typed) {
    const { id } = item;
    const last = this.#undo.at(-1);
    if (!(typed && last?.typed && last.id === id)) this.#undo.push({ id, value: this.value(item), typed });
    this.#put(id, value);
  }

  /** Takes the last change back; returns its item. */
  undo() {
    const last = this.#undo.pop();
    if (last) this.#put(last.id, last.value);
    return this.#model.items.get(last?.id ?? "");
  }

  /** @param {string} id @param {Value | null} value */
  #put(id, value) {
    this.#values.set(id, value);
    this.#save(id, { a: value });
  }

  /** Replaces everything by a document that the core has accepted. @param {AnswersDocument} document */
  replace({ answers, role, active_seconds: seconds = 0 }) {
    this.#undo = [];
    for (const { id } of this.#model.asked) this.#put(id, Object.hasOwn(answers, id) ? answers[id] ?? null : null);
    Object.assign(this.place, { role: role ?? null, seconds });
  }

  /** The answers document: complete answers only. @returns {AnswersDocument} */
  document() {
    const { id, version, asked } = this.#model;
    const { role, seconds } = this.place;
    return {
      instrument: id, version, ...(role !== null && { role }), active_seconds: Math.floor(seconds),
      answers: Object.fromEntries(asked.filter((item) => this.answered(item)).map((item) => [item.id, this.value(item)])),
    };
  }

  /** Saves where the person is, and what could not be saved before. */
  savePlace() { if (!this.#blank) this.#save(PLACE, { ...this.place }); }

  /** Takes over what this or another tab has saved; returns the ids of what changed. @returns {Promise<string[]>} */
  async load() {
    const { items, pages, roles } = this.#model;
    /** @type {string[]} */
    const changed = [];
    await this.#next(async () => {
      this.#listen();
      /** @type {[string, any][]} */
      const found = [];
      await transact((entries, aside) => {
        const cursors = entries.openCursor(under(this.#key));
        cursors.onsuccess = () => {
          const cursor = cursors.result;
          if (!cursor) return;
          const { key, value: entry } = cursor;
          const [, id] = /** @type {[string, string]} */ (key);
          const item = items.get(id);
          if (id === PLACE || (item && canHold(item, entry.a))) found.push([id, entry]);
          else {
            // it cannot be read: out of the way with it
            aside.add({ key, id, entry });
            cursor.delete();
          }
          cursor.continue();
        };
      });
      for (const [id, entry] of found) {
        if (id === PLACE) {
          const { page, role } = entry;
          if (!this.#blank || !pages[page] || !(role === null || roles.some((known) => known.id === role))) continue;
          this.place = entry;
        } else if (this.#waiting.has(id) || JSON.stringify(entry.a) === JSON.stringify(this.#values.get(id))) continue;
        else this.#values.set(id, entry.a);
        changed.push(id);
      }
    });
    return changed;
  }

  /** Erases here and in other tabs. */
  erase() {
    this.#forget();
    this.#next(async () => {
      await transact((entries) => { entries.delete(under(this.#key)); });
      this.#channel?.postMessage(this.#key);
    });
  }

  close() { this.#channel?.close(); }

  #forget() {
    this.place = start();
    this.#undo = [];
    this.#values.clear();
    this.#waiting.clear();
  }

  /** Whether there is nothing to keep. */
  get #blank() { return this.#values.size === 0 && this.place.screen === "intro" && !this.place.role; }

  /** @param {string} id @param {object} record */
  #save(id, record) {
    this.#waiting.set(id, record);
    this.#next(async () => {
      const waiting = [...this.#waiting];
      if (!waiting.length) return;
      await transact((entries) => { for (const [id, record] of waiting) entries.put(record, [this.#key, id]); });
      for (const [id, record] of waiting) if (this.#waiting.get(id) === record) this.#waiting.delete(id);
    });
  }

  /** Does one thing after the other and tells how it went. @param {() => Promise<void>} work */
  #next(work) {
    if (!this.#alone) this.#tell("twice");
    else {
      this.#queue = this.#queue.then(async () => {
        const doubt = setTimeout(this.#tell, DOUBT, "unsaved");
        const state = await work().then(() => /** @type {const} */ ("saved"), () => /** @type {const} */ ("unsaved"));
        clearTimeout(doubt);
        this.#tell(state);
      });
    }
    return this.#queue;
  }

  #listen() {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel("tautline");
    this.#channel.onmessage = ({ data }) => {
      if (data !== this.#key) return;
      this.#forget();
      this.#erased();
    };
  }
}
