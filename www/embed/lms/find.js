// Where a learning system has its side: an object in a page around this one, or in the one that opened it.

import { VERSIONS } from "./versions.js";

/** @import { Version } from "./versions.js" */
/** @typedef {{version: Version, api: {[call: string]: (...given: string[]) => unknown}}} Found */

/** So many pages around are asked. */
const FARTHEST = 10;

/** The side of a learning system, of the newer version if it has both. @returns {Found | undefined} */
export function find() {
  for (const version of VERSIONS) {
    for (const start of [self, opener, top?.opener]) {
      let page = start;
      for (let n = 0; page && n <= FARTHEST; n++) {
        try {
          // a frame may bear the same name
          if (typeof page[version.object]?.[version.calls.open] === "function") return { version, api: page[version.object] };
        } catch {
          // a page of another origin: what is around it may be of ours
        }
        if (page === page.parent) break;
        page = page.parent;
      }
    }
  }
  return undefined;
}
