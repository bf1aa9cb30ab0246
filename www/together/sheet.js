// The sheet of what is shared; constructable, as the others are.

import { shareCss } from "./share-styles.js";
import { togetherCss } from "./styles.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

export function togetherSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(shareCss + togetherCss);
  }
  return sheet;
}
