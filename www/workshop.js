// The page of a workshop: several people answer one after the other, and see the
// group together. What `<taut-workshop src>` names, or the flagship, is asked.

import "./define.js";
import { readDefinition } from "./definition.js";
import { Engine } from "./engine.js";
import { definitionBytes, readTexts, textOf } from "./fetched.js";
import { thread } from "./group-thread.js";
import { Work } from "./group/work.js";
import { languageOf } from "./language.js";
import { page } from "./parts.js";
import { el } from "./views/dom.js";
import { workshopPage } from "./workshop/page.js";
import { openRoom } from "./workshop/room.js";
import { workshopSheets } from "./workshop/styles.js";

/** @import { Model } from "./types.js" */
/** @import { Shared } from "./together.js" */
/** @import { TautlineError } from "./engine.js" */
/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-workshop.json")>} WorkshopTexts */

/**
 * Loads all that the workshop will need, to the last: the network may be gone when the group is to be seen.
 * @param {HTMLElement} host
 */
async function start(host) {
  const tag = languageOf(host);
  const src = host.getAttribute("src") ?? "";
  const [texts, groupTexts, bytes, port, { openCore }] = await Promise.all([
    readTexts(tag, "-workshop"), readTexts(tag, "-group"), definitionBytes(undefined, src), thread(), import("./together.js"), readTexts(tag), readTexts(tag, "-together"),
  ]);
  const definition = JSON.parse(textOf(bytes));
  const model = /** @type {Model} */ (readDefinition(textOf(bytes)));
  const engine = new Engine(bytes);
  engine.compiled = model.compiled ?? "";
  const core = await openCore({ engine });
  const length = tokenLength(core, model);
  if (!length) throw new Error(texts.too_long);
  const work = new Work(port);
  await work.open(bytes, engine.compiled);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = workshopSheets();
  root.append(workshopPage({
    // compiled once, so that no seat waits for it
    texts, groupTexts, model, definition: { ...definition, compiled: engine.compiled }, core, length, work, room: openRoom(model.id),
    // a definition of somebody else's has its results where only they know
    home: src ? "" : page(""),
  }));
}

/** How long the token of every result is; none where it would be too long for a link. @param {Shared["core"]} core @param {Model} model */
function tokenLength(core, { id, version }) {
  try {
    return core.link({ instrument: id, version, answers: {} }).length;
  } catch (raised) {
    if (/** @type {TautlineError} */ (raised).cause !== "refused") throw raised;
    return 0;
  }
}

const host = /** @type {HTMLElement} */ (document.querySelector("taut-workshop"));
start(host).catch((error) => {
  // The wording may be what is missing.
  host.replaceChildren(el("p", { role: "alert" }, "The workshop could not be loaded. Load the page again to try once more. ", el("code", error?.message || "")));
});
