// What the outline reads of a definition. Nothing is certain of one that is being written: what is missing or of
// another shape counts as empty.

/** @import { Path } from "../edits.js" */
/** @typedef {{id: string, item: any, n: number, path: Path}} Asked an item at a place of a page: `n` in `items`, `path` to its name on the page */
/** @typedef {{path: Path, list: any[], set: string, users: number}} Choices `set` and `users` where they are shared */

/** @param {any} value @returns {any[]} */
export const list = (value) => (Array.isArray(value) ? value.filter((entry) => entry !== null) : []);

/** The list at a place. @param {any} value @param {Path} path @returns {any[]} */
export const listAt = (value, path) => list(path.reduce((inside, step) => inside?.[step], value));

/** @param {any} item @returns {string} */
export const kindOf = (item) => Object.keys(item?.kind ?? {})[0] ?? "";

/** The items of a page, those behind its switch last. @param {any} definition @param {number} page @returns {Asked[]} */
export function askedOn(definition, page) {
  const items = list(definition.items);
  const { items: own, optional } = definition.pages[page] ?? {};
  const asked = (/** @type {any} */ ids, /** @type {Path} */ path) => list(ids).flatMap((id, k) => {
    const n = items.findIndex((item) => item.id === id);
    return n < 0 ? [] : [{ id, item: items[n], n, path: [...path, k] }];
  });
  return [...asked(own, ["pages", page, "items"]), ...asked(optional?.items, ["pages", page, "optional", "items"])];
}

/** The lists of choices that an item uses, by the field that names them. @param {any} definition @param {number} n of the item @param {"set" | "rows"} field @returns {Choices | undefined} */
export function choicesOf(definition, n, field = "set") {
  const item = definition.items[n];
  const kind = kindOf(item);
  const detail = item?.kind?.[kind] ?? {};
  if (field === "set" && detail.choices) return { path: ["items", n, "kind", kind, "choices"], list: list(detail.choices), set: "", users: 1 };
  const sets = list(definition.choice_sets);
  const at = sets.findIndex(({ id }) => id === detail[field]);
  return at < 0 ? undefined : { path: ["choice_sets", at, "choices"], list: list(sets[at].choices), set: sets[at].id, users: usersOf(definition, sets[at].id).length };
}

/** The items that use a set. @param {any} definition @param {string} set @returns {any[]} */
export const usersOf = (definition, set) => list(definition.items).filter((item) => Object.values(item.kind ?? {}).some((/** @type {any} */ detail) => detail?.set === set || detail?.rows === set));

/** How an item gets its points. @param {any} item @param {any[]} choices @returns {"right" | "points" | "order" | "none"} */
export function scoringOf(item, choices) {
  if (item.correct) return "right";
  if (choices.some(({ points }) => points !== undefined)) return "points";
  return choices.length && choices.every(({ value }) => Number.isInteger(value)) ? "order" : "none";
}

/** Where an item counts. @param {any} definition @param {string} id @returns {{s: number, scale: any, m: number, member: any}[]} */
export const memberships = (definition, id) => list(definition.scales).map((scale, s) => {
  const m = list(scale.members).findIndex(({ item }) => item === id);
  return { s, scale, m, member: scale.members?.[m] };
});

/** Every identifier there is. @param {any} definition */
export function taken(definition) {
  const { items, scales, composites, bands, choice_sets, dimensions, roles, lists, picks, advice, archetypes } = definition;
  return new Set([items, scales, composites, bands, choice_sets, dimensions, roles, lists, picks, advice?.rules, archetypes?.list]
    .flatMap((entries) => list(entries).map(({ id }) => id)));
}

/** An identifier that is free: a beginning and the next number. @param {Set<string>} used @param {string} beginning */
export function free(used, beginning) {
  for (let n = 1; ; n++) if (!used.has(`${beginning}${n}`)) return `${beginning}${n}`;
}

/** A value for a further choice: the next whole number, or the next letter. @param {any[]} choices @returns {string | number} */
export function nextValue(choices) {
  const values = choices.map(({ value }) => value);
  if (values.length && values.every(Number.isInteger)) return Math.max(...values) + 1;
  return [..."abcdefghijklmnopqrstuvwxyz"].find((letter) => !values.includes(letter)) ?? free(new Set(values), "c");
}

/** Whether an item has points and so can count in a score. @param {any} definition @param {number} n */
export function isScored(definition, n) {
  const item = definition.items[n];
  const kind = kindOf(item);
  if (kind === "number") return true;
  if (item.correct) return true;
  if (kind === "choice" || kind === "multiple" || kind === "grid") return scoringOf(item, choicesOf(definition, n)?.list ?? []) !== "none";
  return kind === "allocation" && Boolean(item.points);
}

/** The score that a quiz counts, as its place in `scales`. @param {any} definition */
export const quizScale = (definition) => (definition.quiz ? list(definition.scales).findIndex(({ id }) => id === definition.quiz.scale) : -1);

/** Whether a number is a score as it is, made for levels of it. @param {any} definition @param {any} composite */
export const isCopy = (definition, { expression, each }) => !each && list(definition.scales).some(({ id }) => id === expression?.trim());

/** Numbers that are computed, by name: one with `each` once for every area. @param {any} definition @returns {[name: string, title: string][]} */
export const metricsOf = (definition) => list(definition.composites).flatMap(({ id, title, each }) => (each
  ? list(definition.dimensions).map((dimension) => /** @type {[string, string]} */ ([`${id}.${dimension.id}`, `${title}: ${dimension.title}`]))
  : [/** @type {[string, string]} */ ([id, title])]));

/** Every score and number, by name, and no score twice unless both are named already. @param {any} definition @param {unknown[]} [named] @returns {[name: string, title: string][]} */
export function scoresOf(definition, named = []) {
  const composites = list(definition.composites).filter((composite) => !isCopy(definition, composite) || named.includes(composite.id));
  const all = [...list(definition.scales).map(({ id, title }) => /** @type {[string, string]} */ ([id, title])), ...metricsOf({ ...definition, composites })];
  return all.map(([name, title]) => [name, all.filter(([, other]) => other === title).length > 1 ? `${title} (${name})` : title]);
}

/** What the scores, or else the numbers, of every area are called in it. @param {any} definition @param {"scales" | "composites"} field @returns {string[]} */
export function familiesOf(definition, field) {
  const areas = list(definition.dimensions).map(({ id }) => id);
  if (field === "composites") return list(definition.composites).filter(({ each }) => each).map(({ id }) => id);
  const scales = new Set(list(definition.scales).map(({ id }) => String(id)));
  const inner = new Set([...scales].flatMap((id) => (id.includes(".") ? [id.slice(id.indexOf(".") + 1)] : [])));
  return [...inner].filter((name) => areas.every((area) => scales.has(`${area}.${name}`)));
}

/**
 * What a condition may compare, and with what, as it is written; without options with any number.
 * @typedef {{id: string, title: string, ordered: boolean, options: [literal: string, label: string][], least: number}} Readable
 */

/** What a condition of a page, or of a question on it, may read: who answers, and what is asked before. @param {any} definition @param {string} role what "who answers" is called @param {number} page @param {string} [id] of the question @returns {Readable[]} */
export function readable(definition, role, page, id) {
  const { draw, shuffle } = definition.pages[page] ?? {};
  const own = id === undefined || page < 0 || draw !== undefined || shuffle ? [] : askedOn(definition, page);
  const before = [...list(definition.pages).slice(0, Math.max(0, page)).flatMap((_, n) => askedOn(definition, n)), ...own.slice(0, Math.max(0, own.findIndex((asked) => asked.id === id)))];
  const roles = list(definition.roles).map(({ id: name, label }) => /** @type {[string, string]} */ ([`'${name}'`, label]));
  return [...roles.length ? [{ id: "role", title: role, ordered: false, options: roles, least: 0 }] : [], ...before.flatMap(({ id: name, item, n }) => {
    const kind = kindOf(item);
    const entry = { id: name, title: item.text ?? name, ordered: true, options: [], least: item.kind?.number?.min ?? 0 };
    if (kind === "number") return [entry];
    const choices = kind === "choice" ? choicesOf(definition, n)?.list ?? [] : [];
    const ordered = choices.every(({ value }) => Number.isInteger(value));
    const options = choices.filter(({ value }) => ordered || typeof value === "string").map(({ value, label }) => /** @type {[string, string]} */ ([ordered ? String(value) : `'${value}'`, label]));
    return options.length ? [{ ...entry, ordered, options }] : [];
  })];
}

/** The page that a question is asked on; -1 for none. @param {any} definition @param {string} id */
export const pageOf = (definition, id) => list(definition.pages).findIndex((_, n) => askedOn(definition, n).some((asked) => asked.id === id));
