// Registers the element once; a page that loads the widget twice keeps the first.

import { TautLine } from "./taut-line.js";

if (!customElements.get("taut-line")) {
  // lets an accent that is no colour fall back to one: see styles/tokens.js
  CSS.registerProperty?.({ name: "--tautline-accent", syntax: "<color>", inherits: true, initialValue: "#000" });
  customElements.define("taut-line", TautLine);
}
