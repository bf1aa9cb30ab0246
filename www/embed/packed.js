// In the place of `parts.js` in a page of one file: whatever it does not hold is nowhere.

import { core } from "./unpacked.js";

/** What the loader has laid down, in the one language of the page. @param {string} [kind] of words */
const words = (kind) => /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template#taut-texts${kind}`))?.content.textContent;

/** A file of the widget as a response. @param {string} name */
export async function part(name) {
  if (/(tautline|wide)_bg\.wasm$/.test(name)) return core();
  const said = words(/^\.\/texts\/..(.*)\.json$/.exec(name)?.[1]);
  return new Response(said, { status: said ? 200 : 404 });
}

/** A file of the widget as a module. @returns {Promise<any>} */
export const script = () => Promise.reject();

/** No page comes with it. */
export const page = () => "";
