// What is kept where, and who can read it.

import { el } from "../views/dom.js";
import { list } from "../views/result/parts.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop @param {boolean} open */
export const keptView = ({ texts: { kept } }, open) => el("details.kept", { open }, el("summary", kept.title),
  list("ul.points", [kept.seat, kept.tab, kept.link], (sentence) => sentence));
