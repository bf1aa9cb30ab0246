// A thread for work that would keep the page from answering.

import { scriptAddress } from "./guard.js";

/**
 * A thread of its own, or what can be had without one.
 * @param {URL} script @param {() => Promise<{serve: (port: MessagePort) => void}>} here the same script in this thread
 * @returns {Promise<Worker | MessagePort>}
 */
export async function threadOf(script, here) {
  try {
    const worker = new Worker(scriptAddress(script.href), { type: "module" });
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = reject;
    });
    return worker;
  } catch {
    // The work is done in short pieces, so that the page answers between them.
    const { port1, port2 } = new MessageChannel();
    (await here()).serve(port2);
    return port1;
  }
}
