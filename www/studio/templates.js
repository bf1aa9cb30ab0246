// What a definition can begin with.

/** @import { StudioTexts } from "../studio.js" */
/** @typedef {{id: string, address: string}} Source a file of the site */

/** To be filled. */
export const TEMPLATES = ["quiz", "check", "profile", "maturity", "survey"];
/** To be looked at, or changed. */
export const SAMPLES = ["blog-quiz", "team-health", "working-styles", "data-maturity", "everyday-character", "safety-training"];

/** @param {string} id */
export const templateAddress = (id) => `instruments/templates/${id}.json`;
/** @param {string} id */
export const sampleAddress = (id) => `instruments/samples/${id}.json`;
export const FLAGSHIP = "instruments/bt-synchronization.json";

/** The least that is accepted: one question. @param {StudioTexts["begin"]} words @returns {any} */
export const empty = (words) => ({
  format: 1, id: "new", version: "1.0", title: words.title, language: "en", license: words.license, dont_know: words.dont_know,
  items: [{ id: "q1", text: words.question, kind: { choice: { choices: words.four.slice(0, 2).map((label, n) => ({ value: "ab"[n], label })) } } }],
  pages: [{ title: words.page, items: ["q1"] }],
});

/** A name for files and links, of a title: letters that every address takes. @param {string} title */
export function slug(title) {
  const words = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  return words.slice(0, 48).replace(/-+$/, "") || "my-assessment";
}
