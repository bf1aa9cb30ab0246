// The widget as a page of one file; `loader.js` runs this when it has unpacked it.

import { frame } from "./frame.js";
import "../define.js";

// parsed, but not defined yet when this was imported: nothing has begun before
const widget = document.querySelector("taut-line");
if (widget) frame(/** @type {HTMLElement} */ (widget));
