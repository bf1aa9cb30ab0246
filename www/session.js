// The answers so far, unfinished entries, the place, undo; each change is saved
// at once. Never throws: `tell` hears how saving goes, so that the page can say
// it. What is saved is the truth for every tab, but for what waits to be saved.
// Each answer counts its changes: of two tabs, or two stores, the higher number
// is the later word. No clock is asked.

import { database } from "./storage.js";
import { canHold, isAnswer, part } from "./values.js";

/** @import { AnswersDocument, Item, Model, Place, Records, Value } from "./types.js" */
/** @typedef {ReturnType<typeof openSession>} Session */
/** What a session knows of its own. @typedef {ReturnType<typeof nothing>} Memory */
/** @typedef {Pick<typeof import("./local-storage.js"), "put" | "read" | "erase">} Store */

/** Where the person is, beside the items. An item id never is empty. */
export const PLACE = "";
/** Milliseconds after which the page says "not saved". */
const DOUBT = 900;
/** Milliseconds that the database has before the other store stands in. */
const PATIENCE = 600;

/** @returns {Place} */
const start = () => ({ role: null, screen: "intro", page: 0, seconds: 0, open: [], invited: false });

const nothing = () => ({
  place: start(),
  /** What was entered, and how often it was changed. @type {Map<string, {a: Value | null, n: number}>} */
  entries: new Map(),
  /** @type {{id: string, before: Value | null, typed: boolean}[]} */
  steps: [],
  /** What is not saved yet. @type {Map<string, object>} */
  waiting: new Map(),
});

/**
 * @param {Model} model @param {string} key @param {boolean} alone whether no other widget of this page keeps these answers
 * @param {(state: "saved" | "unsaved" | "unerased" | "twice") => void} tell
 * @param {(ids: string[]) => void} arrived called with what was saved, earlier or by another tab, and is new here
 * @param {() => void} erased called when another tab has erased these answers
 * @param {Memory} [memory] of a session that this one goes on with
 */
export function openSession(model, key, alone, tell, arrived, erased, memory = nothing()) {
  const { id, version, items, asked, pages, roles } = model;
  const { place, entries, steps, waiting } = memory;
  let erasing = false;
  /** Whether it is unknown what the database holds. */
  let blind = true;
  /** None while the database fails. */
  let patience = PATIENCE;
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  /** @type {BroadcastChannel | undefined} */
  let channel;

  /** What an item holds. @param {Item} item @returns {any} */
  const value = (item) => entries.get(item.id)?.a ?? null;
  /** @param {Item} item */
  const answered = (item) => isAnswer(item, value(item));
  /** What stood in for the database, if it still holds something; where this throws it cannot. */
  async function stoodIn() {
    try {
      return key in localStorage ? import("./local-storage.js") : undefined;
    } catch {
      return undefined;
    }
  }
  /** Whether there is nothing to keep. */
  const blank = () => !entries.size && place.screen === "intro" && !place.role;

  /**
   * Brings the database in line with the page or, where it fails or does not
   * answer, what stands in; tells how it went. One thing after the other.
   * @param {boolean} [reading] whether to take over what is saved
   */
  async function sync(reading) {
    if (!alone) return tell("twice");
    const say = () => tell(erasing ? "unerased" : "unsaved");
    const doubt = setTimeout(say, DOUBT);
    const first = queue.then(() => work(database, reading));
    queue = first.then(() => { patience = PATIENCE; }, () => {});
    const second = Promise.race([first, new Promise((_, reject) => setTimeout(reject, patience))]).catch(async () => {
      patience = 0;
      await work(await import("./local-storage.js"), reading);
    });
    try {
      await second.catch(() => first);
      if (!waiting.size) tell("saved");
    } catch {
      say();
    }
    clearTimeout(doubt);
  }

  /** @param {Store} store @param {boolean} [reading] */
  async function work(store, reading) {
    const own = store === database;
    if (erasing) {
      await (await stoodIn())?.erase(key);
      if (own || !blind) await database.erase(key);
      erasing = false;
      channel?.postMessage(key);
    }
    // before anything else: what comes back later would look as if it were later
    const left = own ? await (await stoodIn())?.moveBack(key, database, fits) ?? [] : [];
    let records = left;
    const missed = !channel;
    if (reading) {
      listen();
      // where the person is comes first: it is only taken over before anything else is
      records = [...left, ...await store.read(key, fits)].sort();
    }
    takeOver(records, blind || left.length > 0);
    if (reading && own) {
      // another tab erased it while this page could not hear
      if (missed && !blind && !records.length && !waiting.size && !blank()) empty();
      blind = false;
    }
    const written = [...waiting];
    if (!written.length) return;
    takeOver(await store.put(key, written, fits, blind));
    for (const [id, record] of written) if (waiting.get(id) === record) waiting.delete(id);
    channel?.postMessage({ saved: key });
    if (waiting.size) await work(store);
  }

  /**
   * Takes over records of a store, but for those that are earlier than what is here.
   * @param {Records} records @param {boolean} [earlier] than what waits, whatever their numbers
   */
  function takeOver(records, earlier = blind) {
    const changed = [];
    for (const [id, entry] of records) {
      const mine = entries.get(id);
      const n = entry.n | 0;
      const same = JSON.stringify(entry.a) === JSON.stringify(mine?.a);
      if (id === PLACE) {
        const { page, role } = entry;
        if (!blank() || !pages[page] || !(role === null || roles.some((known) => known.id === role))) continue;
        Object.assign(place, entry);
      // what this page has just written itself is no earlier word
      } else if (mine && waiting.has(id) && (earlier || entry.blind) && !(same && n === mine.n)) {
        put(id, mine.a, n + 1);
        continue;
      } else if (mine && n < mine.n) continue;
      else {
        entries.set(id, { a: entry.a, n });
        waiting.delete(id);
        if (same) continue;
      }
      changed.push(id);
    }
    if (changed.length) arrived(changed);
  }

  /** @param {string} id @param {Value | null} a @param {number} [n] */
  function put(id, a, n = (entries.get(id)?.n ?? 0) + 1) {
    const entry = { a, n };
    entries.set(id, entry);
    waiting.set(id, entry);
  }

  /** Whether a record can be read. @param {string} id @param {any} entry */
  function fits(id, entry) {
    const item = items.get(id);
    return entry && (id === PLACE || (item && canHold(item, entry.a)));
  }

  function forget() {
    Object.assign(place, start());
    steps.length = 0;
    entries.clear();
    waiting.clear();
  }

  /** Another tab has erased these answers. */
  function empty() {
    forget();
    erased();
  }

  function listen() {
    if (channel) return;
    channel = new BroadcastChannel("tautline");
    channel.onmessage = ({ data }) => {
      if (data === key) empty();
      else if (data?.saved === key) sync(true);
    };
  }

  return {
    place, value, answered, steps, memory,
    /** Whether an item was answered or begun. */
    begun: () => asked.some((item) => value(item) !== null),
    /** Typing into one item counts as one step of undo. @param {Item} item @param {Value | null} held @param {boolean} typed */
    set(item, held, typed) {
      const last = steps.at(-1);
      if (!(typed && last?.typed && last.id === item.id)) steps.push({ id: item.id, before: value(item), typed });
      put(item.id, held);
      sync();
    },

    /** Takes the last change back; returns its item. */
    undo() {
      const last = steps.pop();
      if (last) put(last.id, last.before);
      sync();
      return items.get(last?.id ?? "");
    },

    /** Replaces everything by a document that the core has accepted. @param {AnswersDocument} document */
    replace({ answers, role, seed, active_seconds: seconds = 0 }) {
      steps.length = 0;
      for (const { id } of asked) put(id, part(answers, id) ?? null);
      Object.assign(place, { role: role ?? null, seed, seconds });
      sync();
    },

    /** The answers document: complete answers only. @returns {AnswersDocument} */
    document: () => ({
      instrument: id, version, role: place.role ?? undefined, seed: place.seed, active_seconds: Math.floor(place.seconds),
      answers: Object.fromEntries(asked.filter(answered).map((item) => [item.id, value(item)])),
    }),

    /** Saves where the person is, and what could not be saved before. */
    save() {
      if (blank()) return;
      waiting.set(PLACE, { ...place });
      sync();
    },

    /** Takes over what this or another tab has saved. */
    load: () => sync(true),

    /** Erases here and in other tabs. */
    erase() {
      forget();
      erasing = true;
      sync();
    },

    /** Hears no other tab until the next load. */
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
