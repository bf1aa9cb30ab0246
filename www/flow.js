// The way through an assessment: which screen is on, what an answer changes,
// when it is saved. Views make nodes, the session keeps the answers.

import { Announcer } from "./announcer.js";
import { Applicability } from "./applicability.js";
import { files } from "./files.js";
import { Keeper } from "./keeper.js";
import { Notices } from "./notices.js";
import { showResult } from "./outcome.js";
import { introScreen, pageScreen, reviewScreen } from "./screens.js";
import { Session } from "./session.js";
import { progressView } from "./views/progress.js";
import { shellView } from "./views/shell.js";

/** @import { Answer, Draft, Entry, Item, Model, Screen } from "./types.js" */
/** @import { Engine } from "./engine.js" */
/**
 * What a flow is given.
 * @typedef {object} Given
 * @property {typeof import("./texts/en.js").en} texts
 * @property {Model} model
 * @property {Engine} engine
 * @property {string} suffix the attribute `storage-key`
 * @property {HTMLElement} host
 * @property {(kind: "ready" | "answer" | "complete" | "error", detail: object) => void} emit
 * @property {(phase: "answering" | "done") => void} phase
 */

/** What is drawn does not wait longer for what was saved, in milliseconds. */
const LOAD_PATIENCE = 250;

export class Flow {
  session = new Session();
  announcer = new Announcer();
  notices = new Notices(this);
  /** The page on screen, if one is. @type {ReturnType<typeof pageScreen> | null} */ #page = null;

  /** @param {Given} given */
  constructor(given) {
    this.given = given;
    const { model } = given;
    this.texts = given.texts.flow;
    /** Attributes of text from the definition. */
    this.said = { dir: "auto", lang: model.language || null };
    this.files = files(this);
    this.applicability = new Applicability(this);
    this.progress = progressView(this.texts);
    this.shell = shellView({
      texts: this.texts, announcer: this.announcer.element, onUndo: () => this.undo(),
      onSave: () => this.files.save(), onOpen: () => this.files.open(), onErase: () => this.notices.askErase(),
    });
    this.shell.title.textContent = model.title;
    this.shell.element.addEventListener("keydown", (event) => this.#onKey(event));
    this.keeper = new Keeper(model, given.suffix, this.session, (state) => this.notices.saving(state), () => {
      this.notices.tell("passing", null);
      this.show({ still: true });
    });
  }

  /** Draws the first screen: where the person was, if that is known soon. */
  async start() {
    const loading = this.keeper.load();
    const patience = new Promise((resolve) => { setTimeout(resolve, LOAD_PATIENCE, "late"); });
    const late = await Promise.race([loading, patience]) === "late";
    if (this.session.screen !== "intro") this.notices.resumed();
    this.show({ still: true });
    if (late) loading.then((changed) => { if (changed) this.refresh(); });
  }

  /** Looks whether another tab has gone on with the same answers. */
  async reload() { if (await this.keeper.reload()) this.refresh(); }

  /** Brings the screen in line with a session that changed elsewhere. */
  refresh() {
    const frames = this.#page?.frames;
    if (!frames) return this.show({ still: true });
    for (const frame of frames.values()) frame.refresh();
    this.applicability.recount();
  }

  /** @param {Screen} screen @param {number} [page] @param {Item} [item] to move the focus to */
  go(screen, page = this.session.page, item) {
    Object.assign(this.session, { screen, page });
    this.keeper.savePlace();
    this.notices.tell("passing", null);
    this.show({ item });
  }

  /**
   * Draws the current screen; moves the focus to its heading or to an item.
   * @param {{still?: boolean, item?: Item | undefined}} how `still`: leaves focus and scrolling alone
   */
  show({ still = false, item }) {
    const { session: { screen, canUndo }, shell } = this;
    this.#page = screen === "page" ? pageScreen(this) : null;
    const { element, heading } = this.#page ?? (screen === "review" ? reviewScreen : screen === "result" ? showResult : introScreen)(this);
    shell.screen.replaceChildren(element);
    shell.element.dataset["screen"] = screen;
    shell.undo.hidden = !canUndo || !this.#page;
    shell.progress.replaceChildren(...(this.#page ? [this.progress.element] : []));
    if (screen !== "result") this.given.phase("answering");
    if (still) return;
    if (this.given.host.getBoundingClientRect().top < 0) this.given.host.scrollIntoView({ block: "start" });
    item ? this.#reveal(item) : heading.focus({ preventScroll: true });
  }

  /** @param {1 | -1} by */
  turn(by) {
    const page = this.applicability.page(this.session.page, by);
    if (page < 0) this.go("intro");
    else if (page >= this.given.model.pages.length) this.go("review");
    else this.go("page", page);
  }

  /** @param {Item} item @param {Answer | null} a @param {Draft | null} d @param {boolean} typed */
  set(item, a, d, typed) {
    this.#changed(item, this.session.answer(item.id), this.session.set(item.id, a, d, typed));
  }

  undo() {
    const last = this.session.undo();
    const item = last && this.given.model.items.get(last.id);
    if (!last || !item) return;
    this.#changed(item, last.before, last.entry);
    if (this.session.screen !== "page" || this.session.page !== item.page) this.go("page", item.page);
    this.#reveal(item);
    this.announcer.say(this.texts.undone);
  }

  /** Shows what applies now, without drawing the page anew. */
  arrange() { this.#page?.arrange(); }

  async erase() {
    await this.keeper.erase();
    this.go("intro");
    this.announcer.say(this.texts.erased);
  }

  /** Saves a change and shows it, touching nothing but its item. @param {Item} item @param {Answer | null} before @param {Entry} entry */
  #changed(item, before, entry) {
    this.keeper.save(item.id, entry);
    this.#page?.frames.get(item.id)?.refresh();
    this.shell.undo.hidden = !this.session.canUndo;
    this.applicability.changed(item, before, entry.a);
    if (before !== entry.a) this.given.emit("answer", { item: item.id });
  }

  /** @param {Item} item */
  #reveal(item) {
    this.#page?.reveal(item);
    this.#page?.frames.get(item.id)?.focus();
  }

  /** Ctrl or Cmd and Z takes back; a text field keeps its own undo. @param {KeyboardEvent} event */
  #onKey(event) {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (typing || event.key !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.undo();
  }
}
