// What names what: a score that goes is taken out of what is said of it alone, and one that is called otherwise is
// called so everywhere.

import { list, listAt } from "./model.js";

/** @import { Draft, StudioDocument } from "../document.js" */
/** @import { Path } from "../edits.js" */

/** Takes an entry out of a list, and with the last one the list. @param {Draft} draft @param {Path} path of the list @param {number} n */
export function takeFrom(draft, path, n) {
  if (listAt(draft.value, path).length > 1) draft.remove([...path, n]);
  else draft.set(path, undefined);
}

/** Leaves a score out of the profiles, and with the last one the profiles. @param {Draft} draft @param {number} k its place among those compared */
export function notCompared(draft, k) {
  const { of, list: profiles } = draft.value.archetypes;
  if (of.length < 2) return draft.set(["archetypes"], undefined);
  draft.remove(["archetypes", "of", k]);
  list(profiles).forEach(({ at }, n) => { if (list(at).length > k) draft.remove(["archetypes", "list", n, "at", k]); });
}

/** Takes out what fits, from the last to the first. @param {Draft} draft @param {Path} path of a list @param {(entry: any) => boolean} fits */
function takeAll(draft, path, fits) {
  const entries = listAt(draft.value, path);
  for (let n = entries.length - 1; n >= 0; n--) if (fits(entries[n])) takeFrom(draft, path, n);
}

/** @param {StudioDocument} document @param {"scales" | "composites"} field @param {number} n */
export const deleteScore = (document, field, n) => document.edit((draft) => {
  const { id, each } = draft.value[field][n];
  const gone = (/** @type {unknown} */ name) => name === id || (each && String(name).startsWith(`${id}.`));
  if (field === "scales") draft.remove([field, n]);
  else takeFrom(draft, [field], n);
  list(draft.value.scales).forEach(({ parent }, s) => { if (gone(parent)) draft.set(["scales", s, "parent"], undefined); });
  for (const path of ["targets", "norms"]) takeAll(draft, [path], ({ of }) => gone(of));
  for (let k = list(draft.value.archetypes?.of).length - 1; k >= 0; k--) if (gone(draft.value.archetypes.of[k])) notCompared(draft, k);
});

/** Takes a role out, with what is said for it alone. @param {StudioDocument} document @param {number} n */
export const deleteRole = (document, n) => document.edit((draft) => {
  const { id } = draft.value.roles[n];
  takeFrom(draft, ["roles"], n);
  list(draft.value.roles).forEach(({ counterpart }, r) => { if (counterpart === id) draft.set(["roles", r, "counterpart"], undefined); });
  takeAll(draft, ["targets"], ({ role }) => role === id);
  list(draft.value.scales).forEach(({ members }, s) => list(members).forEach(({ weights }, m) => { if (weights) takeAll(draft, ["scales", s, "members", m, "weights"], ({ role }) => role === id); }));
  list(draft.value.group?.sides).forEach(({ roles }, k) => { const at = list(roles).indexOf(id); if (at >= 0) draft.remove(["group", "sides", k, "roles", at]); });
});

const EXPRESSIONS = ["expression", "when", "severity", "require"];
const NAMES = ["parent", "score", "scale", "of", "turned", "compare"];

/** Calls a scale otherwise, wherever it is named. @param {Draft} draft @param {string} from @param {string} to */
export function rename(draft, from, to) {
  const whole = new RegExp(`(?<![\\w.'])${from.replace(".", "\\.")}(?![\\w.'])`, "g");
  /** @param {any} value @param {Path} path @param {string} key the field that it is in */
  const walk = (value, path, key) => {
    if (value instanceof Object) for (const [step, inside] of Object.entries(value)) walk(inside, [...path, Array.isArray(value) ? Number(step) : step], Array.isArray(value) ? key : step);
    else if (typeof value !== "string") return;
    else if (EXPRESSIONS.includes(key)) { if (whole.test(value)) draft.set(path, value.replace(whole, to)); }
    else if (value === from && (NAMES.includes(key) || (key === "id" && path.at(-3) === "scales"))) draft.set(path, to);
  };
  const { items: _, pages: __, choice_sets: ___, ...rest } = draft.value;
  walk(rest, [], "");
}
