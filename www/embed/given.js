// In the place of `parts.js` where the host says where the core is.

import { within } from "./within.js";

export { page, script } from "./within.js";

/** @typedef {Parameters<typeof import("./slim.js").init>[0]} Core */

/** @type {(core: Core) => void} */
export let give;
/** @type {Promise<Core>} */
const given = new Promise((resolve) => { give = resolve; });

export const part = within(async () => {
  const core = await given;
  if (core instanceof Response) return core.clone();
  return core instanceof ArrayBuffer || ArrayBuffer.isView(core) ? new Response(core) : fetch(core);
});
