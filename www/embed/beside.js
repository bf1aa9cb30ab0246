// In the place of `parts.js` in what lies beside a widget that is one module.

import wide from "../texts/en-wide.json";
import { within } from "./within.js";

export { page, script } from "./within.js";

export const part = within(() => fetch(new URL("./pkg/wide_bg.wasm", import.meta.url)), wide);
