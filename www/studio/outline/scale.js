// Where a score belongs: an area, another score; and how sure it is.

import { el, fill } from "../../views/dom.js";
import { entry, numberField, selectField } from "./fields.js";
import { free, list, taken } from "./model.js";
import { rename } from "./references.js";

/** @import { Outline } from "./outline.js" */

/** The area in the name of a score, and what it is called there. @param {string} id */
const named = (id) => (id.includes(".") ? id.split(".") : ["", id]);

/**
 * The name of a score in an area: as others that it is missing of them, so that all areas have the same.
 * @param {any} definition @param {string} id @param {string} area "" for none
 */
function nameIn(definition, id, area) {
  const [, inner = ""] = named(id);
  const there = list(definition.scales).map((scale) => String(scale.id));
  if (!area) return there.includes(inner) ? free(taken(definition), inner) : inner;
  const others = there.filter((other) => other !== id && other.includes(".")).map((other) => named(other)[1] ?? "");
  const name = others.includes(inner) ? inner : others.find((other) => !there.includes(`${area}.${other}`)) ?? inner;
  const wanted = `${area}.${name}`;
  return there.includes(wanted) && wanted !== id ? free(new Set(there), wanted) : wanted;
}

/** @param {Outline} outline @param {any} scale @param {number} s */
export function scaleDetails(outline, scale, s) {
  const { texts: { outline: { scale: words } }, value, document, isOpen, toggle, badge } = outline;
  const key = `scale ${scale.id}`;
  const areas = list(value.dimensions).map(({ id, title }) => /** @type {[string, string]} */ ([id, title]));
  const [area = ""] = named(String(scale.id));
  const others = list(value.scales).filter(({ id }) => id !== scale.id).map(({ id, title }) => /** @type {[string, string]} */ ([id, title]));
  const moved = (/** @type {string} */ to) => {
    const id = nameIn(value, scale.id, to);
    if (id === scale.id) return;
    document.edit((draft) => rename(draft, scale.id, id));
    outline.show(`scale ${id}`);
    outline.show(`scale-more ${id}`, `scale ${id} area`);
  };
  const there = [areas.find(([id]) => id === area)?.[1], others.find(([id]) => id === scale.parent)?.[1]].filter(Boolean);
  return entry({ key: `scale-more ${scale.id}`, title: words.more, note: [badge(`/scales/${s}/parent`), there.join(", ")], open: isOpen(`scale-more ${scale.id}`), toggle: () => toggle(`scale-more ${scale.id}`) }, () => [
    areas.length > 0 && selectField({ key: `${key} area`, label: words.area, hint: fill(words.area_hint, { id: scale.id }) }, [["", words.no_area], ...areas], area, moved),
    others.length > 0 && selectField({ key: `${key} parent`, label: words.parent, hint: words.parent_hint }, [["", words.no_parent], ...others], scale.parent ?? "",
      (id) => document.edit((draft) => draft.set(["scales", s, "parent"], id || undefined))),
    numberField({ key: `${key} wobble`, label: words.wobble, hint: words.wobble_hint, min: 0, max: 100 }, scale.wobble, (given) => document.edit((draft) => draft.set(["scales", s, "wobble"], given), true)),
    !areas.length && el("p.fine", { "data-key": `${key} name` }, fill(words.name, { id: scale.id })),
  ]);
}
