// The way through an assessment: which screen is on, what an answer changes.
// Views make nodes from the flow they are given, the session keeps the answers.

import { emit } from "./emit.js";
import { PLACE, openSession } from "./session.js";
import { fill } from "./views/dom.js";
import { introView } from "./views/intro.js";
import { notice, startOver } from "./views/notice.js";
import { outcomeView } from "./views/outcome.js";
import { pageView } from "./views/page.js";
import { reviewView } from "./views/review.js";
import { shellView } from "./views/shell.js";

/** @import { Item, Model, Screen, Value, Wording } from "./types.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Frame } from "./views/item.js" */
/** @typedef {"saving" | "core" | "passing"} Place one notice each; a passing one goes with the screen */

/** @type {{[screen in Screen]: (flow: Flow) => HTMLElement}} */
const views = { intro: introView, page: pageView, review: reviewView, result: outcomeView };

/** Names in use on this page: of regions, and of what is saved. @type {Set<string>} */
const claimed = new Set();

/** Makes a name its own; from the second on with a number. @param {string} name */
function claim(name) {
  let mine = name;
  for (let n = 2; claimed.has(mine); n++) mine = `${name} ${n}`;
  claimed.add(mine);
  return mine;
}

export class Flow {
  /** @type {"answering" | "done"} */ phase = "answering";
  /** The items on screen, by id. @type {Map<string, Frame>} */ frames = new Map();
  /** Shows what applies now, without drawing the page anew. */ arrange = () => {};
  /** Conditional items that apply, as the core says. @type {Set<string>} */ #applicable = new Set();
  /** @type {{[place in Place]?: HTMLElement | undefined}} */ #notices = {};
  #saving = "";
  #names;

  /** @param {HTMLElement} host @param {Model} model @param {Engine} engine @param {Wording} wording */
  constructor(host, model, engine, wording) {
    this.host = host;
    this.model = model;
    this.engine = engine;
    this.wording = wording;
    this.texts = wording.flow;
    /** Attributes of text from the definition. */
    this.said = { dir: "auto", lang: model.language };
    const suffix = host.getAttribute("storage-key");
    const key = `tautline-${model.id}-${model.shape}${suffix ? `-${suffix}` : ""}`;
    const name = claim(model.title);
    const mine = claim(key);
    this.#names = [name, mine];
    this.shell = shellView(this, name);
    this.session = openSession(model, key, mine === key, (state) => this.#tellSaving(state), () => {
      this.tell("passing");
      this.show(true);
    });
  }

  /** Saves what nothing else has saved, and leaves its names to others. */
  close() {
    this.session.savePlace();
    this.session.close();
    for (const name of this.#names) claimed.delete(name);
  }

  /** Takes over what was saved, earlier or by another tab, and shows what of it is new. */
  async load() {
    const changed = await this.session.load();
    if (changed.includes(PLACE) || (changed.length && !this.frames.size)) this.show(true);
    for (const id of changed) this.frames.get(id)?.refresh();
    if (changed.includes(PLACE) && this.session.place.screen !== "intro") this.tell("passing", notice("notice", this.texts.resumed, [startOver(this)]));
    this.count();
    this.ask();
  }

  /** @param {Screen} screen @param {number} [page] @param {Item} [item] to move the focus to */
  go(screen, page = this.session.place.page, item) {
    Object.assign(this.session.place, { screen, page });
    this.session.savePlace();
    this.tell("passing");
    this.show(false, item);
  }

  /**
   * Draws the current screen; moves the focus to its heading or to an item.
   * @param {boolean} still leaves scrolling alone, and the focus unless it was on the screen
   * @param {Item} [item]
   */
  show(still, item) {
    const { host, shell, session: { place } } = this;
    const focused = !still || shell.screen.matches(":focus-within");
    this.phase = "answering";
    this.frames.clear();
    this.arrange = () => {};
    shell.progress.replaceChildren();
    shell.screen.replaceChildren(views[place.screen](this));
    shell.element.dataset["screen"] = place.screen;
    this.count();
    if (!still && host.getBoundingClientRect().top < 0) host.scrollIntoView({ block: "start" });
    if (item) this.#reveal(item);
    else if (focused) this.focus();
  }

  /** Moves the focus to the heading of the screen. */
  focus() {
    /** @type {HTMLElement | null} */
    const heading = this.shell.screen.querySelector("[tabindex]");
    heading?.focus({ preventScroll: true });
  }

  /** @param {1 | -1} by */
  turn(by) {
    const page = this.pageFrom(this.session.place.page, by);
    if (page < 0) this.go("intro");
    else if (this.model.pages[page]) this.go("page", page);
    else this.go("review");
  }

  /** @param {Item} item @param {Value | null} value @param {boolean} [typed] */
  set(item, value, typed = false) {
    const { session } = this;
    const before = session.answered(item);
    session.set(item, value, typed);
    this.#changed(item, before || session.answered(item));
  }

  undo() {
    const { session, session: { place } } = this;
    const item = session.undo();
    if (!item) return;
    this.#changed(item, true);
    if (place.screen === "page" && place.page === item.page) this.#reveal(item);
    else this.go("page", item.page, item);
    this.say(this.texts.undone);
  }

  erase() {
    this.session.erase();
    this.go("intro");
    this.say(this.texts.erased);
  }

  /** Whether an item applies to this person. @param {Item} item */
  applies({ id, kind, show_if: when }) {
    const { role } = this.session.place;
    if (kind === "prediction" && !this.model.roles.find((known) => known.id === role)?.counterpart) return false;
    return !when || this.#applicable.has(id);
  }

  /** The nearest page in a direction that has something to ask; -1 or the number of pages at the ends. @param {number} page @param {1 | -1} by */
  pageFrom(page, by) {
    const { pages } = this.model;
    do page += by; while (pages[page] && !pages[page]?.items.some((item) => this.applies(item)));
    return page;
  }

  /** Items that count; optional ones never do. */
  get asked() { return this.model.asked.filter((item) => !item.optional && this.applies(item)); }

  /** Those of them that wait for an answer. */
  get unanswered() { return this.asked.filter((item) => !this.session.answered(item)); }

  /** Shows how far one has come. */
  count() {
    const { session, shell } = this;
    const { length } = this.asked;
    shell.answered.textContent = fill(this.texts.answered_of, { n: length - this.unanswered.length, of: length });
    shell.undo.hidden = !session.canUndo() || !this.frames.size;
  }

  /** Asks the core which items apply, if any depends on answers. */
  async ask() {
    const { engine, model, session } = this;
    if (!engine.ready || !model.asked.some((item) => item.show_if)) return;
    try {
      this.#applicable = new Set((await engine.progress(session.document())).applicable);
      this.arrange();
      this.count();
    } catch {
      // what applied before still applies; a broken core shows when the result is wanted
    }
  }

  /** Shows a notice in its place or takes it away. @param {Place} place @param {HTMLElement} [element] */
  tell(place, element) {
    this.#notices[place]?.remove();
    this.#notices[place] = element;
    if (element) this.shell.notices.append(element);
  }

  /** Says what changed to those who do not see it. @param {string} sentence */
  say(sentence) {
    const { status } = this.shell;
    status.textContent = "";
    // a changed text is only heard if the region was seen empty before
    requestAnimationFrame(() => { status.textContent = sentence; });
  }

  /** Shows a change, touching nothing but its item. @param {Item} item @param {boolean} answer whether it concerns an answer */
  #changed(item, answer) {
    this.frames.get(item.id)?.refresh();
    this.count();
    this.ask();
    if (answer) emit(this.host, "answer", { item: item.id });
  }

  /** @param {Item} item */
  #reveal({ id, optional }) {
    const { open, page } = this.session.place;
    if (optional && !open.includes(page)) {
      open.push(page);
      this.arrange();
    }
    this.frames.get(id)?.focus();
  }

  /** @param {"saved" | "unsaved" | "twice"} state */
  #tellSaving(state) {
    if (state === this.#saving) return;
    this.#saving = state;
    const { shell, texts } = this;
    shell.saving.textContent = state === "saved" ? texts.saved : "";
    this.tell("saving", state === "saved" ? undefined : notice("notice warning", texts[state]));
  }
}
