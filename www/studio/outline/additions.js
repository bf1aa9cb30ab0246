// Things that not every assessment has, as a new one of them begins: each one entry of the history. What is given back
// is what to show of it.

import { familiesOf, free, list, scoresOf, taken } from "./model.js";

/** @import { Draft, StudioDocument } from "../document.js" */
/** @import { StudioTexts } from "../../studio.js" */
/** @typedef {[key: string, focus: string]} Shown */

/** @param {Draft} draft @param {string} field @param {unknown} entry */
const append = (draft, field, entry) => draft.insert([field], list(draft.value[field]).length, entry);

/** @param {StudioDocument} document @param {StudioTexts} texts @returns {Shown} */
export function addComposite(document, { begin: words }) {
  const { value } = document;
  const id = free(taken(value), "number");
  const names = list(value.scales).map((scale) => scale.id);
  const expression = names.length > 1 ? `mean(${names.join(", ")})` : names[0] ?? "0";
  document.edit((draft) => append(draft, "composites", { id, title: words.composite, expression, range: [0, 100] }));
  return [`composite ${id}`, `composite ${id} title`];
}

/** One more profile; the first one brings a second, since one alone tells nothing apart. @param {StudioDocument} document @param {StudioTexts} texts @returns {Shown} */
export function addProfile(document, { begin: words }) {
  const { value } = document;
  const used = taken(value);
  const profile = (/** @type {any[]} */ of, at = 50) => {
    const id = free(used, "profile");
    used.add(id);
    return { id, title: words.profile, text: words.means, at: of.map(() => at) };
  };
  const { archetypes } = value;
  const of = archetypes?.of ?? list(value.scales).map(({ id }) => id);
  const first = profile(list(of), archetypes ? 50 : 25);
  document.edit((draft) => {
    if (archetypes) draft.insert(["archetypes", "list"], list(archetypes.list).length, first);
    else draft.set(["archetypes"], { title: words.profiles, of, list: [first, profile(of, 75)] });
  });
  return [`profile ${first.id}`, `profile ${first.id} title`];
}

/** @param {StudioDocument} document @returns {Shown} */
export function addTarget(document) {
  const { value } = document;
  const n = list(value.targets).length;
  const free = scoresOf(value).map(([name]) => name).find((name) => !list(value.targets).some(({ of, role }) => of === name && !role));
  document.edit((draft) => append(draft, "targets", { of: free ?? scoresOf(value)[0]?.[0], at: 70 }));
  return [`target ${n}`, `target ${n} of`];
}

/** @param {StudioDocument} document @param {StudioTexts} texts @returns {Shown} */
export function addNorm(document, { begin: words }) {
  const { value } = document;
  const n = list(value.norms).length;
  document.edit((draft) => append(draft, "norms", { of: scoresOf(value)[0]?.[0], group: words.norm_group, unit: "percentile", table: [[0, 1], [50, 50], [100, 99]], source: [{ title: words.norm_source }] }));
  return [`norm ${n}`, `norm ${n} group`];
}

/** @param {StudioDocument} document @param {StudioTexts} texts @returns {Shown} */
export function addRole(document, { begin: words }) {
  const { value } = document;
  const n = list(value.roles).length;
  const used = taken(value);
  document.edit((draft) => {
    for (const label of n ? [words.role] : words.roles) {
      const id = free(used, "role");
      used.add(id);
      append(draft, "roles", { id, label });
    }
  });
  return [`role ${n}`, `role ${n} label`];
}

/** @param {StudioDocument} document @param {StudioTexts} texts @returns {Shown} */
export function addArea(document, { begin: words }) {
  const { value } = document;
  const id = free(taken(value), "area");
  document.edit((draft) => append(draft, "dimensions", { id, title: words.area }));
  return [`dimension ${id}`, `dimension ${id} title`];
}

/** A picture of two scores of every area; what it shows of their difference is made where there is none. @param {StudioDocument} document @param {StudioTexts} texts */
export const addPicture = (document, { begin: words }) => document.edit((draft) => {
  const { value } = draft;
  const [across = "", up = across] = familiesOf(value, "scales");
  let [lead] = familiesOf(value, "composites");
  if (lead === undefined) {
    lead = free(taken(value), "difference");
    append(draft, "composites", { id: lead, each: "dimension", title: words.difference, expression: `this.${across} - this.${up}` });
  }
  draft.set(["picture"], { across, up, across_title: words.across, up_title: words.up, lead, corridor: 15 });
});
