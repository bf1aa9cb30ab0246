// IndexedDB, one record per answer: saving one costs the same however many
// there are. Every call may reject, or never answer; the session decides what
// that means. `local-storage.js` stands in with the same calls.

/** @import { Fits, Records } from "./types.js" */

const STORES = ["entries", "aside"];

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** Starts opening the database unless it is open. */
export function openDatabase() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("tautline", 1);
    request.onupgradeneeded = () => { for (const name of STORES) request.result.createObjectStore(name, { autoIncrement: true }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  opening.catch(() => {});
  return opening;
}

/**
 * What work resolves with, when its one transaction is complete; after a
 * failure the database is opened anew.
 * @template T
 * @param {(entries: IDBObjectStore, aside: IDBObjectStore) => T | Promise<T>} work
 */
export async function transact(work) {
  try {
    const transaction = (await openDatabase()).transaction(STORES, "readwrite");
    const [done] = await Promise.all([
      work(transaction.objectStore("entries"), transaction.objectStore("aside")),
      new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      }),
    ]);
    return done;
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = reject;
});

/** All records under a key. @param {string} key */
const under = (key) => IDBKeyRange.bound([key], [key, []]);

export const database = {
  /**
   * Writes records and reads them back. Where one is there that is not earlier,
   * it stays and is returned.
   * @param {string} key @param {Records} records @param {Fits} fits
   */
  put: (key, records, fits) => transact(async (entries) => {
    /** @type {Records} */
    const later = [];
    for (const [id, record] of records) {
      const there = await answer(entries.get([key, id]));
      if (fits(id, there) && there.n >= record.n) later.push([id, there]);
      else {
        entries.put(record, [key, id]);
        if (JSON.stringify(await answer(entries.get([key, id]))) !== JSON.stringify(record)) entries.transaction.abort();
      }
    }
    return later;
  }),

  /** What is saved; a record that cannot be read, twice, goes out of the way. @param {string} key @param {Fits} fits */
  read: (key, fits) => transact(async (entries, aside) => {
    /** @type {Records} */
    const records = [];
    const all = await answer(entries.getAll(under(key)));
    for (const at of /** @type {[string, string][]} */ (await answer(entries.getAllKeys(under(key))))) {
      const [, id] = at;
      let entry = all.shift();
      if (!fits(id, entry)) entry = await answer(entries.get(at));
      if (fits(id, entry)) records.push([id, entry]);
      else {
        aside.add({ key, id, entry });
        entries.delete(at);
      }
    }
    return records;
  }),

  /** @param {string} key */
  erase: (key) => transact(async (entries) => {
    entries.delete(under(key));
    if (await answer(entries.count(under(key)))) entries.transaction.abort();
  }),
};
