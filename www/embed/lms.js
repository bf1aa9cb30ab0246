// The widget as a package for learning systems (SCORM 1.2 and 2004); `loader.js` runs this when it has unpacked it.

import texts from "../texts/en-embed.json";
import { met, record } from "./lms/begin.js";
import { frame } from "./frame.js";
import "../define.js";
import { keep } from "./lms/keep.js";

/** @import { TautLine } from "../taut-line.js" */

const widget = document.querySelector("taut-line");
if (widget) {
  frame(/** @type {HTMLElement} */ (widget), texts);
  keep(/** @type {TautLine} */ (widget), record, met, texts);
}
