// The one sheet of the widget: constructable, so a strict policy needs nothing for it.

import { flowCss } from "./styles/flow.js";
import { itemsCss } from "./styles/items.js";
import { resultCss } from "./styles/result.js";
import { tokensCss } from "./styles/tokens.js";

export const sheet = new CSSStyleSheet();
sheet.replaceSync(tokensCss + flowCss + itemsCss + resultCss);
