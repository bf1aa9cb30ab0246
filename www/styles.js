// The sheets of the widget.

import { flowCss } from "./styles/flow.js";
import { itemsCss } from "./styles/items.js";
import { resultCss } from "./styles/result.js";
import { sheetOf } from "./styles/sheet.js";
import { tokensCss } from "./styles/tokens.js";

export const flowSheet = sheetOf(tokensCss + flowCss + itemsCss)();

/** What a result needs besides. */
export const resultSheet = sheetOf(resultCss);
