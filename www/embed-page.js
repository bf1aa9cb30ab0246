// The page for publishers: the code that puts the assessment on other pages, and what each place needs.

import { readTexts } from "./fetched.js";
import { facts } from "./embed/snippets/facts.js";
import { embedPage } from "./embed/snippets/page.js";
import { embedSheet } from "./embed/snippets/styles.js";
import { languageOf } from "./language.js";
import { el } from "./views/dom.js";

/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-embed-page.json")>} Texts */

/** @param {HTMLElement} host */
async function start(host) {
  const [texts, known] = await Promise.all([readTexts(languageOf(host), "-embed-page"), facts()]);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [embedSheet()];
  root.append(embedPage(texts, known));
}

const host = /** @type {HTMLElement} */ (document.querySelector("taut-embed"));
start(host).catch((error) => {
  // The wording may be what is missing.
  host.replaceChildren(el("p", { role: "alert" }, "This page could not be loaded. Load it again to try once more. ", el("code", error?.message || "")));
});
