// The widget as a package for learning systems (SCORM 1.2 and 2004); `loader.js` runs this when it has unpacked it.

import { met, record, texts } from "./lms/begin.js";
import { frame } from "./frame.js";
import "../define.js";
import { keep } from "./lms/keep.js";

/** @import { TautLine } from "../taut-line.js" */

const widget = document.querySelector("taut-line");
if (widget) {
  frame(/** @type {HTMLElement} */ (widget));
  keep(/** @type {TautLine} */ (widget), record, met, texts);
}
