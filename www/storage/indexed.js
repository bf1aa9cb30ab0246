// Entries in IndexedDB, one record per answer: writing one answer costs the
// same however many there are. Every call may reject; `store.js` decides then.

const NAME = "tautline";

/** @typedef {{n: number}} Counted */

/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("entries");
      request.result.createObjectStore("aside", { autoIncrement: true });
    };
    request.onsuccess = () => {
      const db = request.result;
      // another tab upgrades or erases: let it, and open again when needed
      db.onversionchange = () => { db.close(); opening = null; };
      db.onclose = () => { opening = null; };
      resolve(db);
    };
    request.onerror = () => reject(request.error);
  });
  opening.catch(() => { opening = null; });
  return opening;
}

/**
 * Runs one transaction and resolves when it is complete.
 * @template T
 * @param {IDBTransactionMode} mode @param {(entries: IDBObjectStore, aside: IDBObjectStore) => T} work
 * @returns {Promise<T>}
 */
async function transact(mode, work) {
  const transaction = (await database()).transaction(["entries", "aside"], mode, { durability: "relaxed" });
  const made = work(transaction.objectStore("entries"), transaction.objectStore("aside"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(made);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** @param {string} key */
const range = (key) => IDBKeyRange.bound([key], [key, []]);

export const indexed = {
  /** @param {string} key @returns {Promise<Map<string, unknown>>} */
  async load(key) {
    const found = await transact("readonly", (entries) => [entries.getAllKeys(range(key)), entries.getAll(range(key))]);
    const [keys, values] = found.map((request) => /** @type {any[]} */ (request.result));
    return new Map((keys ?? []).map((at, n) => [String(at[1]), values?.[n]]));
  },

  /**
   * Writes entries unless a newer one is there.
   * @param {string} key @param {[string, Counted][]} pairs
   */
  async write(key, pairs) {
    await transact("readwrite", (entries) => {
      for (const [id, entry] of pairs) {
        const old = entries.get([key, id]);
        old.onsuccess = () => {
          if (old.result?.n > entry.n) return;
          // thrown here it would reach nobody but the page's error log
          try { entries.put(entry, [key, id]); } catch { entries.transaction.abort(); }
        };
      }
    });
  },

  /** Moves an unreadable record out of the way. @param {string} key @param {string} id @param {unknown} entry */
  async aside(key, id, entry) {
    await transact("readwrite", (entries, aside) => {
      aside.add({ key, id, entry });
      entries.delete([key, id]);
    });
  },

  /** @param {string} key */
  async erase(key) { await transact("readwrite", (entries) => { entries.delete(range(key)); }); },
};
