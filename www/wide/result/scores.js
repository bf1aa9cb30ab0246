// Scores that belong to no dimension: each with its line.

import { section, scoreRow } from "../../views/result/parts.js";
import { el } from "../../views/dom.js";
import { wideOf } from "./texts.js";

/** @import { Context } from "../../views/result/words.js" */

/** @param {Context} context */
export function scoresSection(context) {
  const { scales, quiz, empty } = context;
  const texts = wideOf(context);
  const alone = scales.filter(({ id, dimension }) => dimension === null && id !== quiz?.score.id);
  if (!texts || empty || !alone.length) return "";
  return section("scores", texts.scores, el("div.scores", alone.map((score) => scoreRow(context, score))));
}
