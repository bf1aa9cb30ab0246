// Each dimension: its state in a sentence, its scores on one line from 0 to 100.
import { capital } from "../format.js";
import { el } from "../dom.js";
import { scoreRow, section } from "./parts.js";
import { badge, symbol, toneOf } from "./shapes.js";
import { difference } from "./words.js";

/** @import { Context, Dimension } from "./words.js" */

/** @param {Context} context */
export const dimensionsSection = (context) => section("dimensions", context.texts.dimensions,
  el("div.cards", context.dimensions.map((dimension) => card(context, dimension))), el("p.fine", context.texts.wobble_key));

/** @param {Context} context @param {Dimension} dimension */
function card(context, dimension) {
  const { title, state, scores, point, lead } = dimension;
  /** @param {string} score */
  const axis = (score) => (score === point?.across.id ? context.axes.Across : score === point?.up.id && context.axes.Up);
  return el(`article.card.${toneOf(dimension)}`,
    el("header", el("h4", symbol(dimension), title), badge(state)),
    el("p", state?.text ?? context.texts.no_state),
    scores.map((score) => scoreRow(context, score, toneOf(dimension), axis(score.id))),
    lead && el("p.lead", capital(difference(context, lead.value))));
}
