// The way from phone to phone: an address that carries what was collected, and
// says how much that is, so that a piece that got lost on the way is noticed.
//
//   #w=2.<token>.<token>

import { here } from "../together/address.js";

/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */

/** Most results that are taken over at once. */
const MOST = 500;

/** Letters that the largest code for cameras holds: version 40, level M (ISO/IEC 18004, table 7). */
const CODE = 2331;

/** @param {string[]} tokens */
export const relayAddress = (tokens) => `${here()}#w=${[tokens.length, ...tokens].join(".")}`;

/** How many results a code for cameras holds. @param {number} length of a token */
export function mostInCode(length) {
  const room = CODE - `${here()}#w=000`.length;
  return Math.max(0, Math.floor(room / (length + 1)));
}

/** What the page was opened with; it leaves the address bar and the history. */
export function takeRelay() {
  const [, address, link] = /^(.*?)(?:[#?&/]|%23)(w=\d.*)$/.exec(location.href) ?? [];
  if (link) history.replaceState(history.state, "", address);
  return link;
}

/**
 * The tokens of a text, each opened by the core, or why there are none: a code of a problem. One that
 * cannot be read refuses all, or somebody would be missing and nobody would notice.
 * @param {Shared["core"]} core @param {string} text
 * @returns {{tokens: string[]} | {refused: string}}
 */
export function collected(core, text) {
  const [relay, said, list = ""] = /\bw=(\d+)((?:\.[0-9A-Za-z]+)*)/.exec(text.replace(/%2e/gi, ".")) ?? [];
  const tokens = relay ? list.split(".").slice(1) : [...text.matchAll(/\br=([0-9A-Za-z]+)/g)].map(([, token = ""]) => token);
  if (relay ? tokens.length !== Number(said) : !tokens.length) return { refused: relay ? "link-truncated" : "link-missing" };
  if (tokens.length > MOST) return { refused: "too-many-sheets" };
  try {
    for (const token of tokens) core.openLink(token);
    return { tokens };
  } catch (raised) {
    const [problem] = /** @type {Partial<TautlineError>} */ (raised).problems ?? [];
    if (!problem) throw raised;
    // what is too short for a token is one that was cut
    return { refused: relay && problem.code === "link-missing" ? "link-truncated" : problem.code };
  }
}
