// Definition JSON -> what the page draws. Runs before the core has judged the
// definition, so it checks nothing twice: what it cannot read makes it throw,
// and the caller then waits for the core to name the problems.

/** @import { Choice, Item, Model, Page } from "./types.js" */

/** Largest definition that is read at all, in bytes. */
export const LARGEST = 256 * 1024;

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : "");
/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * Returns the view model of a definition; throws on anything it cannot draw.
 * @param {string} source
 * @returns {Model}
 */
export function readDefinition(source) {
  const raw = JSON.parse(source);
  const sets = new Map(list(raw.choice_sets).map((set) => [set.id, list(set.choices)]));
  const items = new Map(list(raw.items).map((item) => [item.id, readItem(item, sets)]));
  for (const { id, kind } of raw.items) if (kind.prediction) mirror(items.get(id), items.get(kind.prediction.of));
  const pages = list(raw.pages).map((page) => readPage(page, items));
  place(pages);
  if (!pages.length) throw new Error("no pages");
  return {
    id: text(raw.id), version: text(raw.version), title: text(raw.title), language: text(raw.language),
    intro: list(raw.intro).map(text), dontKnow: text(raw.dont_know), glossary: list(raw.glossary),
    roles: list(raw.roles).map(({ id, label, counterpart }) => ({ id, label, counterpart: counterpart !== undefined })),
    items, pages, shape: shapeOf(items),
  };
}

/** @param {any} raw @param {Map<string, Choice[]>} sets @returns {Item} */
function readItem(raw, sets) {
  const [kind] = Object.keys(raw.kind);
  const detail = raw.kind[kind ?? ""];
  /** @param {string} name */
  const set = (name) => sets.get(name) ?? [];
  return {
    id: raw.id, text: text(raw.text), help: text(raw.help), kind: /** @type {Item["kind"]} */ (kind),
    choices: detail.choices ?? set(detail.set), rows: set(detail.rows),
    min: detail.min ?? 0, max: detail.max ?? 0, step: detail.step ?? 1, unit: text(detail.unit), total: detail.total ?? 0,
    of: null, conditional: raw.show_if !== undefined, optional: false, page: 0, ordinal: 0,
  };
}

/** @param {Item | undefined} item @param {Item | undefined} other */
function mirror(item, other) {
  if (!item || !other) throw new Error("prediction of nothing");
  item.of = other;
  item.choices = other.choices;
}

/** @param {any} raw @param {Map<string, Item>} items @returns {Page} */
function readPage(raw, items) {
  /** @param {unknown} ids */
  const pick = (ids) => list(ids).map((id) => {
    const item = items.get(id);
    if (!item) throw new Error("page names an unknown item");
    return item;
  });
  const optional = raw.optional ? { label: text(raw.optional.label), items: pick(raw.optional.items) } : null;
  const page = { title: text(raw.title), items: pick(raw.items), optional };
  if (raw.show_if !== undefined) for (const item of [...page.items, ...optional?.items ?? []]) item.conditional = true;
  return page;
}

/** Tells every item its page and its number. @param {Page[]} pages */
function place(pages) {
  let ordinal = 0;
  pages.forEach((page, n) => {
    for (const item of page.items) Object.assign(item, { page: n, ordinal: ++ordinal });
    for (const item of page.optional?.items ?? []) Object.assign(item, { page: n, ordinal: ++ordinal, optional: true });
  });
}

/**
 * Returns a hash (FNV-1a, 32 bits) of what saved answers depend on: items,
 * kinds, choice values. Known before the core is there, and a mere change of
 * wording keeps the answers.
 * @param {Map<string, Item>} items
 */
function shapeOf(items) {
  /** @param {Choice[]} choices */
  const values = (choices) => choices.map(({ value }) => value);
  const shape = JSON.stringify([...items.values()].map((item) => [
    item.id, item.kind, values(item.choices), values(item.rows), item.min, item.max, item.step, item.total,
  ]));
  let hash = 0x811c9dc5;
  for (let at = 0; at < shape.length; at++) hash = Math.imul(hash ^ shape.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
