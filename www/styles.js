// The sheets of the widget: constructable, so a strict policy needs nothing for them.

import { flowCss } from "./styles/flow.js";
import { itemsCss } from "./styles/items.js";
import { resultCss } from "./styles/result.js";
import { tokensCss } from "./styles/tokens.js";

/** Returns what gives a sheet, which is read when it is first wanted. @param {string} css */
function sheet(css) {
  /** @type {CSSStyleSheet | undefined} */
  let made;
  return () => {
    if (!made) {
      made = new CSSStyleSheet();
      made.replaceSync(css);
    }
    return made;
  };
}

export const flowSheet = sheet(tokensCss + flowCss + itemsCss)();

/** What a result needs besides. */
export const resultSheet = sheet(resultCss);
