// Registers the element once; a page that loads the widget twice keeps the first.

import { TautLine } from "./taut-line.js";

if (!customElements.get("taut-line")) customElements.define("taut-line", TautLine);
