// In the place of `parts.js` where the widget is one module and its definition needs the wider core.

import wide from "../texts/en-wide.json";
import { core } from "./unpacked.js";
import { within } from "./within.js";

export { page, script } from "./within.js";

export const part = within(core, wide);
