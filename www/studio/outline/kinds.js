// Kinds of questions as a new one of them begins. Identifiers are names of places, and stay.

import { free, taken } from "./model.js";

/** @typedef {{item: any, sets: any[]}} Begun an item without its identifier, and the sets that it needs */
/** @typedef {keyof typeof BEGIN} NewKind */

/** @param {string[]} labels @param {(string | number)[]} [values] */
const choices = (labels, values = [..."abcdefghij"]) => labels.map((label, n) => ({ value: values[n] ?? n, label }));

/**
 * The words are those of the catalogue.
 * @type {{[kind: string]: (texts: import("../../studio.js").StudioTexts["begin"], name: (beginning: string) => string) => Begun}}
 */
const BEGIN = {
  choice: ({ question, four }) => ({ item: { text: question, kind: { choice: { choices: choices(four) } }, correct: { choices: ["a"] } }, sets: [] }),
  truth: ({ statement, truth }) => ({ item: { text: statement, kind: { choice: { choices: choices(truth, ["yes", "no"]) } }, correct: { choices: ["yes"] } }, sets: [] }),
  rating: ({ statement, agreement }, name) => {
    const set = name("answers");
    return { item: { text: statement, kind: { choice: { set } } }, sets: [{ id: set, choices: choices(agreement, [1, 2, 3, 4, 5]) }] };
  },
  multiple: ({ question, four }) => ({ item: { text: question, kind: { multiple: { choices: choices(four) } }, correct: { choices: ["a", "b"] } }, sets: [] }),
  number: ({ question }) => ({ item: { text: question, kind: { number: { min: 0, max: 100 } }, correct: { numbers: [{ value: 50 }] } }, sets: [] }),
  text: ({ question, answer }) => ({ item: { text: question, kind: { text: {} }, correct: { texts: [{ text: answer }] } }, sets: [] }),
  ranking: ({ order, four }, name) => {
    const set = name("options");
    return { item: { text: order, kind: { ranking: { set } }, shuffle: true, correct: { order: ["a", "b", "c", "d"] } }, sets: [{ id: set, choices: choices(four) }] };
  },
  grid: ({ pairs, things, partners }, name) => {
    const rows = name("rows");
    const set = name("partners");
    return {
      item: { text: pairs, kind: { grid: { rows, set } }, correct: { pairs: things.map((_, n) => ({ row: "abc"[n], choice: "abc"[n] })) } },
      sets: [{ id: rows, choices: choices(things) }, { id: set, choices: choices(partners) }],
    };
  },
  allocation: ({ divide, four }, name) => {
    const set = name("parts");
    return { item: { text: divide, kind: { allocation: { total: 100, set } } }, sets: [{ id: set, choices: choices(four) }] };
  },
  note: ({ note }) => ({ item: { text: note, kind: { note: {} } }, sets: [] }),
  info: ({ info }) => ({ item: { text: info, kind: { info: {} } }, sets: [] }),
};

export const NEW_KINDS = Object.keys(BEGIN);

/** @param {string} kind @param {import("../../studio.js").StudioTexts} texts @param {any} definition @returns {Begun} */
export function begin(kind, texts, definition) {
  const used = taken(definition);
  const name = (/** @type {string} */ beginning) => {
    const made = free(used, beginning);
    used.add(made);
    return made;
  };
  return /** @type {(typeof BEGIN)[string]} */ (BEGIN[kind])(texts.begin, name);
}
