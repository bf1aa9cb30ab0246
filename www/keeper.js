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
  /** @type {BroadcastChannel | null} */ #channel = null;
  /** Whether another widget of this page already keeps these answers. */
  #twice;

  /**
   * @param {Model} model @param {string} suffix the attribute `storage-key` @param {Session} session
   * @param {(state: "saved" | "unsaved" | "twice") => void} onState @param {() => void} onErased another tab has erased these answers
   */
  constructor(model, suffix, session, onState, onErased) {
    this.#key = `tautline-${model.id}-${model.shape}${suffix && `-${suffix}`}`;
    this.#model = model;
    this.#session = session;
    this.#twice = claimed.has(this.#key);
    claimed.add(this.#key);
    this.#store = new Store(this.#key, !this.#twice, (state) => onState(this.#twice ? "twice" : state));
    this.#listen(onErased);
  }

  /** Takes over what was saved earlier; returns whether there was anything. */
  async load() {
    const session = this.#session;
    const found = await this.#found();
    const place = found.get(PLACE);
    found.delete(PLACE);
    if (place && session.blank) session.resume(place);
    this.#store.write(session.restore(found));
    return found.size > 0;
  }

  /** Takes over what another tab has saved since; returns whether anything is newer. */
  async reload() {
    const found = await this.#found();
    found.delete(PLACE);
    return this.#session.absorb(found);
  }

  #found() { return this.#store.load((id, entry) => this.#readable(id, entry)); }

  /** @param {string} id @param {Entry} entry */
  save(id, entry) { this.#store.put(id, entry); }

  savePlace() { if (!this.#session.blank) this.#store.put(PLACE, this.#session.place()); }

  /** Writes everything once more, before the page may go. */
  saveAll() {
    if (!this.#session.blank) this.#store.write([...this.#session.entries(), [PLACE, this.#session.place()]]);
  }

  /** Erases here and in other tabs, which would write their copy again. */
  async erase() {
    this.#session.forget();
    await this.#store.erase();
    this.#channel?.postMessage(this.#key);
  }

  /** Ends; another widget can have the key. */
  release() {
    this.#channel?.close();
    if (!this.#twice) claimed.delete(this.#key);
  }

  /** @param {() => void} onErased called when another tab has erased these answers */
  #listen(onErased) {
    if (this.#twice || typeof BroadcastChannel === "undefined") return;
    this.#channel = new BroadcastChannel("tautline");
    this.#channel.onmessage = ({ data }) => {
      if (data !== this.#key) return;
      this.#session.forget();
      onErased();
    };
  }

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
