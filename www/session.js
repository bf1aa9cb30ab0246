// The answers so far, unfinished entries, the place, undo; each change is saved
// at once. Never throws: `tell` hears how saving goes, so that the page can say
// it. What is saved is the truth for every tab, but for what waits to be saved.

import { transact, under } from "./storage.js";
import { canHold, isAnswer, part } from "./values.js";

/** @import { AnswersDocument, Item, Model, Place, Value } from "./types.js" */
/** @typedef {ReturnType<typeof openSession>} Session */

/** Where the person is, beside the items. An item id never is empty. */
export const PLACE = "";
/** Milliseconds after which the page says "not saved". */
const DOUBT = 800;

/** @returns {Place} */
const start = () => ({ role: null, screen: "intro", page: 0, seconds: 0, open: [], invited: false });

/**
 * @param {Model} model @param {string} key @param {boolean} alone whether no other widget of this page keeps these answers
 * @param {(state: "saved" | "unsaved" | "twice") => void} tell @param {() => void} erased called when another tab has erased these answers
 */
export function openSession(model, key, alone, tell, erased) {
  const { id, version, items, asked, pages, roles } = model;
  const place = start();
  /** @type {Map<string, Value | null>} */
  const values = new Map();
  /** @type {{id: string, before: Value | null, typed: boolean}[]} */
  const steps = [];
  /** What is not saved yet. @type {Map<string, object>} */
  const waiting = new Map();
  /** @type {Promise<void>} */
  let queue = Promise.resolve();
  /** @type {BroadcastChannel | undefined} */
  let channel;

  /** What an item holds. @param {Item} item @returns {any} */
  const value = (item) => values.get(item.id) ?? null;
  /** @param {Item} item */
  const answered = (item) => isAnswer(item, value(item));
  /** Whether there is nothing to keep. */
  const blank = () => !values.size && place.screen === "intro" && !place.role;

  /** Does one thing after the other and tells how it went. @param {() => Promise<void>} work */
  async function next(work) {
    if (!alone) return tell("twice");
    await (queue = queue.then(async () => {
      const doubt = setTimeout(tell, DOUBT, "unsaved");
      const failed = await work().catch(() => true);
      clearTimeout(doubt);
      tell(failed ? "unsaved" : "saved");
    }));
  }

  /** @param {string} id @param {object} record */
  function write(id, record) {
    waiting.set(id, record);
    next(async () => {
      const written = [...waiting];
      if (written.length) await transact((entries) => { for (const [id, record] of written) entries.put(record, [key, id]); });
      for (const [id, record] of written) if (waiting.get(id) === record) waiting.delete(id);
    });
  }

  /** @param {string} id @param {Value | null} value */
  function put(id, value) {
    values.set(id, value);
    write(id, { a: value });
  }

  function forget() {
    Object.assign(place, start());
    steps.length = 0;
    values.clear();
    waiting.clear();
  }

  /** Reads what is saved; what cannot be read goes out of the way. @param {(id: string, entry: any) => void} take */
  const read = (take) => transact((entries, aside) => {
    const cursors = entries.openCursor(under(key));
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return;
      const { value: entry } = cursor;
      const [, id] = /** @type {[string, string]} */ (cursor.key);
      const item = items.get(id);
      if (id === PLACE || (item && canHold(item, entry.a))) take(id, entry);
      else {
        aside.add({ key, id, entry });
        cursor.delete();
      }
      cursor.continue();
    };
  });

  function listen() {
    if (channel) return;
    channel = new BroadcastChannel("tautline");
    channel.onmessage = ({ data }) => {
      if (data !== key) return;
      forget();
      erased();
    };
  }

  return {
    place, value, answered, steps,
    /** Whether an item was answered or begun. */
    begun: () => asked.some((item) => value(item) !== null),
    /** Typing into one item counts as one step of undo. @param {Item} item @param {Value | null} held @param {boolean} typed */
    set(item, held, typed) {
      const last = steps.at(-1);
      if (!(typed && last?.typed && last.id === item.id)) steps.push({ id: item.id, before: value(item), typed });
      put(item.id, held);
    },

    /** Takes the last change back; returns its item. */
    undo() {
      const last = steps.pop();
      if (last) put(last.id, last.before);
      return items.get(last?.id ?? "");
    },

    /** Replaces everything by a document that the core has accepted. @param {AnswersDocument} document */
    replace({ answers, role, active_seconds: seconds = 0 }) {
      steps.length = 0;
      for (const { id } of asked) put(id, part(answers, id) ?? null);
      Object.assign(place, { role: role ?? null, seconds });
    },

    /** The answers document: complete answers only. @returns {AnswersDocument} */
    document: () => ({
      instrument: id, version, role: place.role ?? undefined, active_seconds: Math.floor(place.seconds),
      answers: Object.fromEntries(asked.filter(answered).map((item) => [item.id, value(item)])),
    }),

    /** Saves where the person is, and what could not be saved before. */
    save() { if (!blank()) write(PLACE, { ...place }); },

    /** Takes over what this or another tab has saved; returns the ids of what changed. */
    async load() {
      /** @type {string[]} */
      const changed = [];
      await next(async () => {
        listen();
        await read((id, entry) => {
          if (id === PLACE) {
            const { page, role } = entry;
            if (!blank() || !pages[page] || !(role === null || roles.some((known) => known.id === role))) return;
            Object.assign(place, entry);
          } else if (waiting.has(id) || JSON.stringify(entry.a) === JSON.stringify(values.get(id))) return;
          else values.set(id, entry.a);
          changed.push(id);
        });
      });
      return changed;
    },

    /** Erases here and in other tabs. */
    erase() {
      forget();
      next(async () => {
        await transact((entries) => { entries.delete(under(key)); });
        channel?.postMessage(key);
      });
    },

    close() { channel?.close(); },
  };
}
