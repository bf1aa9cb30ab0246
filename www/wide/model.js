// A model with what the wider language says: which items are asked, drawn, part of a quiz.

import { hash } from "../definition.js";
import { written } from "./pipes.js";
import { languages } from "./tongue.js";

/** @import { Model } from "../types.js" */
/** @import { WideTexts } from "../wide.js" */

/** Fields that make saved answers mean something else when they change, beside those of every definition. */
const SHAPE = ["id", "kind", "multiple", "set", "choices", "value", "text", "note", "info", "most"];

/** @param {Model} model @param {any} raw the definition in the language that is shown @param {WideTexts} texts */
export function widened(model, raw, texts) {
  const { items, pages, quiz } = model;
  /** What a condition may be called that only the core can read: whether an item is drawn. */
  const DRAWN = "drawn";
  const pools = raw.pages.map((/** @type {any} */ page) => Boolean(page.draw || page.shuffle));
  for (const item of items.values()) {
    item.free = item.kind === "note";
    if (pools[item.page]) item.show_if ??= DRAWN;
  }
  model.asked = model.asked.filter(({ kind }) => kind !== "info");
  number(pages.flatMap((page) => page.items));
  const drawn = pools.includes(true) || raw.items.some((/** @type {any} */ item) => item.shuffle);
  const piped = JSON.stringify(raw).includes("{answer:");
  model.live = drawn || piped;
  model.shape += hash(JSON.stringify(raw.items, SHAPE));
  const members = raw.scales?.find((/** @type {any} */ scale) => scale.id === quiz?.scale)?.members ?? [];
  model.wide = {
    texts, drawn, pools, piped: piped ? written(model) : undefined, languages: languages(raw),
    quizzed: new Set(members.map((/** @type {any} */ { item }) => item.split(".")[0])),
    weighed: raw.scales?.some((/** @type {any} */ scale) => scale.members.some((/** @type {any} */ member) => member.weights)) ?? false,
  };
}

/** Numbers the items that ask something, in the order given. @param {Model["asked"]} items */
export function number(items) {
  let n = 0;
  for (const item of items) item.ordinal = item.kind === "info" ? NaN : ++n;
}
