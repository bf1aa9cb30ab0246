// The page for authors: a definition is written, judged, tried and taken out. Nothing that is written leaves the
// browser.

import "./define.js";
import { WIDER, definitionBytes, readTexts, textOf } from "./fetched.js";
import { page, part } from "./parts.js";
import { Core } from "./studio/core.js";
import { openStudio } from "./studio/page.js";
import { studioSheets } from "./studio/styles.js";
import { SAMPLES, TEMPLATES, sampleAddress, templateAddress } from "./studio/templates.js";
import { threadOf } from "./thread.js";
import { el } from "./views/dom.js";

/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-studio.json")>} StudioTexts */

/** The script of the widget, for the pages of others: as this site has it. */
const WIDGET = "define.js";

/** What this page may want later, and what its thread loads: what a definition can begin with, the core, what bundles are made of. */
export const LATER = [...TEMPLATES.map(templateAddress), ...SAMPLES.map(sampleAddress), "studio-worker.js", "pkg/studio_bg.wasm", ...WIDER, "pkg/kit.zip"]
  .map((address) => new URL(address, import.meta.url).href);

/** A file of the site, "" for the flagship. @param {string} address */
async function read(address) {
  if (!address) return textOf(await definitionBytes(undefined, ""));
  const response = await part(`./${address}`);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** @param {HTMLElement} host */
async function start(host) {
  const [texts, kit, port] = await Promise.all([
    readTexts("en-GB", "-studio"), import("./pkg/editor.js"),
    threadOf(new URL("./studio-worker.js", import.meta.url), () => import("./studio-worker.js")),
  ]);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = studioSheets();
  const element = openStudio({ texts, root, kit, core: new Core(port), read, widget: page(WIDGET) });
  root.append(element);
}

const host = /** @type {HTMLElement} */ (document.querySelector("taut-studio"));
start(host).catch((error) => {
  // The wording may be what is missing.
  host.replaceChildren(el("p", { role: "alert" }, "The studio could not be loaded. Load the page again to try once more. ", el("code", error?.message || "")));
});
