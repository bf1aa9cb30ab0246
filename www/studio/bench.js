// The bench: answers in a compact form, or those of a simulated respondent, and every number that they lead to, with
// where it comes from.

import { button, el, fill } from "../views/dom.js";
import { given, shown } from "../views/format.js";
import { list } from "../views/result/parts.js";
import { answerField } from "./answers.js";
import { explanationView } from "./explanation.js";
import { morphChildren } from "./morph.js";
import { askedOn } from "./outline/model.js";

/** @import { AnswersDocument, Finished, Score } from "../types.js" */
/** @import { Studio } from "./page.js" */

/** @param {Studio} studio */
export function benchView({ texts, texts: { bench: words }, core, say }) {
  /** @type {string | undefined} */ let text;
  let opened = "";
  let visible = false;
  /** @type {AnswersDocument} */ let answers = { instrument: "", answers: {} };
  let [turn, seed, explained] = [0, 1, ""];
  /** @type {any} */ let definition;
  const form = el("div.answers-form");
  const numbers = el("div.numbers", { "aria-live": "off" });
  const kinds = Object.keys(words.kinds);
  const kind = el("select", { "aria-label": words.kind }, kinds.map((one) => el("option", { value: one }, words.kinds[/** @type {"random"} */ (one)])));
  const element = el("section.bench", el("h2.unseen", texts.tabs.bench),
    el("div.strip", kind, button(words.random, randomize, { class: "main" }), button(words.clear, () => change({}, undefined))),
    el("div.bench-body", form, numbers));
  return {
    element,
    /** @param {string | undefined} accepted what the core accepts, if it does */
    judged(accepted) {
      text = accepted;
      update();
    },
    /** @param {boolean} on */
    seen(on) {
      visible = on;
      update();
    },
  };

  async function update() {
    if (!visible) return;
    if (text === undefined) return void morphChildren(numbers, el("div", el("p.notice.warning", words.refused)));
    if (opened === text) return;
    opened = text;
    definition = JSON.parse(text);
    answers.instrument = definition.id;
    // what is no longer asked is dropped, so that the rest still counts
    const known = new Set(definition.items.map((/** @type {any} */ { id }) => id));
    answers.answers = Object.fromEntries(Object.entries(answers.answers).filter(([id]) => known.has(id)));
    await core.open(text);
    draw();
  }

  /** @param {{[item: string]: any}} next @param {string | undefined} [role] */
  function change(next, role) {
    answers = { instrument: definition?.id ?? "", answers: next, ...role ? { role } : {} };
    draw();
  }

  async function randomize() {
    if (!definition) return;
    const reply = await core.random(kind.value, seed++);
    if ("refused" in reply) return say(words.refused);
    answers = JSON.parse(reply.ok.value);
    draw();
  }

  /** Asks the core, and shows what it says of the answers that are there now. */
  async function draw() {
    const now = ++turn;
    const [progress, finished] = await Promise.all([core.progress(answers), core.finish(answers)]);
    const why = explained && "ok" in finished ? await core.explain(answers, explained) : undefined;
    if (now !== turn) return;
    // an answer that does not fit any longer refuses all of them
    if ("refused" in progress) {
      const wrong = progress.refused.problems.map(({ at }) => at.split("/")[2] ?? "");
      const fitting = Object.fromEntries(Object.entries(answers.answers).filter(([id]) => !wrong.includes(id)));
      if (Object.keys(fitting).length < Object.keys(answers.answers).length) return change(fitting, answers.role);
      return void morphChildren(numbers, el("div", el("p.notice.warning", progress.refused.problems[0]?.message ?? "")));
    }
    morphChildren(form, el("div", formView(new Set(progress.ok.value.applicable))));
    if ("ok" in finished) morphChildren(numbers, el("div", numbersView(finished.ok.value, why && "ok" in why && explanationView(texts, why.ok.value))));
    else morphChildren(numbers, el("div", list("ul.points", finished.refused.problems, ({ message }) => message)));
  }

  /** @param {Set<string>} applicable */
  function formView(applicable) {
    const roles = definition.roles ?? [];
    const role = el("select", { "data-key": "role", "aria-label": words.role }, el("option", { value: "" }, words.no_role), roles.map((/** @type {any} */ one) => el("option", { value: one.id, selected: answers.role === one.id }, one.label)));
    role.onchange = () => change(answers.answers, role.value);
    return [
      roles.length > 0 && el("p", { "data-key": "roles" }, role),
      ...definition.pages.flatMap((/** @type {any} */ page, /** @type {number} */ n) => {
        const asked = askedOn(definition, n).filter(({ id }) => applicable.has(id));
        return asked.length ? [el("h3", { "data-key": `page ${n}` }, page.title), ...asked.map(({ item }) => answerField(texts, definition, item, answers.answers[item.id], (value) => {
          const { [item.id]: _, ...rest } = answers.answers;
          change(value === undefined ? rest : { ...rest, [item.id]: value }, answers.role);
        }))] : [];
      }),
    ];
  }

  /** @param {Finished} finished @param {HTMLElement | false | undefined} explanation of the number that is to be explained */
  function numbersView({ scales, metrics, bands, states, advice, report }, explanation) {
    const row = (/** @type {string} */ id, /** @type {string} */ title, /** @type {string} */ value, /** @type {string} */ note) => [el("tr", { "data-key": `row ${id}` },
      el("th", { scope: "row" }, button(title, () => { explained = explained === id ? "" : id; draw(); }, { class: "quiet", "aria-expanded": String(explained === id), "data-key": `why ${id}`, title: words.explain })),
      el("td.number", value), el("td.soft", note)), explained === id && explanation && el("tr", { "data-key": `why ${id}` }, el("td", { colspan: 3 }, explanation))];
    const value = (/** @type {Score} */ { value, display }) => (value === null ? "\u2013" : display === "percent" ? shown(value, display) : given(texts, Math.round(value * 100) / 100));
    const note = (/** @type {Score} */ { status, answered, of }) => [words.status[status], of === null ? "" : fill(words.answered, { answered, of })].filter(Boolean).join(", ");
    const title = new Map(report.bands.map((band) => [band.id, band]));
    const fired = new Map(report.advice.map((one) => [one.id, one.title]));
    const { quiz } = /** @type {any} */ (report);
    return [
      !scales.length && !metrics.length && el("p.soft", { "data-key": "nothing" }, words.nothing),
      el("table", el("caption.unseen", words.numbers), el("tbody",
        scales.map((/** @type {Score} */ score) => row(score.id, score.title, value(score), note(score))),
        metrics.map((/** @type {Score} */ score) => row(score.id, score.title, value(score), note(score))),
        bands.map((band) => row(band.id, title.get(band.id)?.title ?? band.id, title.get(band.id)?.levels.find(({ id }) => id === band.level)?.title ?? "\u2013", words.level)),
        states.map(({ dimension, id }) => el("tr", { "data-key": `state ${dimension}` }, el("th", { scope: "row" }, definition.dimensions?.find((/** @type {any} */ one) => one.id === dimension)?.title ?? dimension), el("td.number", definition.states?.find((/** @type {any} */ state) => state.id === id)?.title ?? "\u2013"), el("td.soft", words.state))))),
      quiz && el("p", el("strong", fill(words.marks, { marks: given(texts, quiz.marks), of: given(texts, quiz.of) })), " ", quiz.passed === true ? words.passed : quiz.passed === false ? words.failed : ""),
      advice.length > 0 && [el("h3", { "data-key": "advice" }, words.advice), list("ul.points", advice, (id) => fired.get(id) ?? id)],
    ];
  }
}
