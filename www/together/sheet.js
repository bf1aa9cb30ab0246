// The sheet of what is shared; constructable, as the others are.

import { benchmarkCss } from "./benchmark-styles.js";
import { changeCss } from "./change-styles.js";
import { shareCss } from "./share-styles.js";
import { togetherCss } from "./styles.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Gives the sheet to a widget; drawing a result takes it away again. @param {HTMLElement} host */
export function dress(host) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(shareCss + togetherCss + changeCss + benchmarkCss);
  }
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
