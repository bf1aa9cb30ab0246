// What stands in while IndexedDB is refused, fails or does not answer: the
// calls of `storage.js` over localStorage, and the way back. Loaded only then.
// A browser that is killed may lose here what it was given last, which is why
// it comes second.

/** @import { Fits, Records } from "./types.js" */

/** One entry per record, so that two tabs never overwrite each other's. No key of another widget can look like this. @param {string} key @param {string} id */
const nameOf = (key, id) => JSON.stringify([key, id]);

/** Undefined where it cannot be read. @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

/** @param {string} name */
const get = (name) => parsed(localStorage.getItem(name));

/** Where the person is comes first. @param {string} key @returns {[id: string, name: string][]} */
const namesUnder = (key) => Object.keys(localStorage).sort().flatMap((name) => {
  const [of, id] = name.startsWith("[") && parsed(name) || [];
  return of === key && nameOf(key, id) === name ? [[id, name]] : [];
});

/** @param {string} name @param {string} text */
function set(name, text) {
  localStorage.setItem(name, text);
  if (localStorage.getItem(name) !== text) throw new Error();
}

/** @param {string} name */
function remove(name) {
  localStorage.removeItem(name);
  if (localStorage.getItem(name) !== null) throw new Error();
}

/**
 * Writes records and reads them back. Where one is there that is not earlier,
 * it stays and is returned.
 * @param {string} key @param {Records} records @param {Fits} fits
 * @param {boolean} blind whether they were made without knowing what the database holds
 */
export async function put(key, records, fits, blind) {
  /** @type {Records} */
  const later = [];
  // says to the session that something is here, so before anything is
  set(key, "1");
  for (const [id, record] of records) {
    const there = get(nameOf(key, id));
    if (fits(id, there) && there.n >= record.n) later.push([id, there]);
    else set(nameOf(key, id), JSON.stringify(blind ? { ...record, blind } : record));
  }
  return later;
}

/** A record that cannot be read, twice, goes out of the way. @param {string} key @param {Fits} fits */
function readable(key, fits) {
  /** @type {Records} */
  const records = [];
  for (const [id, name] of namesUnder(key)) {
    let entry = get(name);
    if (!fits(id, entry)) entry = get(name);
    if (fits(id, entry)) records.push([id, entry]);
    else {
      set(`aside ${name}`, localStorage.getItem(name) ?? "");
      remove(name);
    }
  }
  return records;
}

/** What is saved. @param {string} key @param {Fits} fits */
export async function read(key, fits) {
  // whether anything can be kept here shows only when it is tried
  set(key, "1");
  return readable(key, fits);
}

/** @param {string} key */
export async function erase(key) {
  for (const [, name] of namesUnder(key)) remove(name);
  remove(key);
}

/**
 * Moves what is here into the database, as soon as that can be written;
 * returns what it was. Of one answer the higher number wins, and the database
 * where they are equal; what was made blind is later than anything in it.
 * @param {string} key @param {typeof import("./storage.js").database} database @param {Fits} fits
 */
export async function moveBack(key, database, fits) {
  const there = new Map(await database.read(key, fits));
  const records = readable(key, fits);
  for (const [id, record] of records) {
    if (!record.blind) continue;
    delete record.blind;
    const known = there.get(id);
    if ("n" in record && JSON.stringify(known?.a) !== JSON.stringify(record.a)) record.n = Math.max(record.n, (known?.n | 0) + 1);
    try {
      // so that it is not later a second time, should it have to stay
      set(nameOf(key, id), JSON.stringify(record));
    } catch {
      // it moves now
    }
  }
  try {
    await database.put(key, records, fits);
  } catch {
    return records;
  }
  try {
    // what another tab has put here meanwhile stays for the next time
    for (const [id, { n }] of records) if ((get(nameOf(key, id))?.n | 0) <= (n | 0)) remove(nameOf(key, id));
    if (!namesUnder(key).length) remove(key);
  } catch {
    // it moves again then, which changes nothing
  }
  return records;
}

/** Keys that begin like this and have something here. @param {string} beginning */
export function keysFrom(beginning) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    // what cannot be read holds nothing
    return [];
  }
}
