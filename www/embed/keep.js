// Pages of a site that no reader's browser keeps beforehand: they work without a network after the first visit.

import { scriptAddress } from "../guard.js";

/** Has the worker keep what the page has loaded, and what it may want. @param {string[]} wanted addresses */
export function keep(wanted) {
  // none on a page from disk
  const workers = self === top && navigator.serviceWorker;
  // A page without a worker is a page all the same.
  if (workers) addEventListener("load", () => { workers.register(scriptAddress("sw.js")).then(() => fetchAll(workers, wanted)).catch(() => {}); });
}

/** Fetches once more: the worker keeps what goes through it. @param {ServiceWorkerContainer} workers @param {string[]} wanted */
async function fetchAll(workers, wanted) {
  await workers.ready;
  if (!workers.controller) await new Promise((resolve) => { workers.addEventListener("controllerchange", resolve, { once: true }); });
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const address of new Set([location.pathname, ...loaded, ...wanted])) await fetch(address);
}
