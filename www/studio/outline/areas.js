// Areas that have the same scores each, and the picture that shows two of them.

import { button, count, el, fill } from "../../views/dom.js";
import { move } from "./actions.js";
import { addArea, addPicture } from "./additions.js";
import { entry, numberField, selectField, textField, tool } from "./fields.js";
import { familiesOf, list } from "./model.js";
import { takeFrom } from "./references.js";
import { section } from "./section.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function areasView(outline) {
  const { texts, texts: { outline: { areas: words } }, value, document, badge } = outline;
  const areas = list(value.dimensions);
  return (areas.length > 0 || value.picture) && section(outline, "areas", words.section, [badge("/dimensions"), badge("/picture"), count(words.n, areas.length)], () => [
    el("p.fine", { "data-key": "areas lede" }, words.lede),
    ...areas.map((area, n) => areaView(outline, area, n, areas.length)),
    el("div.actions", { "data-key": "add area" }, button(words.add, () => outline.show(...addArea(document, texts)), { "data-key": "add area button" })),
    pictureForm(outline),
  ]);
}

/** @param {Outline} outline @param {any} area @param {number} n @param {number} areas how many there are */
function areaView(outline, area, n, areas) {
  const { texts: { outline: { areas: words, tools } }, value, document, isOpen, toggle, badge } = outline;
  const key = `dimension ${area.id}`;
  const scales = list(value.scales).filter(({ id }) => String(id).startsWith(`${area.id}.`));
  const go = (/** @type {1 | -1} */ by) => { move(document, ["dimensions"], n, by); };
  return entry({ key, title: area.title, note: [badge(`/dimensions/${n}`), count(words.scores, scales.length)], open: isOpen(key), toggle: () => toggle(key), keys: go }, () => [
    textField({ key: `${key} title`, label: words.title }, area.title, (text) => document.edit((draft) => draft.set(["dimensions", n, "title"], text), true)),
    scales.length ? el("ul.checks", { "data-key": `${key} scales`, "aria-label": words.belongs }, scales.map(({ id, title }) => el("li", { "data-key": `${key} ${id}` }, button(title, () => outline.show(`scale ${id}`), { class: "quiet", "data-key": `${key} ${id} go` }))))
      : el("p.fine", { "data-key": `${key} none` }, words.none),
    el("div.tools", { "data-key": `${key} tools` },
      tool(`${key} up`, "\u2191", fill(tools.up_of, { label: area.title }), () => go(-1), n === 0), tool(`${key} down`, "\u2193", fill(tools.down_of, { label: area.title }), () => go(1), n === areas - 1),
      button(words.delete, () => { document.edit((draft) => takeFrom(draft, ["dimensions"], n)); outline.say(words.deleted); }, { class: "danger", "data-key": `${key} delete` })),
  ]);
}

/** @param {Outline} outline @returns {Part} */
function pictureForm({ texts, texts: { outline: { areas: words } }, value, document, badge }) {
  const { picture } = value;
  const [scales, numbers] = [familiesOf(value, "scales"), familiesOf(value, "composites")];
  if (!picture) return scales.length > 1 && el("div.actions", { "data-key": "picture" }, button(words.add_picture, () => addPicture(document, texts), { "data-key": "picture add" }));
  const enter = (/** @type {string} */ field, typed = true) => (/** @type {unknown} */ given) => { if (given !== undefined) document.edit((draft) => draft.set(["picture", field], given), typed); };
  const titled = (/** @type {string} */ name) => /** @type {[string, string]} */ ([name, [...list(value.scales), ...list(value.composites)].find(({ id }) => id === name || String(id).endsWith(`.${name}`))?.title ?? name]);
  return el("fieldset.group", { "data-key": "picture" }, el("legend", words.picture, " ", badge("/picture")), el("p.fine", { "data-key": "picture hint" }, words.picture_hint),
    (/** @type {const} */ (["across", "up"])).map((axis) => el("div.row", { "data-key": `picture ${axis} row` },
      selectField({ key: `picture ${axis}`, label: words[axis] }, scales.map(titled), picture[axis], enter(axis, false)),
      textField({ key: `picture ${axis}_title`, label: words.axis }, picture[`${axis}_title`], enter(`${axis}_title`)))),
    el("div.row", { "data-key": "picture lead row" },
      selectField({ key: "picture lead", label: words.lead }, numbers.map(titled), picture.lead, enter("lead", false)),
      numberField({ key: "picture corridor", label: words.corridor, min: 0 }, picture.corridor, enter("corridor"))),
    el("div.actions", { "data-key": "picture tools" }, button(words.no_picture, () => document.edit((draft) => draft.remove(["picture"])), { class: "danger", "data-key": "picture delete" })));
}
