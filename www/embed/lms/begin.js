// Meets the learning system before the widget begins: from then on it says who keeps the answers, and keeps those
// of several people at one computer apart.

import wording from "../../texts/en.json";
import texts from "../../texts/en-embed.json";
import { find } from "./find.js";
import { Record } from "./record.js";

const found = find();

/** None without a learning system. */
export const record = found && new Record(found);

/** Whether it has begun a session. */
export const met = record?.open() ?? false;

if (met) {
  Object.assign(wording.flow, { private: texts.lms_private, saved: texts.lms_saved });
  document.querySelector("taut-line")?.setAttribute("storage-key", mark(record?.get("learner") ?? ""));
}

/** Stands for a person without naming them. @param {string} learner */
function mark(learner) {
  let hash = 0;
  for (const letter of learner) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `lms-${hash.toString(16)}`;
}
