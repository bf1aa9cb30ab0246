// What comes in from elsewhere and what goes to others: answers files, links,
// invitations, two results side by side, other results as a benchmark, and what
// a host page asks of the element. Loaded when one of them is asked for.

import { Together, __wbg_reset_state, initSync, squares } from "./pkg/together.js";
import { get, readTexts, utf8 } from "./fetched.js";
import { page } from "./parts.js";
import { arrival, invitation } from "./together/arrival.js";
import { showChange, showPair } from "./together/compare.js";
import { putBeside } from "./together/benchmark.js";
import { otherView, severalView } from "./together/other.js";
import { panelView } from "./together/panel.js";
import { dress } from "./together/sheet.js";
import { button } from "./views/dom.js";

export { saveResult } from "./together/export.js";
export { act, adopt } from "./together/host.js";
export { printed } from "./together/print.js";
export { takeAnswers } from "./together/taken.js";

/** @import { AnswersDocument, Change, Comparison, Placed } from "./types.js" */
/** @import { Flow } from "./flow.js" */
/** @typedef {import("./types.js").Catalogue<typeof import("./texts/en-together.json")>} TogetherTexts */
/** @typedef {{flow: Flow, texts: TogetherTexts, core: Awaited<ReturnType<typeof openCore>>, group: string}} Shared what every view here is given */

const bindings = { Together, __wbg_reset_state, initSync, squares };
/** @type {Promise<typeof bindings> | undefined} */
let loading;

/** The part of the core for several results, opened for one definition. @param {Pick<Flow, "engine">} flow */
export async function openCore({ engine }) {
  // after it the compiled form is known
  await engine.check();
  loading ??= engine.load("./pkg/together_bg.wasm", bindings);
  const loaded = await loading.catch((error) => {
    loading = undefined;
    throw error;
  });
  /** @type {Together | undefined} */
  let handle;
  /** @template T @param {(core: Together) => import("./types.js").Reply<T>} work */
  const ask = (work) => {
    try {
      return engine.ask(() => work(handle ??= new loaded.Together(...engine.source)));
    } catch (error) {
      if (/** @type {any} */ (error).cause === "stopped") {
        handle = undefined;
        loaded.__wbg_reset_state();
      }
      throw error;
    }
  };
  return {
    squares: loaded.squares,
    /** @param {AnswersDocument} answers @returns {string} */
    link: (answers) => ask((core) => core.link(utf8(answers))),
    /** @param {string} text @returns {AnswersDocument} */
    openLink: (text) => JSON.parse(ask((core) => core.openLink(utf8(text)))),
    /** @param {AnswersDocument} first @param {AnswersDocument} second @returns {Comparison} */
    compare: (first, second) => ask((core) => core.compare(utf8(first), utf8(second))),
    /** @param {AnswersDocument} old @param {AnswersDocument} now @returns {Change} */
    change: (old, now) => ask((core) => core.change(utf8(old), utf8(now))),
    /** @param {AnswersDocument} answers @param {Uint8Array} file @returns {Placed} */
    place: (answers, file) => ask((core) => core.place(utf8(answers), file)),
  };
}

/** @param {Flow} flow @returns {Promise<Shared>} */
async function shared(flow) {
  const [wording, core] = await Promise.all([readTexts(flow.texts.tag, "-together"), openCore(flow)]);
  dress(flow.host);
  return { flow, texts: wording, core, group: page("group.html") };
}

/** Shows what a link brought: a result or an invitation. @param {Flow} flow @param {string} text */
export async function openLink(flow, text) {
  const given = await shared(flow);
  const { texts: { link: texts } } = given;
  if (/^for=/.test(text)) return invitation(given, text);
  arrival(given, text, (mine, theirs) => [
    button(texts.beside, () => showPair(given, mine, theirs), { class: "main" }),
    button(texts.over_time, () => showChange(given, theirs, mine)),
  ]);
}

/** Shows or hides what can be done with a result on screen. @param {Flow} flow @param {AnswersDocument} answers behind it */
export async function panel(flow, answers) {
  const { screen } = flow.shell;
  const shown = screen.querySelector(".share");
  if (shown) return shown.remove();
  const given = await shared(flow);
  const view = panelView(given, answers, otherView(given, answers), severalView(given));
  screen.querySelector(".masthead")?.after(view);
  /** @type {HTMLElement | null} */ (view.querySelector("[tabindex]"))?.focus();
}

/** Loads the benchmark that the widget names, and puts it into every result from now on. @param {Flow} flow */
export async function benchmark(flow) {
  const reading = get(flow.host.getAttribute("benchmark") ?? "").catch(() => undefined);
  const given = await shared(flow);
  const file = await reading;
  const put = () => {
    dress(flow.host);
    putBeside(given, file);
  };
  const { draw } = flow;
  flow.draw = (view, focused) => {
    draw(view, focused);
    put();
  };
  put();
}
