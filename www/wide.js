// What the widget needs for definitions that say more than the flagship: kinds
// of items that quizzes have, a core that knows them, more in the result. Loaded
// when such a definition is shown, and for one that was not compiled, which may
// say anything.

import { load } from "./core.js";
import { readDefinition } from "./definition.js";
import { readTexts } from "./fetched.js";
import { Assessment, __wbg_reset_state, initSync } from "./pkg/wide.js";
import { aided } from "./wide/aids.js";
import { introOf } from "./wide/intro.js";
import { kinds, values } from "./wide/kinds.js";
import { widened } from "./wide/model.js";
import { pageOf, reviewOf } from "./wide/page.js";
import { resultOf } from "./wide/quiz.js";
import { quizSection } from "./wide/result/quiz.js";
import { scoresSection } from "./wide/result/scores.js";
import { keepTexts } from "./wide/result/texts.js";
import { archetypesSection, normsSection, targetsSection } from "./wide/result/standing.js";
import { wideCss } from "./wide/styles.js";
import { spoken, tongue } from "./wide/tongue.js";

/** @import { Model, Wording } from "./types.js" */
/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-wide.json")>} WideTexts */
/**
 * What the widget lets others add to, most of it once for all widgets of a page: nothing here is shared with it but what it gives.
 * @typedef {object} Tables
 * @property {typeof import("./flow.js").views} views
 * @property {typeof import("./views/item.js").bodies} bodies
 * @property {typeof import("./values.js").holds} holds
 * @property {typeof import("./views/result/index.js").sections} sections
 * @property {typeof import("./engine.js").exchange} exchange
 * @property {import("./engine.js").Engine} engine of this definition
 */

/** Whether this page's widget has been added to. */
let added = false;

/** Loads the core. */
const core = () => load("./pkg/wide_bg.wasm", { Assessment, __wbg_reset_state, initSync });

/**
 * Makes a widget ready for a definition.
 * @param {Model} model @param {string} source of the model @param {Wording} wording @param {CSSStyleSheet} sheet that the questions wear @param {Tables} tables
 */
export async function widen(model, source, wording, sheet, tables) {
  const texts = await readTexts(wording.flow.tag, "-wide").catch(() => { throw new Error("texts_missing"); });
  let raw = JSON.parse(source);
  const language = tongue(raw, wording);
  if (language) {
    raw = spoken(raw, language);
    Object.assign(model, readDefinition(JSON.stringify(raw)), { language });
    tables.engine.tongue = ` ${language}`;
  }
  widened(model, raw, texts);
  keepTexts(texts);
  if (added) return;
  added = true;
  tables.exchange(core);
  const { views, bodies, holds, sections } = tables;
  Object.assign(bodies, kinds);
  Object.assign(holds, values);
  for (const [kind, body] of Object.entries(bodies)) bodies[kind] = aided(body);
  Object.assign(views, { intro: introOf(views.intro), page: pageOf(views.page), review: reviewOf(views.review), result: resultOf(views.result) });
  sections.push(quizSection, archetypesSection, scoresSection, targetsSection, normsSection);
  const more = new CSSStyleSheet();
  more.replaceSync(wideCss);
  for (const rule of more.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
}
