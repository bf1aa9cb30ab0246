// Meets the learning system before the widget begins: from then on it says who keeps the answers, and keeps those
// of several people at one computer apart.

import wording from "../../texts/en.json";
import texts from "../../texts/en-embed.json";
import { hash } from "../../definition.js";
import { find } from "./find.js";
import { Record } from "./record.js";

const found = find();

/** None without a learning system. */
export const record = found && new Record(found);

/** Whether it has begun a session. */
export const met = record?.open() ?? false;

if (met) {
  Object.assign(wording.flow, { private: texts.lms_private, saved: texts.lms_saved });
  // stands for the person without naming them
  document.querySelector("taut-line")?.setAttribute("storage-key", `lms-${hash(record?.get("learner") ?? "")}`);
}
