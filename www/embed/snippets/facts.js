// What the page knows of the site that it belongs to.

import { definitionBytes, textOf } from "../../fetched.js";

/**
 * What a bundle writes into the page. `languages`: those of its words, first that of the pages; `url`: where the site will be served, if the publisher has said so.
 * @typedef {{id: string, title: string, url: string | null, languages: string[], parts: string, integrity: string, roles: Role[], oembed: boolean}} Block
 * @typedef {{id: string, label: string}} Role
 */
/** Files of the site, as seen from its folder. @typedef {{whole: string, newest: string, definition: string, frame: string, resize: string, scorm: string}} FilesOfSite */
/** @typedef {Omit<Block, "parts"> & {site: string, here: string, files: FilesOfSite}} Facts `site`: its address, for other pages; `here`: the same, for this page */

/** @returns {Promise<Facts>} */
export async function facts() {
  const here = new URL("./", location.href).href;
  const block = document.querySelector("script#taut-bundle")?.textContent;
  if (!block) return { ...await withoutBundle(), site: here, here };
  const { parts, ...said } = /** @type {Block} */ (JSON.parse(block));
  const { id } = said;
  const files = {
    whole: `${parts}/whole.js`, newest: "tautline.js", definition: `${parts}/instrument.json`,
    frame: `${id}.html`, resize: "resize.js", scorm: `lms/${id}-scorm12.zip`,
  };
  return { ...said, site: said.url ?? here, here, files };
}

/** The files as they are while one works on them: no hash, no file for frames. */
async function withoutBundle() {
  const { id, title, roles = [] } = JSON.parse(textOf(await definitionBytes(undefined, "")));
  const files = {
    whole: "define.js", newest: "define.js", definition: `instruments/${id}.json`,
    frame: "index.html", resize: "embed/resize.js", scorm: `lms/${id}-scorm12.zip`,
  };
  return { id, title, roles, languages: ["en"], url: null, integrity: "", oembed: false, files };
}
