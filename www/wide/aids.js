// What any kind of item may have beside its choices: pictures, a shuffled order,
// hints, and what is said of an answer once it has been checked.

import { button, el, fill } from "../views/dom.js";
import { checkOf } from "./check.js";
import { wider } from "./wider.js";

/** @import { Flow } from "../flow.js" */
/** @import { Choice, Item } from "../types.js" */
/** @import { Body } from "../views/item.js" */
/** @typedef {{src: string, alt: string}} Picture */

/** A body with these around it; for other definitions as it is. @param {(item: Item, flow: Flow) => Body} body */
export const aided = (body) => (/** @type {Item} */ item, /** @type {Flow} */ flow) => {
  if (!flow.model.wide) return body(item, flow);
  const choices = ordered(item, flow);
  const made = body({ ...item, choices }, flow);
  picturesIn(made.element, choices);
  const check = checkOf(item, flow);
  return /** @type {Body} */ ({
    ...made,
    element: [item.image && picture(item.image), made.element, hints(item, flow), check.element],
    show(value) {
      made.show(value);
      check.show();
    },
  });
};

/** The choices in the order in which this person sees them. @param {Item} item @param {Flow} flow @returns {Choice[]} */
function ordered({ id, choices }, { progress }) {
  const values = progress?.orders?.find(({ item }) => item === id)?.choices;
  return values?.flatMap((value) => choices.find((choice) => choice.value === value) ?? []) ?? choices;
}

/** @param {Body["element"]} element @param {Choice[]} choices */
function picturesIn(element, choices) {
  if (!choices?.some((choice) => choice.image)) return;
  for (const part of /** @type {any[]} */ ([element]).flat(Infinity)) {
    for (const [n, input] of [...part?.querySelectorAll?.(".option > input") ?? []].entries()) {
      const { image } = /** @type {Choice} */ (choices[n % choices.length]);
      if (image) input.after(picture(image));
    }
    part?.classList?.add("pictured");
  }
}

/** A picture of the definition; where the page lets none be shown, what it shows. @param {Picture} image */
function picture({ src, alt }) {
  const made = el("img.picture", { src, alt, decoding: "async" });
  made.onerror = () => made.replaceWith(el("span.soft", alt));
  return made;
}

/** @param {Item} item @param {Flow} flow */
function hints({ text, hints: all = [] }, flow) {
  if (!all.length) return "";
  const { texts } = wider(flow);
  let n = 0;
  const list = el("ol.hints");
  const label = () => fill(texts.hint, { n: n + 1, of: all.length });
  const more = button(label(), () => {
    list.append(el("li", flow.said, all[n]));
    flow.say(all[n] ?? "");
    n += 1;
    more.hidden = n === all.length;
    more.textContent = label();
  }, { class: "quiet", "aria-label": `${label()}: ${text}` });
  return el("div.aid", el("div", { role: "status" }, list), more);
}
