// Words of a template that nobody has replaced: the author's readers are not meant to see them.

import { list } from "./outline/model.js";

/** Fields whose words are about the subject; others, such as what "don't know" is called, may well stay. */
const ABOUT = ["title", "text", "label", "feedback", "right", "partly", "wrong", "passed", "failed", "intro", "about", "higher", "help"];
/** Shorter ones are no sentences of a template: "Yes" may be anybody's. */
const SHORT = 20;

/** Every text about the subject with its pointer. @param {any} value @param {string} [at] @param {boolean} [subject] @returns {[at: string, text: string][]} */
const texts = (value, at = "", subject = false) => {
  if (typeof value === "string") return subject && value.length >= SHORT ? [[at, value]] : [];
  if (!(value instanceof Object)) return [];
  return Object.entries(value).flatMap(([key, inside]) => texts(inside, `${at}/${key}`, Array.isArray(value) ? subject : ABOUT.includes(key)));
};

/**
 * What of a definition still reads as in the template it began with. Labels of shared choices stay out: agreement has
 * the same words everywhere.
 * @param {any} definition @param {any} template @returns {[at: string, text: string][]}
 */
export function leftovers(definition, template) {
  const known = new Set(texts(template).map(([, text]) => text));
  const shared = new Set(list(definition.choice_sets).flatMap(({ choices }) => list(choices).map(({ label }) => label)));
  return texts(definition).filter(([, text]) => known.has(text) && !shared.has(text));
}
