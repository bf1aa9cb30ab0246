// The sheet of what is shared; constructable, as the others are.

import { benchmarkCss } from "./benchmark-styles.js";
import { changeCss } from "./change-styles.js";
import { shareCss } from "./share-styles.js";
import { togetherCss } from "./styles.js";
import { sheetOf } from "../styles/sheet.js";

const sheet = sheetOf(shareCss + togetherCss + changeCss + benchmarkCss);

/** Gives the sheet to a widget; drawing a result takes it away again. @param {HTMLElement} host */
export function dress(host) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (host.shadowRoot);
  if (!adoptedStyleSheets.includes(sheet())) adoptedStyleSheets.push(sheet());
}
