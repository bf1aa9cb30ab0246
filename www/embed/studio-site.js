// The studio of a site: it works without a network after the first visit, though no reader's browser keeps it.

import { scriptAddress } from "../guard.js";
import { LATER } from "../studio.js";

// none on a page from disk
const workers = self === top && navigator.serviceWorker;
if (workers) {
  // A page without a worker is a page all the same.
  addEventListener("load", () => { workers.register(scriptAddress("sw.js")).then(() => keep(workers)).catch(() => {}); });
}

/** Fetches once more what the page has loaded, and what it may want: the worker keeps what goes through it. @param {ServiceWorkerContainer} workers */
async function keep(workers) {
  await workers.ready;
  if (!workers.controller) await new Promise((resolve) => { workers.addEventListener("controllerchange", resolve, { once: true }); });
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const address of new Set([location.pathname, ...loaded, ...LATER])) await fetch(address);
}
