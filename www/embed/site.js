// The first script of a site: the widget, and what makes the site work without a network. Only a page of its
// own does that, never one that is built into another.

import "../define.js";

const workers = self === top && /^http/.test(location.protocol) && navigator.serviceWorker;
if (workers) {
  const address = new URL("sw.js", location.href).href;
  // where a policy guards addresses of scripts, this is one that it lets through
  const guard = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScriptURL: () => address });
  // A page without a worker is a page all the same.
  addEventListener("load", () => { workers.register(guard ? guard.createScriptURL("") : address).catch(() => {}); });
}
