// The page of a group: results in, what may be shown of all of them out. What
// `<taut-group src>` names, or the flagship, is the assessment they belong to.

import { definitionBytes, readTexts, textOf } from "./fetched.js";
import { thread } from "./group-thread.js";
import { Work } from "./group/work.js";
import { groupSheet } from "./group/styles.js";
import { groupPage } from "./group/page.js";
import { languageOf } from "./language.js";
import { page } from "./parts.js";
import { readDefinition } from "./definition.js";
import { el } from "./views/dom.js";

/** @import { Model } from "./types.js" */
/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-group.json")>} GroupTexts */

/** @param {HTMLElement} host */
async function start(host) {
  const words = readTexts(languageOf(host), "-group");
  const [texts, bytes, port] = await Promise.all([words, definitionBytes(undefined, host.getAttribute("src") ?? ""), thread()]);
  const work = new Work(port);
  const model = /** @type {Model} */ (readDefinition(textOf(bytes)));
  await work.open(bytes, model.compiled ?? "");
  // the page of a workshop shows the assessment that comes with it
  const workshop = host.hasAttribute("src") ? undefined : page("workshop.html");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [groupSheet()];
  root.append(groupPage({ texts, work, model, definition: JSON.parse(textOf(bytes)), workshop }));
}

const host = /** @type {HTMLElement} */ (document.querySelector("taut-group"));
start(host).catch((error) => {
  // The wording may be what is missing.
  host.replaceChildren(el("p", { role: "alert" }, "The group view could not be loaded. Load the page again to try once more. ", el("code", error?.message || "")));
});
