// IndexedDB, one record per answer: saving one costs the same however many
// there are. Every call may reject; the session decides what that means.

const STORES = ["entries", "aside"];

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** Starts opening the database unless it is open. */
export function openDatabase() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("tautline", 1);
    request.onupgradeneeded = () => { for (const name of STORES) request.result.createObjectStore(name, { autoIncrement: true }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opening.catch(() => {});
  return opening;
}

/**
 * Resolves when one transaction is complete; after a failure the database is
 * opened anew.
 * @param {(entries: IDBObjectStore, aside: IDBObjectStore) => void} work
 */
export async function transact(work) {
  try {
    const transaction = (await openDatabase()).transaction(STORES, "readwrite");
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
      work(transaction.objectStore("entries"), transaction.objectStore("aside"));
    });
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

/** All records under a key. @param {string} key */
export const under = (key) => IDBKeyRange.bound([key], [key, []]);
