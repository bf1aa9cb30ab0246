// What can stand at a place of the text: fields with what they mean, values, names of what the definition has.

import { el } from "../views/dom.js";
import { sayings } from "./schema.js";
import { snippets } from "./snippets.js";

/** @import { Completion, CompletionContext } from "../pkg/editor.js" */
/** @import { Kit, StudioDocument } from "./document.js" */
/** @import { Path } from "./edits.js" */
/** @import { StudioTexts } from "../studio.js" */
/** @typedef {ReturnType<typeof import("./schema.js").schemaReader>} Reader */

/** @param {any[] | undefined} list @returns {string[]} */
const ids = (list) => (Array.isArray(list) ? list.flatMap(({ id }) => id ?? []) : []);

/** Where a field names something of the definition: the field, and what it can name. @type {[field: RegExp, names: (value: any) => string[]][]} */
const NAMES = [
  [/(^|\.)(pages\.items|optional\.items|lists\.items|item|prediction\.of)$/, (value) => ids(value.items)],
  [/(set|kind\.grid\.rows)$/, (value) => ids(value.choice_sets)],
  [/(quiz\.scale|scales\.parent)$/, (value) => ids(value.scales)],
  [/(bands|targets|norms|archetypes|limits)\.of$/, (value) => [...ids(value.scales), ...ids(value.composites)]],
  [/(^|\.)(role|sides\.roles)$/, (value) => ids(value.roles)],
];

/** @param {Kit} kit @param {Reader} reader @param {StudioTexts} texts @param {() => StudioDocument} current */
export const completer = (kit, reader, texts, current) => (/** @type {CompletionContext} */ context) => {
  const { text } = current().parsed;
  const location = kit.getLocation(text, context.pos);
  const typed = /["\w.+-]*$/.exec(text.slice(0, context.pos))?.[0] ?? "";
  if (!typed && !context.explicit) return null;
  const from = context.pos - typed.length;
  // what is left of the word behind the place, with its sign of the end
  const to = context.pos + (/^[\w.+-]*"?/.exec(text.slice(context.pos))?.[0].length ?? 0);
  const options = location.isAtPropertyKey ? fields(location.path.slice(0, -1)) : values(location.path);
  return options.length ? { from, to, options, filter: true } : null;

  /** @param {Path} path @returns {Completion[]} */
  function fields(path) {
    const there = new Set(Object.keys(path.reduce((value, step) => value?.[step], current().value) ?? {}));
    const colon = /^\s*:/.test(text.slice(to));
    return reader.order(path).filter((name) => !there.has(name)).map((name, n) => {
      const said = sayings(reader.at([...path, name]));
      return {
        label: `"${name}"`, detail: said.type, type: "property", boost: -n, info: () => infoOf(said, texts),
        apply: colon ? `"${name}"` : kit.snippet(`"${name}": ${startOf(said)}`),
      };
    });
  }

  /** @param {Path} path @returns {Completion[]} */
  function values(path) {
    const said = sayings(reader.at(path));
    const place = path.filter((step) => typeof step === "string").join(".");
    const names = NAMES.flatMap(([field, list]) => (field.test(place) ? list(current().value ?? lastGood(text)) : []));
    /** @type {Completion[]} */
    const plain = [...said.values, ...names].map((value) => ({ label: JSON.stringify(value), type: "enum", info: () => infoOf(said, texts) }));
    return [...plain, ...snippets(place).map(({ label, detail, template }) => ({ label, detail, type: "class", apply: kit.snippet(template) }))];
  }
};

/** Names in a text that is no JSON at the moment. @param {string} text */
function lastGood(text) {
  const found = [...text.matchAll(/"id":\s*"(\w[\w.]*)"/g)].map(([, id]) => ({ id }));
  return { items: found, choice_sets: found, scales: found, composites: found, roles: found };
}

/** What a new field begins with. @param {ReturnType<typeof sayings>} said */
function startOf({ type, values, fallback }) {
  if (type === "object") return "{${}}";
  if (type === "array") return "[${}]";
  if (fallback !== undefined || values.length) return `\${${JSON.stringify(fallback ?? values[0])}}`;
  return type === "integer" || type === "number" ? "${0}" : '"${}"';
}

/** @param {ReturnType<typeof sayings>} said @param {StudioTexts} texts */
function infoOf({ text, limits, fallback, examples }, { text: { without, example } }) {
  const facts = [...limits, ...fallback === undefined ? [] : [`${without} ${JSON.stringify(fallback)}`]].join("; ");
  return el("div", el("p", text), facts && el("p", facts), examples.length > 0 && el("p", `${example} `, el("code", JSON.stringify(examples[0]))));
}
