// The page of a group: results in, what may be shown of all of them out. What
// `<taut-group src>` names, or the flagship, is the assessment they belong to.

import { definitionBytes, get, textOf } from "./fetched.js";
import { Work } from "./group/work.js";
import { groupSheet } from "./group/styles.js";
import { groupPage } from "./group/page.js";
import { readDefinition } from "./definition.js";
import { el } from "./views/dom.js";

/** @typedef {typeof import("./texts/en-group.json")} GroupTexts */

const WORKER = new URL("./group-worker.js", import.meta.url);

/** A thread of its own, or what can be had without one. @returns {Promise<Worker | MessagePort>} */
async function thread() {
  try {
    // where a policy guards addresses of scripts, this is the only one it has to let through
    const guard = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScriptURL: () => WORKER.href });
    const worker = new Worker(guard ? guard.createScriptURL("") : WORKER, { type: "module" });
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = reject;
    });
    return worker;
  } catch {
    // The work is done in short pieces, so that the page answers between them.
    const { port1, port2 } = new MessageChannel();
    (await import("./group-worker.js")).serve(port2);
    return port1;
  }
}

/** @param {HTMLElement} host */
async function start(host) {
  const words = get(new URL("./texts/en-group.json", import.meta.url)).then(textOf).then(JSON.parse);
  const [texts, bytes, port] = await Promise.all([words, definitionBytes(undefined, host.getAttribute("src") ?? ""), thread()]);
  const work = new Work(port);
  const model = readDefinition(textOf(bytes));
  await work.open(bytes, model.compiled ?? "");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [groupSheet()];
  root.append(groupPage({ texts, work, model, definition: JSON.parse(textOf(bytes)) }));
}

const host = /** @type {HTMLElement} */ (document.querySelector("taut-group"));
start(host).catch((error) => {
  // The wording may be what is missing.
  host.replaceChildren(el("p", { role: "alert" }, "The group view could not be loaded. Load the page again to try once more. ", el("code", error?.message || "")));
});
