// Definition JSON -> what the page draws. Runs before the core has judged the
// definition, so it checks nothing twice: of what it cannot read there is no
// model, and the caller then waits for the core to name the problems.

/** @import { Choice, Item, Kind, Model } from "./types.js" */

/** Fields that make saved answers mean something else when they change. */
const SHAPE = "id kind choice choices set value number min max step allocation total ranking grid rows prediction of".split(" ");

/** @param {string} source @returns {Model | undefined} */
export function readDefinition(source) {
  try {
    return modelOf(JSON.parse(source));
  } catch {
    return undefined;
  }
}

/** @param {any} raw @returns {Model} */
function modelOf(raw) {
  /** @type {Map<string, Choice[]>} */
  const sets = new Map(raw.choice_sets?.map((/** @type {any} */ { id, choices }) => [id, choices]));
  /** @type {Map<string, Item>} */
  const items = new Map(raw.items.map((/** @type {any} */ item) => [item.id, readItem(item, sets)]));
  const item = (/** @type {string} */ id) => /** @type {Item} */ (items.get(id));
  for (const guess of items.values()) if (guess.of) guess.choices = item(guess.of).choices;
  let ordinal = 0;
  /** @type {Model["pages"]} */
  const pages = raw.pages.map((/** @type {any} */ { title, text, items: asked, optional, show_if: when }, /** @type {number} */ page) => ({
    title, text, label: optional?.label,
    items: [...asked, ...optional?.items ?? []].map((id, n) => Object.assign(item(id), {
      page, ordinal: ++ordinal, optional: n >= asked.length, show_if: item(id).show_if ?? when,
    })),
  }));
  return {
    intro: [], glossary: [], roles: [], ...raw,
    items, pages, asked: pages.flatMap((page) => page.items), shape: hash(JSON.stringify([raw.choice_sets, raw.items], SHAPE)),
  };
}

/** @param {any} raw @param {Map<string, Choice[]>} sets @returns {Item} */
function readItem(raw, sets) {
  const [kind] = /** @type {[Kind]} */ (Object.keys(raw.kind));
  const detail = raw.kind[kind];
  return { step: 1, unit: "", ...raw, ...detail, kind, choices: detail.choices ?? sets.get(detail.set), rows: sets.get(detail.rows) };
}

/**
 * A number for a text. That of what saved answers depend on (items, kinds, choice
 * values) is known before the core is there, and the same after a mere change of wording.
 * @param {string} text
 */
export function hash(text) {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash.toString(16);
}
