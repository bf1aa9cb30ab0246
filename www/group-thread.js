// The thread that adds up, for every page that shows a group.

const WORKER = new URL("./group-worker.js", import.meta.url);

/** A thread of its own, or what can be had without one. @returns {Promise<Worker | MessagePort>} */
export async function thread() {
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
