// One person at the questions. What is saved on the way has a name of its own,
// so that nobody meets what somebody else has begun, and is erased afterwards.

import { erase, keysFrom } from "../local-storage.js";
import { openDatabase, transact } from "../storage.js";
import { el } from "../views/dom.js";

/** @import { AnswersDocument, Model } from "../types.js" */
/** @import { TautLine } from "../taut-line.js" */

const SUFFIX = "workshop-";

/** A name that nobody had before. */
export const newSeat = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

/**
 * The questions; gone, before it is drawn, when the result would be.
 * @param {object} definition @param {string} seat @param {(answers: AnswersDocument) => void} done
 */
export function seatView(definition, seat, done) {
  const widget = /** @type {TautLine} */ (el("taut-line", { "storage-key": SUFFIX + seat }));
  widget.definition = definition;
  widget.addEventListener("taut-complete", (event) => {
    widget.remove();
    done(/** @type {CustomEvent} */ (event).detail.answers);
  });
  return widget;
}

/**
 * Erases what was saved in a seat, in all but the one given. Rejects where something may be left.
 * @param {Model} model @param {string | null} seat
 */
export async function eraseSeats({ id, shape }, seat) {
  const seats = `tautline-${id}-${shape}-${SUFFIX}`;
  const [from, to] = [[seats], [`${seats}\uffff`]];
  // what stood in for the database
  for (const key of keysFrom(seats)) if (seat === null || key !== seats + seat) await erase(key);
  // what cannot be opened holds nothing
  if (!await openDatabase().then(() => true, () => false)) return;
  const ranges = seat === null ? [IDBKeyRange.bound(from, to)]
    : [IDBKeyRange.bound(from, [seats + seat], false, true), IDBKeyRange.bound([seats + seat, []], to, true)];
  // Twice: a write that waits for the one before it comes after the first time.
  for (let time = 0; time < 2; time++) await transact((entries) => { for (const range of ranges) entries.delete(range); });
}
