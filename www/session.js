// The answers so far, unfinished entries, the place, undo. No DOM, no wasm, no
// storage. Each entry carries a counter that grows with every change, so that
// two copies of a session can be merged without a clock.

/** @import { Answer, AnswersDocument, Draft, Entry, Model, Place, Screen } from "./types.js" */

const UNDO_DEPTH = 200;

export class Session {
  /** @type {string | null} */ role = null;
  /** @type {Screen} */ screen = "intro";
  page = 0;
  /** Milliseconds in use. */ active = 0;
  /** Pages whose optional block is open. @type {Set<number>} */ open = new Set();

  /** @type {Map<string, Entry>} */ #entries = new Map();
  /** @type {{id: string, a: Answer | null, d: Draft | null, typed: boolean}[]} */ #undo = [];
  #places = 0;

  /** @param {string} id */
  answer(id) { return this.#entries.get(id)?.a ?? null; }

  /** @param {string} id */
  draft(id) { return this.#entries.get(id)?.d ?? null; }

  /**
   * Sets or clears an answer and the unfinished entry beside it. Typing into
   * one item counts as one step of undo.
   * @param {string} id @param {Answer | null} a @param {Draft | null} d @param {boolean} typed
   * @returns {Entry}
   */
  set(id, a, d, typed) {
    const last = this.#undo.at(-1);
    if (!(typed && last?.typed && last.id === id)) {
      this.#undo.push({ id, a: this.answer(id), d: this.draft(id), typed });
      if (this.#undo.length > UNDO_DEPTH) this.#undo.shift();
    }
    return this.#put(id, a, d);
  }

  /** Takes the last change back; returns its item. */
  undo() {
    const last = this.#undo.pop();
    return last && { id: last.id, before: this.answer(last.id), entry: this.#put(last.id, last.a, last.d) };
  }

  get canUndo() { return this.#undo.length > 0; }

  /** @param {string} id @param {Answer | null} a @param {Draft | null} d */
  #put(id, a, d) {
    const entry = { n: (this.#entries.get(id)?.n ?? 0) + 1, a, d };
    this.#entries.set(id, entry);
    return entry;
  }

  /** Ids of the items that have an answer, "don't know" included. */
  *answered() { for (const [id, { a }] of this.#entries) if (a !== null) yield id; }

  /** Everything, for a last write. */
  entries() { return [...this.#entries]; }

  /** Whether anything was answered or begun. */
  get begun() { return [...this.#entries.values()].some(({ a, d }) => a !== null || d !== null); }

  /** Takes over newer entries; returns whether anything changed. @param {Map<string, Entry>} entries */
  absorb(entries) {
    const newer = [...entries].filter(([id, { n }]) => n > (this.#entries.get(id)?.n ?? 0));
    for (const [id, entry] of newer) this.#entries.set(id, entry);
    return newer.length > 0;
  }

  /**
   * Takes over what was saved earlier. What was answered meanwhile is the
   * later word: it is counted on from there and returned, to be saved.
   * @param {Map<string, Entry>} entries @returns {[string, Entry][]}
   */
  restore(entries) {
    const later = [...this.#entries].filter(([id]) => entries.has(id));
    for (const [id, entry] of later) entry.n += entries.get(id)?.n ?? 0;
    this.absorb(entries);
    return later;
  }

  /** Whether there is nothing to keep. */
  get blank() { return this.#entries.size === 0 && this.#places === 0 && this.role === null && this.screen === "intro"; }

  /** Where the person is, to be saved. @returns {Place} */
  place() {
    return {
      n: ++this.#places, role: this.role, screen: this.screen, page: this.page,
      seconds: Math.floor(this.active / 1000), open: [...this.open],
    };
  }

  /** @param {Place} place */
  resume({ n, role, screen, page, seconds, open }) {
    Object.assign(this, { role, screen, page, active: seconds * 1000, open: new Set(open) });
    this.#places = n;
  }

  /** Replaces all answers, by those of a file or by none. @param {AnswersDocument["answers"]} answers */
  replace(answers) {
    this.#undo = [];
    for (const id of new Set([...this.#entries.keys(), ...Object.keys(answers)])) {
      const a = Object.hasOwn(answers, id) ? answers[id] ?? null : null;
      this.#put(id, a, null);
    }
  }

  /** Forgets everything, counters included. */
  forget() {
    this.#entries.clear();
    this.#undo = [];
    this.#places = 0;
    Object.assign(this, { role: null, screen: "intro", page: 0, active: 0, open: new Set() });
  }

  /** The answers document: complete answers only. @param {Model} model @returns {AnswersDocument} */
  document({ id, version }) {
    const answers = [...this.#entries].flatMap(([item, { a }]) => (a === null ? [] : [[item, a]]));
    return {
      instrument: id, version, ...(this.role === null ? {} : { role: this.role }),
      active_seconds: Math.floor(this.active / 1000), answers: Object.fromEntries(answers),
    };
  }
}
