// The first script of a site: the widget, and what makes the site work without a network. Only a page of its
// own does that, never one that is built into another.

import "../define.js";

// none on a page from disk
const workers = self === top && navigator.serviceWorker;
if (workers) {
  // where a policy guards addresses of scripts, this is one that it lets through
  const guard = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScriptURL: () => "sw.js" });
  // A page without a worker is a page all the same.
  addEventListener("load", () => { workers.register(guard?.createScriptURL("") ?? "sw.js").catch(() => {}); });
}
