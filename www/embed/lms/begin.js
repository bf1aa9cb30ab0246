// Meets the learning system before the widget begins: from then on it says who keeps the answers, and keeps those
// of several people at one computer apart.

import { hash } from "../../definition.js";
import { find } from "./find.js";
import { Record } from "./record.js";

/** @import Texts from "../../texts/en-embed.json" */

/** The blocks with words that a package has. @param {string} [kind] */
const words = (kind = "") => /** @type {HTMLTemplateElement} */ (document.querySelector(`#taut-texts${kind}`)).content;

/** @type {typeof Texts} */
export const texts = JSON.parse(words("-embed").textContent ?? "");
const found = find();

/** None without a learning system. */
export const record = found && new Record(found);

/** Whether it has begun a session. */
export const met = record?.open() ?? false;

if (met) {
  const wording = JSON.parse(words().textContent ?? "");
  Object.assign(wording.flow, { private: texts.lms_private, saved: texts.lms_saved });
  words().textContent = JSON.stringify(wording);
  // stands for the person without naming them
  document.querySelector("taut-line")?.setAttribute("storage-key", `lms-${hash(record?.get("learner") ?? "")}`);
}
