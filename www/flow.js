// The way through an assessment: which screen is on, what an answer changes.
// Views make nodes from the flow they are given, the session keeps the answers.

import { emit } from "./emit.js";
import { saveAnswers } from "./files.js";
import { PLACE, openSession } from "./session.js";
import { button, fill } from "./views/dom.js";
import { introView } from "./views/intro.js";
import { coreNotice, notice, startOver } from "./views/notice.js";
import { outcomeView } from "./views/outcome.js";
import { pageView } from "./views/page.js";
import { reviewView } from "./views/review.js";
import { shellView } from "./views/shell.js";

/** @import { AnswersDocument, Item, Model, Progress, Screen, Texts, Value, Wording } from "./types.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Memory } from "./session.js" */
/** @import { Frame } from "./views/item.js" */
/** @import { Shell } from "./views/shell.js" */
/** @typedef {"saving" | "core" | "screen"} Place one notice each; a passing one goes with the screen */
/** @typedef {ReturnType<typeof openFlow>} Flow */

/** @type {{[screen in Screen]: (flow: Flow) => HTMLElement}} */
export const views = { intro: introView, page: pageView, review: reviewView, result: outcomeView };

/** Names in use on this page: of regions, and of what is saved. @type {Set<string>} */
const claimed = new Set();

/** Makes a name its own; from the second on with a number. @param {string} name */
function claim(name) {
  let mine = name;
  for (let n = 2; claimed.has(mine); n++) mine = `${name} ${n}`;
  claimed.add(mine);
  return mine;
}

/** @param {HTMLElement} host @param {Model} model @param {Engine} engine @param {Wording} wording @param {Memory} [memory] of a flow that this one goes on with */
export function openFlow(host, model, engine, wording, memory) {
  const { roles, pages } = model;
  /** @type {Texts} */
  const texts = wording.flow;
  const suffix = host.getAttribute("storage-key");
  const key = `tautline-${model.id}-${model.shape}${suffix ? `-${suffix}` : ""}`;
  const name = claim(model.title);
  const mine = claim(key);
  /** Conditional items that apply, as the core says. @type {Set<string>} */
  let applicable = new Set();
  /** @type {{[place in Place]?: HTMLElement | undefined}} */
  const notices = {};
  let saving = "";

  const session = openSession(model, key, mine === key, (state) => {
    if (state === saving) return;
    saving = state;
    const saved = state === "saved";
    shell.saving.textContent = saved ? texts[top === self ? state : "saved_framed"] : "";
    tell("saving", saved ? undefined : notice("notice warning", texts[state], [button(texts.save, () => saveAnswers(flow))]));
  }, arrived, () => {
    tell("screen");
    show(true);
  }, memory);
  const { place } = session;

  /** An item on screen. @param {string} id */
  const frameOf = (id) => flow.frames.find(({ item }) => item.id === id);

  /** Whether an item applies to this person. @param {Item} item */
  const applies = ({ id, of, show_if: when }) => (!of || roles.some((role) => role.id === place.role && role.counterpart))
    && (!when || applicable.has(id));

  /** Items that count; optional ones never do. */
  const asked = () => model.asked.filter((item) => !item.optional && !item.free && applies(item));

  /** Those of them that wait for an answer. */
  const waiting = () => asked().filter((item) => !session.answered(item));

  /** The nearest page in a direction that has something to ask; -1 or the number of pages at the ends. @param {number} page @param {1 | -1} by */
  function next(page, by) {
    do page += by; while (pages[page]?.items.every((item) => !applies(item)));
    return page;
  }

  /** Shows how far one has come. */
  function count() {
    const { length } = asked();
    shell.answered.textContent = fill(texts.answered_of, { n: length - waiting().length, of: length });
    shell.undo.hidden = !session.steps.length || !flow.frames.length;
  }

  /** Asks the core which items apply, if any depends on answers. */
  async function ask() {
    if (!engine.ready || !model.live && !model.asked.some((item) => item.show_if)) return;
    try {
      flow.progress = await engine.progress(session.document());
      applicable = new Set(flow.progress.applicable);
      flow.arrange();
      count();
    } catch {
      // what applied before still applies; a broken core shows when the result is wanted
    }
  }

  /** Shows a notice in its place or takes it away. @param {Place} at @param {HTMLElement} [element] */
  function tell(at, element) {
    notices[at]?.remove();
    notices[at] = element;
    if (element) shell.notices.append(element);
  }

  /** Says what changed to those who do not see it. @param {string} sentence */
  function say(sentence) {
    shell.status.textContent = "";
    // a changed text is only heard if the region was seen empty before
    requestAnimationFrame(() => { shell.status.textContent = sentence; });
  }

  /** Puts a view on the screen and moves the focus to its heading. @param {HTMLElement} view @param {boolean} [focused] whether to move it */
  function draw(view, focused = shell.screen.matches(":focus-within")) {
    shell.screen.replaceChildren(view);
    /** @type {HTMLElement | null} */
    const heading = view.querySelector("[tabindex]");
    if (focused) heading?.focus({ preventScroll: true });
  }

  /** Moves the focus to an item of the page on screen. @param {Item} item */
  function reveal({ id, optional }) {
    if (optional && !place.open.includes(place.page)) {
      place.open.push(place.page);
      flow.arrange();
    }
    frameOf(id)?.focus();
  }

  /**
   * Draws the current screen; moves the focus to its heading or to an item.
   * @param {boolean} still leaves scrolling alone, and the focus unless it was on the screen
   * @param {Item} [item]
   */
  function show(still, item) {
    flow.phase = "answering";
    flow.arrange = () => {};
    flow.frames = [];
    shell.progress.replaceChildren();
    const screen = flow.viewed ? "result" : place.screen;
    draw(views[screen](flow), item ? false : !still || undefined);
    shell.element.dataset["screen"] = screen;
    count();
    if (!still && host.getBoundingClientRect().top < 0) host.scrollIntoView();
    if (item) reveal(item);
  }

  /** @param {Screen} screen @param {number} [page] @param {Item} [item] to move the focus to */
  function go(screen, page = place.page, item) {
    flow.viewed = undefined;
    Object.assign(place, { screen, page });
    session.save();
    tell("screen");
    show(false, item);
  }

  /** Shows what was saved, earlier or by another tab, and is new here. @param {string[]} ids */
  function arrived(ids) {
    if (ids.includes(PLACE) || !flow.frames.length) show(true);
    for (const id of ids) frameOf(id)?.show();
    if (ids.includes(PLACE) && place.screen !== "intro") tell("screen", notice("notice", texts.resumed, [startOver(flow)]));
    count();
    ask();
  }

  /** Shows a change, touching nothing but its item. @param {Item} item @param {boolean} answer whether it concerns an answer */
  function changed(item, answer) {
    frameOf(item.id)?.show();
    count();
    ask();
    if (answer) emit(host, "answer", { item: item.id });
  }

  const flow = {
    host, model, engine, wording, texts, session, applies, waiting, next, ask, tell, say, draw, show, go,
    phase: /** @type {"answering" | "done"} */ ("answering"),
    /** Answers of somebody else, or earlier ones, whose result is on screen. @type {AnswersDocument | undefined} */
    viewed: undefined,
    get shell() { return shell; },
    /** What the core has last said of the way. @type {Progress | undefined} */
    progress: undefined,
    /** The items on screen. @type {Frame[]} */
    frames: [],
    /** Attributes of text from the definition. */
    said: { dir: "auto", lang: texts.tag.startsWith(model.language) ? null : model.language },
    /** Shows what applies now, without drawing the page anew. */
    arrange: () => {},

    /** Shows the result of other answers than those kept here. @param {AnswersDocument} [answers] none: what was on screen before */
    view(answers) {
      flow.viewed = answers;
      tell("screen");
      show(false);
    },

    /** What comes in from elsewhere or goes to others; loaded when it is called for the first time. @param {"act" | "takeAnswers" | "saveResult" | "printed" | "openLink" | "panel" | "benchmark"} name @param {...any} given */
    async together(name, ...given) {
      try {
        // @ts-ignore each takes what its caller gives
        await (await import("./together.js"))[name](flow, ...given);
      } catch (error) {
        tell("screen", coreNotice(flow, "notice warning", error, () => flow.together(name, ...given)));
      }
    },

    /** @param {1 | -1} by */
    turn(by) {
      const page = next(place.page, by);
      if (pages[page]) go("page", page);
      else go(by < 0 ? "intro" : "review");
    },

    /** @param {Item} item @param {Value | null} value @param {boolean} [typed] */
    set(item, value, typed = false) {
      const before = session.answered(item);
      session.set(item, value, typed);
      changed(item, before || session.answered(item));
    },

    undo() {
      const item = session.undo();
      if (!item) return;
      changed(item, true);
      if (place.screen === "page" && place.page === item.page) reveal(item);
      else go("page", item.page, item);
      say(texts.undone);
    },

    erase() {
      session.erase();
      go("intro");
      say(texts.erased);
    },

    /** Saves what nothing else has saved, and leaves its names to others. */
    close() {
      session.save();
      session.close();
      claimed.delete(name);
      claimed.delete(mine);
    },
  };
  /** @type {Shell} */
  const shell = shellView(flow, name);
  return flow;
}
