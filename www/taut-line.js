// The element: life cycle, attributes, properties, events. See README for the
// custom properties and parts a host page may style.

import { countActivity } from "./activity.js";
import { LARGEST, readDefinition } from "./definition.js";
import { Engine, loadCore } from "./engine.js";
import { failure, sentenceFor } from "./failure.js";
import { Flow } from "./flow.js";
import { DEFAULT_SOURCE, SourceError, definitionBytes, fetchDefinition } from "./source.js";
import { sheet } from "./styles.js";
import { en } from "./texts/en.js";
import { button, fill } from "./views/dom.js";
import { errorView } from "./views/error.js";
import { notice } from "./views/notice.js";

/** @import { Model, Problem } from "./types.js" */
/** @typedef {"idle" | "loading" | "answering" | "done" | "error"} Phase */

const texts = en.flow;

export class TautLine extends HTMLElement {
  static observedAttributes = ["src", "storage-key"];

  /** @type {unknown} */ #definition;
  /** @type {Phase} */ #phase = "idle";
  /** Replaced at every start, so that what was begun before can notice. */ #ended = new AbortController();
  /** @type {Flow | null} */ #flow = null;
  /** @type {Engine | null} */ #engine = null;
  #root;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(document.createElement("slot"));
  }

  /** "idle", "loading", "answering", "done" or "error". */
  get phase() { return this.#phase; }

  /** The definition as an object or JSON text; overrides `src`. */
  get definition() { return this.#definition; }
  set definition(definition) {
    this.#definition = definition;
    this.#restart();
  }

  get src() { return this.getAttribute("src") ?? ""; }
  set src(address) { this.setAttribute("src", address); }

  connectedCallback() {
    if (Object.hasOwn(this, "definition")) {
      // set before the element was defined
      const { definition } = this;
      Reflect.deleteProperty(this, "definition");
      this.#definition = definition;
    }
    if (this.#phase === "idle") this.#start();
  }

  /** A move within the page is not an end: wait and see. */
  disconnectedCallback() {
    queueMicrotask(() => { if (!this.isConnected) this.#stop(); });
  }

  attributeChangedCallback() { this.#restart(); }

  #restart() {
    if (this.#phase === "idle") return;
    this.#stop();
    if (this.isConnected) this.#start();
  }

  #stop() {
    this.#ended.abort();
    this.#flow?.keeper.saveAll();
    this.#flow?.keeper.release();
    this.#engine?.close();
    this.#flow = this.#engine = null;
    this.#phase = "idle";
    this.#root.replaceChildren(document.createElement("slot"));
  }

  async #start() {
    this.#phase = "loading";
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    loadCore().catch(() => {}); // beside the questions; a failure shows below
    try {
      const bytes = this.#definition === undefined
        ? await fetchDefinition(this.src ? new URL(this.src, document.baseURI) : DEFAULT_SOURCE) : definitionBytes(this.#definition);
      if (signal.aborted) return;
      this.#engine = new Engine(bytes);
      const model = modelOf(bytes);
      if (model) await this.#draw(model, this.#engine, signal);
      if (!signal.aborted) await this.#check(this.#engine, model, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof SourceError ? error : new SourceError("definition_unread", String(error)));
    }
  }

  /** @param {Model} model @param {Engine} engine @param {AbortSignal} signal */
  async #draw(model, engine, signal) {
    const flow = new Flow({
      texts: en, model, engine, suffix: this.getAttribute("storage-key") ?? "", host: this,
      emit: (kind, detail) => this.#emit(kind, detail), phase: (phase) => { this.#phase = phase; },
    });
    this.#flow = flow;
    await flow.start();
    if (signal.aborted) return;
    this.#root.replaceChildren(flow.shell.element);
    countActivity(this.#root, signal, (milliseconds) => { flow.session.active += milliseconds; });
    document.addEventListener("visibilitychange", () => document.hidden ? flow.keeper.saveAll() : flow.reload(), { signal });
    addEventListener("pagehide", () => flow.keeper.saveAll(), { signal });
  }

  /** Loads the core, hears its verdict on the definition. @param {Engine} engine @param {Model | null} model @param {AbortSignal} signal */
  async #check(engine, model, signal) {
    try {
      const { id, version, title, fingerprint } = await engine.check();
      if (signal.aborted) return;
      if (!model) throw new SourceError("definition_unread");
      this.#flow?.notices.tell("core", null);
      this.#flow?.applicability.ask();
      this.#emit("ready", { id, version, title, fingerprint });
    } catch (raised) {
      if (signal.aborted) return;
      if (raised instanceof SourceError) throw raised;
      const error = failure(raised);
      if (error.cause === "refused" || !this.#flow) this.#fail(new SourceError(error.cause === "refused" ? "definition_refused" : "definition_unread"), error.problems);
      else this.#tellCore(error, () => this.#check(engine, model, signal));
    }
  }

  /** The questions stay; only the result needs the core. @param {import("./engine.js").TautlineError} error @param {() => void} retry */
  #tellCore(error, retry) {
    const again = button(texts.try_again, () => {
      this.#flow?.notices.tell("core", null);
      retry();
    });
    const save = button(texts.save_file, () => this.#flow?.files.save());
    this.#flow?.notices.tell("core", notice(`${sentenceFor(texts, error)} ${texts.causes[error.cause]}`, { kind: "warning", actions: [again, save] }));
    this.#emit("error", { problems: [problemOf(error.cause, error.message)] });
  }

  /** Instead of the questions: why there are none. The children of the element stay. @param {SourceError} error @param {Problem[]} [problems] */
  #fail(error, problems = []) {
    this.#flow?.keeper.release();
    this.#flow = null;
    this.#phase = "error";
    const again = button(texts.try_again, () => this.#restart(), { class: "main" });
    const { element } = errorView({ texts, sentence: fill(texts[error.reason], { limit: LARGEST / 1024 }), problems, actions: problems.length ? [] : [again] });
    this.#root.replaceChildren(element, document.createElement("slot"));
    this.#emit("error", { problems: problems.length ? problems : [problemOf(error.reason, error.message)] });
  }

  /** @param {string} kind @param {object} detail */
  #emit(kind, detail) { this.dispatchEvent(new CustomEvent(`taut-${kind}`, { bubbles: true, composed: true, detail })); }
}

/** @param {string} code @param {string} message @returns {Problem} */
const problemOf = (code, message) => ({ code, severity: "error", at: "", line: 0, column: 0, message, help: "" });

/** What can be drawn of a definition before the core has judged it. @param {Uint8Array} bytes */
function modelOf(bytes) {
  try {
    return readDefinition(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
