// Where the files of the widget lie: beside this script, and its pages one folder up in a release. A build
// that is one file has `embed/inside.js` in the place of this one.

/** From the scripts to the pages; set by a release. */
const PAGES = "./";

/** Hashes of what is fetched, where a release has set them. @type {{[name: string]: string | undefined}} */
const INTEGRITY = {};

/** A file of the widget as a response. @param {string} name as seen from this script @returns {Promise<Response>} */
export const part = (name) => fetch(new URL(name, import.meta.url), { integrity: INTEGRITY[name] ?? "" });

/** A file of the widget as a module. @param {string} name */
export const script = (name) => import(new URL(name, import.meta.url).href);

/** The address of a page that comes with the widget. @param {string} name */
export const page = (name) => new URL(PAGES + name, import.meta.url).href;
