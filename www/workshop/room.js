// What the room has collected: the result links of those who have answered,
// sorted, so that their order tells nothing. It is kept in this tab, where the
// browser allows it, so that a reload loses nothing. Never throws.

/**
 * @typedef {object} Kept
 * @property {"device" | "relay" | null} way how the next person comes to the questions; null before that is chosen
 * @property {boolean} away whether the next person is at another device
 * @property {string[]} tokens
 * @property {number | null} seats how many people there are, if that was said
 * @property {number} skipped how many of them do not answer
 * @property {string | null} seat under which name the person who answers now is saved
 */
/** @typedef {ReturnType<typeof openRoom>} Room */

/** @returns {Kept} */
const empty = () => ({ way: null, away: false, tokens: [], seats: null, skipped: 0, seat: null });

/** What of `given` is not in `known`; equal answers of two people are two. @param {string[]} given @param {string[]} known */
function beyond(given, known) {
  const rest = [...given];
  for (const token of known) {
    const at = rest.indexOf(token);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

/** @param {string} id of the assessment */
export function openRoom(id) {
  const name = `tautline-workshop-${id}`;
  const state = Object.assign(empty(), read());
  /** Not kept: nothing that stays in the browser tells who came last. @type {string | null} */
  let last = null;
  let kept = true;

  /** @returns {Partial<Kept>} */
  function read() {
    try {
      const raw = JSON.parse(sessionStorage.getItem(name) ?? "{}");
      return Array.isArray(raw.tokens) && raw.tokens.every((/** @type {unknown} */ token) => /^[0-9A-Za-z]+$/.test(String(token))) ? raw : {};
    } catch {
      return {};
    }
  }

  /** @param {Partial<Kept>} changed */
  function change(changed) {
    Object.assign(state, changed);
    try {
      sessionStorage.setItem(name, JSON.stringify(state));
      kept = true;
    } catch {
      kept = false;
    }
  }

  return {
    change,
    get way() { return state.way; },
    get away() { return state.away; },
    get tokens() { return state.tokens; },
    get seats() { return state.seats; },
    get skipped() { return state.skipped; },
    get seat() { return state.seat; },
    get n() { return state.tokens.length; },
    /** The number of the person who comes next, or answers now. */
    get next() { return state.tokens.length + state.skipped + 1; },
    /** Whether nobody else is expected. */
    get full() { return state.seats !== null && state.tokens.length + state.skipped >= state.seats; },
    /** Whether the last one can be taken back. */
    get undoable() { return last !== null; },
    /** Whether a reload would lose nothing. */
    get kept() { return kept; },

    /** The person who answered now is done. @param {string} token */
    add(token) {
      last = token;
      change({ tokens: [...state.tokens, token].sort(), seat: null, away: state.way === "relay" });
    },

    /** The person who answered now leaves without answers. */
    skip() { change({ skipped: state.skipped + 1, seat: null, away: state.way === "relay" }); },

    undo() {
      if (last !== null) change({ tokens: beyond(state.tokens, [last]), away: false });
      last = null;
    },

    /**
     * Adds what another device has collected. What both hold counts once: it came here on an earlier way.
     * @param {string[]} tokens @returns {number} how many are new
     */
    join(tokens) {
      const fresh = beyond(tokens, state.tokens);
      if (fresh.length) last = null;
      change({ way: state.way ?? "relay", tokens: [...state.tokens, ...fresh].sort() });
      return fresh.length;
    },

    end() {
      last = null;
      change(empty());
      try {
        sessionStorage.removeItem(name);
      } catch {
        // then nothing was kept
      }
    },
  };
}
