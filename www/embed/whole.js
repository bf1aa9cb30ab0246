// The widget as one module, for pages that name its hash and for bundlers.

import "../define.js";

export { TautLine } from "../taut-line.js";
