// In the place of `parts.js` where the widget is one module: its core is in it.

import { core } from "./unpacked.js";
import { within } from "./within.js";

export { page, script } from "./within.js";

export const part = within(core);
