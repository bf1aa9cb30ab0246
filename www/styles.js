// The sheets of the widget: constructable, so a strict policy needs nothing for them.

import { flowCss } from "./styles/flow.js";
import { itemsCss } from "./styles/items.js";
import { resultCss } from "./styles/result.js";
import { tokensCss } from "./styles/tokens.js";

/** @param {string} css */
function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

export const flowSheet = sheet(tokensCss + flowCss + itemsCss);

/** @type {CSSStyleSheet | undefined} */
let result;

/** What a result needs besides; not read before there is one. */
export const resultSheet = () => (result ??= sheet(resultCss));
