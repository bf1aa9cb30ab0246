// Keeps entries in the first place that works: IndexedDB, else localStorage,
// else nowhere but this page. Never throws; `onState` hears which it is, so
// that the page can say it. localStorage alone would lose half a minute of
// answers when the browser is killed.

import { indexed } from "./storage/indexed.js";
import { local } from "./storage/local.js";

/** @typedef {{n: number}} Counted */
/** @typedef {"saved" | "unsaved"} Saving */
/** @typedef {typeof indexed} Backend */

/** Milliseconds after which the page says "not saved", and after which a storage counts as refused. */
const DOUBT = 800;
const PATIENCE = 4000;

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function within(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE, new Error("no answer"));
    work().then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export class Store {
  /** @type {Backend[]} */ #backends;
  /** @type {Map<string, Counted>} */ #pending = new Map();
  #key;
  #keep;
  #onState;
  /** @type {Promise<unknown>} */ #queue = Promise.resolve();

  /** @param {string} key @param {boolean} keep @param {(state: Saving) => void} onState */
  constructor(key, keep, onState) {
    this.#key = key;
    this.#keep = keep;
    this.#backends = keep ? [indexed, local] : [];
    this.#onState = onState;
  }

  /**
   * Returns what was saved; entries that `readable` refuses are moved aside.
   * @param {(id: string, entry: unknown) => boolean} readable
   * @returns {Promise<Map<string, any>>}
   */
  async load(readable) {
    const merged = new Map();
    for (const backend of [...this.#backends]) {
      try {
        for (const [id, entry] of await within(() => backend.load(this.#key))) {
          if (!readable(id, entry)) await within(() => backend.aside(this.#key, id, entry));
          else if (!(merged.get(id)?.n >= /** @type {Counted} */ (entry).n)) merged.set(id, entry);
        }
      } catch {
        this.#drop(backend);
      }
    }
    this.#onState(this.#backends.length ? "saved" : "unsaved");
    return merged;
  }

  /** Saves one entry at once. @param {string} id @param {Counted} entry */
  put(id, entry) { return this.write([[id, entry]]); }

  /** @param {[string, Counted][]} pairs */
  write(pairs) {
    for (const [id, entry] of pairs) this.#pending.set(id, entry);
    return this.#inOrder(async () => {
      const waiting = [...this.#pending];
      if (!waiting.length) return;
      const doubt = setTimeout(this.#onState, DOUBT, "unsaved");
      const written = await this.#first((backend) => backend.write(this.#key, waiting));
      clearTimeout(doubt);
      if (written) for (const [id, entry] of waiting) if (this.#pending.get(id) === entry) this.#pending.delete(id);
      this.#onState(written ? "saved" : "unsaved");
    });
  }

  /** Removes everything under this key, in every place. */
  erase() {
    this.#pending.clear();
    if (!this.#keep) return Promise.resolve();
    return this.#inOrder(() => Promise.allSettled([indexed, local].map((backend) => within(() => backend.erase(this.#key)))));
  }

  /** @param {() => Promise<unknown>} work */
  #inOrder(work) { return (this.#queue = this.#queue.then(work)); }

  /** @param {(backend: Backend) => Promise<void>} work */
  async #first(work) {
    for (const backend of [...this.#backends]) {
      try {
        await within(() => work(backend));
        return true;
      } catch {
        this.#drop(backend);
      }
    }
    return false;
  }

  /** @param {Backend} backend */
  #drop(backend) { this.#backends = this.#backends.filter((other) => other !== backend); }
}
