// Keeps one session in one store: what is saved under which key, when, and
// what of it can still be read.

import { fits, fitsDraft } from "./answers.js";
import { Store } from "./store.js";

/** @import { Entry, Model, Place } from "./types.js" */
/** @import { Session } from "./session.js" */

/** Where the person is, beside the items. An item id never is empty. */
const PLACE = "";

/** Keys in use on this page: a second widget must not write over the first. @type {Set<string>} */
const claimed = new Set();

export class Keeper {
  #key;
  #model;
  #session;
  #store;
  /** Whether another widget of this page already keeps these answers. */
  #twice;

  /**
   * @param {Model} model @param {string} suffix the attribute `storage-key` @param {Session} session
   * @param {(state: "saved" | "unsaved" | "twice") => void} onState
   */
  constructor(model, suffix, session, onState) {
    this.#key = `tautline-${model.id}-${model.shape}${suffix && `-${suffix}`}`;
    this.#model = model;
    this.#session = session;
    this.#twice = claimed.has(this.#key);
    claimed.add(this.#key);
    this.#store = new Store(this.#key, !this.#twice, (state) => onState(this.#twice ? "twice" : state));
  }

  /** Takes over what is newer in the store; returns whether anything was. */
  async load() {
    const found = await this.#store.load((id, entry) => this.#readable(id, entry));
    const place = found.get(PLACE);
    found.delete(PLACE);
    if (place && !this.#session.begun) this.#session.resume(place);
    return this.#session.absorb(found);
  }

  /** @param {string} id @param {Entry} entry */
  save(id, entry) { this.#store.put(id, entry); }

  savePlace() { this.#store.put(PLACE, this.#session.place()); }

  /** Writes everything once more, before the page may go. */
  saveAll() { this.#store.write([...this.#session.entries(), [PLACE, this.#session.place()]]); }

  erase() { return this.#store.erase(); }

  /** Lets another widget have the key. */
  release() { if (!this.#twice) claimed.delete(this.#key); }

  /** @param {string} id @param {any} entry */
  #readable(id, entry) {
    if (!Number.isInteger(entry?.n)) return false;
    if (id === PLACE) return this.#placeReadable(entry);
    const item = this.#model.items.get(id);
    return item !== undefined && (entry.a === null || fits(item, entry.a)) && (entry.d === null || fitsDraft(item, entry.d));
  }

  /** @param {{[field in keyof Place]: unknown}} place */
  #placeReadable({ role, screen, page, seconds, open }) {
    return (role === null || this.#model.roles.some(({ id }) => id === role))
      && ["intro", "page", "review", "result"].includes(String(screen))
      && this.#model.pages[Number(page)] !== undefined && Number.isFinite(seconds) && Number(seconds) >= 0
      && Array.isArray(open) && open.every(Number.isInteger);
  }
}
