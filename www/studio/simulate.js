// Simulated respondents: how scores, levels and advice would lie, before anybody is asked.

import { button, count, el, fill } from "../views/dom.js";
import { given, percent } from "../views/format.js";
import { list } from "../views/result/parts.js";
import { histogram } from "./histogram.js";
import { morphChildren } from "./morph.js";

/** @import { Distribution, Extreme, Simulation } from "../types.js" */
/** @import { Studio } from "./page.js" */

/** So many respondents are there at once. */
const QUICK = 1000;

/** @param {Studio} studio */
export function simulateView({ texts, texts: { simulate: words }, core }) {
  /** @type {string | undefined} */ let text;
  let ran = "";
  let visible = false;
  let turn = 0;
  const kind = el("select", Object.entries(words.kinds).map(([one, label]) => el("option", { value: one }, label)));
  const n = el("select", ["100", "1000", "10000"].map((one) => el("option", { value: one, selected: one === "1000" }, given(texts, Number(one)))));
  const seed = el("input", { type: "number", min: 0, step: 1, value: 1, autocomplete: "off" });
  const standing = el("p.fine", { role: "status" });
  const result = el("div.simulated");
  const element = el("section.simulate", el("h2.unseen", texts.tabs.simulate), el("p.fine", words.lede),
    el("div.strip",
      el("label", words.kind, kind), el("label", words.n, n), el("label", words.seed, seed),
      button(words.run, () => run(), { class: "main" })),
    standing, result);
  kind.onchange = n.onchange = seed.onchange = () => run();
  return {
    element,
    /** @param {string | undefined} accepted */
    judged(accepted) {
      text = accepted;
      follow();
    },
    /** @param {boolean} on */
    seen(on) {
      visible = on;
      follow();
    },
  };

  /** Runs again after a change, unless that takes long. */
  function follow() {
    if (!visible || text === ran) return;
    if (!ran || Number(n.value) <= QUICK) run();
    else standing.textContent = text === undefined ? words.refused : words.stale;
  }

  async function run() {
    if (text === undefined) return void (standing.textContent = words.refused);
    const now = ++turn;
    ran = text;
    standing.textContent = words.running;
    const reply = await core.simulate(text, kind.value, Number(n.value), Math.max(0, Math.trunc(Number(seed.value) || 0))).catch((/** @type {Error} */ error) => ({ refused: { problems: [{ message: String(error.message) }] } }));
    if (now !== turn) return;
    if ("refused" in reply) return void (standing.textContent = reply.refused.problems[0]?.message ?? "");
    standing.textContent = fill(words.done, { n: given(texts, reply.ok.value.n) });
    morphChildren(result, el("div", simulationView(reply.ok.value)));
  }

  /** @param {Simulation} simulation */
  function simulationView({ n, scales, metrics, bands, states, advice, archetypes, quiz, never, always }) {
    const share = (/** @type {number} */ of) => percent(of / Math.max(1, n));
    const bar = (/** @type {string} */ title, /** @type {number} */ of) => el("li.share", el("span", title), el("meter", { min: 0, max: n, value: of, "aria-hidden": "true" }), el("strong", share(of)));
    const part = (/** @type {string} */ title, /** @type {import("../views/dom.js").Part} */ inside) => el("section.part", { "data-key": `part ${title}` }, el("h3", title), inside);
    const notable = (/** @type {string} */ sentence, /** @type {Extreme[]} */ extremes) => extremes.length > 0 && el("div.notice", { "data-key": sentence }, el("p", sentence),
      list("ul.points", extremes, ({ kind, title, of }) => `${words.extremes[kind]}: ${of === null ? title : `${named.get(of) ?? of}: ${title}`}`));
    const named = new Map(bands.map((band) => [band.id, band.title]));
    return [
      notable(words.never, never), notable(words.always, always),
      quiz && part(words.quiz, el("ul.shares", bar(words.passed, quiz.passed), bar(words.failed, quiz.failed), quiz.none > 0 && bar(words.no_score, quiz.none))),
      scales.length + metrics.length > 0 && part(words.scores, [...scales, ...metrics].map((score) => scoreView(score))),
      bands.map((band) => part(band.title, el("ul.shares", band.levels.map((level) => bar(level.title, level.n)), band.none > 0 && bar(words.no_score, band.none)))),
      states.map((state) => part(state.title, el("ul.shares", state.states.map((one) => bar(one.title, one.n)), state.none > 0 && bar(words.no_score, state.none)))),
      archetypes && part(words.archetypes, el("ul.shares", archetypes.list.map((one) => bar(one.title, one.n)))),
      advice.length > 0 && part(words.advice, el("ul.shares", advice.map((one) => bar(one.title, one.n)))),
    ];
  }

  /** @param {Distribution} score */
  function scoreView(score) {
    const number = (/** @type {number | null} */ value) => (value === null ? "\u2013" : given(texts, Math.round(value * 10) / 10));
    return el("figure.distribution", { "data-key": `score ${score.id}` },
      el("figcaption", el("strong", score.title), el("span.soft", fill(words.quantiles, { p10: number(score.p10), p50: number(score.p50), p90: number(score.p90), mean: number(score.mean) })),
        score.none > 0 && el("span.soft", count(words.without, score.none))),
      histogram(score, fill(words.picture, { title: score.title, p10: number(score.p10), p50: number(score.p50), p90: number(score.p90) })));
  }
}
