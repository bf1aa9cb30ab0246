// What the outline does to a definition: one function a step, each one entry of the history.

import { begin } from "./kinds.js";
import { askedOn, choicesOf, free, isScored, kindOf, list, listAt, memberships, nextValue, quizScale, taken } from "./model.js";

/** @import { Draft, StudioDocument } from "../document.js" */
/** @import { Path } from "../edits.js" */
/** @import { StudioTexts } from "../../studio.js" */

/** @param {StudioDocument} document @param {number} page @param {any} item @param {any[]} sets @param {any[]} [counts] members that it has, with the place of their scale @returns {string} its identifier */
function place(document, page, item, sets, counts) {
  const { value } = document;
  const id = free(taken(value), "q");
  document.edit((draft) => {
    for (const set of sets) draft.insert(["choice_sets"], list(draft.value.choice_sets).length, set);
    draft.insert(["items"], value.items.length, { id, ...item });
    draft.insert(["pages", page, "items"], list(value.pages[page]?.items).length, id);
    for (const { s, member } of counts ?? []) draft.insert(["scales", s, "members"], list(draft.value.scales[s].members).length, { ...member, item: id });
    const quiz = quizScale(value);
    if (!counts && quiz >= 0 && item.correct) draft.insert(["scales", quiz, "members"], list(draft.value.scales[quiz].members).length, { item: id });
  });
  return id;
}

/** @param {StudioDocument} document @param {StudioTexts} texts @param {number} page @param {string} kind */
export function addItem(document, texts, page, kind) {
  const { item, sets } = begin(kind, texts, document.value);
  return place(document, page, item, sets);
}

/** Another question like one: it counts where that counts. @param {StudioDocument} document @param {number} page @param {string} id @param {string} [text] its own */
export function duplicateItem(document, page, id, text) {
  const { value } = document;
  const { id: _, ...item } = value.items.find((/** @type {any} */ item) => item.id === id);
  return place(document, page, text ? { ...item, text } : item, [], memberships(value, id).filter(({ m }) => m >= 0));
}

/** Takes a question out of everything that names it in a list. @param {Draft} draft @param {string} id */
function takeOut(draft, id) {
  const { value } = draft;
  /** @type {Path[]} */
  const found = [];
  list(value.pages).forEach((_, page) => found.push(...askedOn(value, page).filter((asked) => asked.id === id).map(({ path }) => path)));
  for (const { s, m } of memberships(value, id)) if (m >= 0) found.push(["scales", s, "members", m]);
  list(value.lists).forEach((entry, n) => { if (list(entry.items).includes(id)) found.push(["lists", n, "items", entry.items.indexOf(id)]); });
  found.push(["items", value.items.findIndex((/** @type {any} */ item) => item.id === id)]);
  for (const path of found) draft.remove(path);
}

/** @param {StudioDocument} document @param {string} id */
export const deleteItem = (document, id) => document.edit((draft) => takeOut(draft, id));

/** Moves a question by one place; beyond the end of its page to the next one. @param {StudioDocument} document @param {number} page @param {string} id @param {1 | -1} by @returns {boolean} whether it could */
export function moveItem(document, page, id, by) {
  const { value } = document;
  const ids = list(value.pages[page]?.items);
  const n = ids.indexOf(id);
  if (n < 0) return false;
  if (ids[n + by] !== undefined) {
    document.edit((draft) => draft.swap(["pages", page, "items"], Math.min(n, n + by)));
    return true;
  }
  const other = value.pages[page + by];
  if (!other) return false;
  document.edit((draft) => {
    draft.remove(["pages", page, "items", n]);
    draft.insert(["pages", page + by, "items"], by > 0 ? 0 : list(other.items).length, id);
  });
  return true;
}

/** @param {StudioDocument} document @param {string} title */
export const addPage = (document, title) => document.edit((draft) => draft.insert(["pages"], list(draft.value.pages).length, { title, items: [] }));

/** @param {StudioDocument} document @param {number} page */
export const duplicatePage = (document, page) => document.edit((draft) => {
  const { items: _, optional: __, ...rest } = draft.value.pages[page];
  const asked = askedOn(draft.value, page);
  const names = new Map();
  for (const { id } of asked) {
    const { value } = draft;
    names.set(id, free(taken(value), "q"));
    draft.insert(["items"], value.items.length, { ...value.items.find((/** @type {any} */ item) => item.id === id), id: names.get(id) });
    for (const { s, m, member } of memberships(value, id)) if (m >= 0) draft.insert(["scales", s, "members"], draft.value.scales[s].members.length, { ...member, item: names.get(id) });
  }
  draft.insert(["pages"], page + 1, { ...rest, items: [...names.values()] });
});

/** A page with all that is asked on it. @param {StudioDocument} document @param {number} page */
export const deletePage = (document, page) => document.edit((draft) => {
  for (const { id } of askedOn(draft.value, page)) takeOut(draft, id);
  draft.remove(["pages", page]);
});

/** Moves an entry of a list by one place. @param {StudioDocument} document @param {Path} path of the list @param {number} n @param {1 | -1} by @returns {boolean} whether it could */
export function move(document, path, n, by) {
  const length = listAt(document.value, path).length;
  if (n + by < 0 || n + by >= length) return false;
  document.edit((draft) => draft.swap(path, Math.min(n, n + by)));
  return true;
}

/** Gives a question another kind; choices stay where both kinds have some. @param {StudioDocument} document @param {StudioTexts} texts @param {number} n @param {string} kind */
export const setKind = (document, texts, n, kind) => document.edit((draft) => {
  const { value } = draft;
  const old = value.items[n];
  const { item, sets } = begin(kind, texts, value);
  const both = ["choice", "multiple"];
  const [was, will] = [kindOf(old), kindOf(item)];
  if (both.includes(was) && both.includes(will) && kind !== "truth" && kind !== "rating") {
    draft.set(["items", n, "kind"], { [will]: old.kind[was] });
    if (will === "choice" && old.correct) draft.set(["items", n, "correct"], { choices: list(old.correct.choices).slice(0, 1) });
    return;
  }
  for (const set of sets) draft.insert(["choice_sets"], list(draft.value.choice_sets).length, set);
  draft.set(["items", n, "kind"], item.kind);
  draft.set(["items", n, "points"], undefined);
  // what is right of one kind says nothing of another
  draft.set(["items", n, "correct"], old.correct || quizScale(value) >= 0 ? item.correct : undefined);
  draft.set(["items", n, "shuffle"], item.shuffle);
  if (!isScored(draft.value, n)) for (const { s, m } of memberships(draft.value, old.id)) if (m >= 0) draft.remove(["scales", s, "members", m]);
});

/** @param {StudioDocument} document @param {Path} path of the choices @param {string} label */
export const addChoice = (document, path, label) => document.edit((draft) => {
  const choices = listAt(draft.value, path);
  const points = choices.some((choice) => choice.points !== undefined) ? { points: 0 } : {};
  draft.insert(path, choices.length, { value: nextValue(choices), label, ...points });
});

/** Takes a choice out, and out of what is right. @param {StudioDocument} document @param {Path} path @param {number} n */
export const deleteChoice = (document, path, n) => document.edit((draft) => {
  const choices = listAt(draft.value, path);
  const { value } = choices[n];
  draft.remove([...path, n]);
  list(draft.value.items).forEach((item, at) => {
    if (choicesOf(draft.value, at)?.path.join() !== path.join() && choicesOf(draft.value, at, "rows")?.path.join() !== path.join()) return;
    for (const field of ["choices", "order"]) {
      const right = list(item.correct?.[field]);
      if (right.includes(value)) draft.remove(["items", at, "correct", field, right.indexOf(value)]);
    }
    const pairs = list(item.correct?.pairs);
    if (pairs.length) draft.set(["items", at, "correct", "pairs"], pairs.filter(({ row, choice }) => row !== value && choice !== value));
  });
});

/** Gives a question a list of choices of its own. @param {StudioDocument} document @param {number} n */
export const ownChoices = (document, n) => document.edit((draft) => {
  const { value } = draft;
  draft.set(["items", n, "kind", kindOf(value.items[n])], { choices: choicesOf(value, n)?.list });
});

/** @param {StudioDocument} document @param {number} n @param {"right" | "points" | "order" | "none"} how */
export const setScoring = (document, n, how) => document.edit((draft) => {
  const { value } = draft;
  const { list: choices = [], path = [] } = choicesOf(value, n) ?? {};
  draft.set(["items", n, "correct"], how === "right" ? { choices: choices.slice(0, 1).map((choice) => choice.value) } : undefined);
  choices.forEach((choice, k) => draft.set([...path, k, "points"], how === "points" ? Math.round((100 * k) / Math.max(1, choices.length - 1)) : undefined));
  if (!isScored(draft.value, n)) for (const { s, m } of memberships(draft.value, value.items[n].id)) if (m >= 0) draft.remove(["scales", s, "members", m]);
});

/** Lets a question count in a score, or no longer. @param {StudioDocument} document @param {string} id @param {number} s @param {boolean} on */
export const setMember = (document, id, s, on) => document.edit((draft) => {
  const found = memberships(draft.value, id)[s];
  if (on) draft.insert(["scales", s, "members"], list(found?.scale.members).length, { item: id });
  else if (found && found.m >= 0) draft.remove(["scales", s, "members", found.m]);
});

/** @param {StudioDocument} document @param {StudioTexts} texts @returns {string} its identifier */
export function addScale(document, { begin: words }) {
  const { value } = document;
  const id = free(taken(value), "score");
  document.edit((draft) => draft.insert(["scales"], list(value.scales).length, { id, title: words.scale, higher: words.higher, members: [], missing: { scored: 0.75 } }));
  return id;
}

/** Every question with a right answer as a quiz of one mark each. @param {StudioDocument} document @param {StudioTexts} texts */
export const makeQuiz = (document, { begin: words }) => document.edit((draft) => {
  const { value } = draft;
  const id = free(taken(value), "score");
  const members = list(value.items).filter((item) => item.correct).map((item) => ({ item: item.id }));
  draft.insert(["scales"], list(value.scales).length, { id, title: words.quiz, higher: words.quiz_higher, members, missing: { scored: 0, open: "zero" } });
  draft.set(["quiz"], { scale: id, pass: 60, passed: words.passed, failed: words.failed });
});

/** Levels of a score, from 0 to 100. @param {StudioDocument} document @param {StudioTexts} texts @param {string} scale @returns {string} identifier of the levels */
export function addBand(document, { begin: words }, scale) {
  const { value } = document;
  const used = taken(value);
  const id = free(used, "levels");
  document.edit((draft) => {
    const there = list(value.composites).find(({ expression, each }) => expression?.trim() === scale && !each);
    const of = there?.id ?? free(used, "level_of");
    const { title } = value.scales.find((/** @type {any} */ one) => one.id === scale);
    if (!there) draft.insert(["composites"], list(value.composites).length, { id: of, title, expression: scale, range: [0, 100] });
    draft.insert(["bands"], list(value.bands).length, { id, title, of, levels: words.levels.map((level, n) => ({ id: `level${n + 1}`, title: level, from: [0, 40, 70][n], text: words.means })) });
  });
  return id;
}

/** @param {StudioDocument} document @param {StudioTexts} texts @param {string} score that it reads @returns {string} */
export function addRule(document, { begin: words }, score) {
  const id = free(taken(document.value), "advice");
  const rule = { id, when: `${score} < 50`, severity: `100 - ${score}`, title: words.advice, text: words.advice_text, owner: words.owner, first_step: words.first_step, sign: words.sign };
  document.edit((draft) => {
    if (!draft.value.advice) draft.set(["advice"], { limit: 3, rules: [rule] });
    else draft.insert(["advice", "rules"], list(draft.value.advice.rules).length, rule);
  });
  return id;
}
