// The element: life cycle, attributes, properties, events. See README for the
// custom properties and parts a host page may style.

import { flowSheet } from "./styles.js";
import { definitionBytes, loadTexts, textOf } from "./fetched.js";
import { readDefinition } from "./definition.js";
import { emit, emitError } from "./emit.js";
import { Engine } from "./engine.js";
import { openFlow } from "./flow.js";
import { watch } from "./presence.js";
import { button, el } from "./views/dom.js";
import { coreNotice, notice, problemList } from "./views/notice.js";

/** @import { Problem, Wording } from "./types.js" */
/** @import { TautlineError } from "./engine.js" */
/** @import { Flow } from "./flow.js" */
/** @typedef {"idle" | "loading" | "answering" | "done" | "error"} Phase */

/** The only wording in a script: said where the wording could not be fetched. */
const NO_TEXTS = "This page could not be loaded. Please load it again.";

/** The time in which nothing but the first screen is worked on. */
const CORE_LATER = 200;

export class TautLine extends HTMLElement {
  static observedAttributes = ["src", "storage-key", "benchmark"];

  /** @type {unknown} */ #definition;
  /** Before and after the flow. @type {"idle" | "loading" | "error"} */ #phase = "idle";
  /** Replaced at every start, so that what was begun before can notice. */ #ended = new AbortController();
  /** @type {Flow | undefined} */ #flow;
  /** @type {Engine | undefined} */ #engine;
  #root;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [flowSheet];
    this.#root.append(el("slot"));
  }

  /** @returns {Phase} */
  get phase() { return this.#flow?.phase ?? this.#phase; }

  /** The definition as an object or JSON text; overrides `src` and a data block among the children. */
  get definition() { return this.#definition; }
  set definition(definition) {
    this.#definition = definition;
    this.#restart();
  }

  get answers() { return this.#flow?.session.document(); }
  set answers(answers) {
    const flow = this.#flow;
    flow?.engine.progress(answers).then(() => {
      flow.session.replace(/** @type {import("./types.js").AnswersDocument} */ (answers));
      flow.go("review");
      flow.ask();
    });
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
    queueMicrotask(() => { if (!this.isConnected) this.#end("idle"); });
  }

  attributeChangedCallback() { this.#restart(); }

  #restart() {
    if (this.#phase === "idle") return;
    this.#end("idle");
    if (this.isConnected) this.#start();
  }

  /** Shows the children of the element again. @param {"idle" | "error"} phase @param {...HTMLElement} before what stands before them */
  #end(phase, ...before) {
    this.#ended.abort();
    this.#flow?.close();
    this.#engine?.close();
    this.#flow = this.#engine = undefined;
    this.#phase = phase;
    this.#root.replaceChildren(...before, el("slot"));
  }

  async #start() {
    this.#phase = "loading";
    const { signal } = this.#ended = new AbortController();
    const block = this.src ? null : this.querySelector(":scope > script[type='application/json']");
    const reading = definitionBytes(this.#definition ?? block?.textContent ?? undefined, this.src);
    reading.catch(() => {});
    const wording = await loadTexts().catch(() => undefined);
    try {
      const bytes = await reading;
      if (signal.aborted) return;
      if (!wording) return this.#fail("texts_missing");
      const engine = this.#engine = new Engine(bytes);
      this.#draw(textOf(bytes), engine, wording);
      await painted();
      if (signal.aborted) return;
      if (this.#flow) watch(this.#flow, signal);
      // The questions come first on the line; only the result needs the core.
      await later(CORE_LATER);
      if (!signal.aborted) await this.#judge(engine, wording, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(/** @type {Error} */ (error).message, wording);
    }
  }

  /** Shows the first screen, unless the definition cannot be read; the core then says why. @param {string} text @param {Engine} engine @param {Wording} wording */
  #draw(text, engine, wording) {
    try {
      const model = readDefinition(text);
      engine.compiled = model.compiled ?? "";
      const flow = this.#flow = openFlow(this, model, engine, wording);
      flow.show(true);
      this.#root.replaceChildren(flow.shell.element);
    } catch {
      this.#flow?.close();
      this.#flow = undefined;
    }
  }

  /** Hears the core's verdict on the definition. @param {Engine} engine @param {Wording} wording @param {AbortSignal} signal */
  async #judge(engine, wording, signal) {
    try {
      const identity = await engine.check();
      if (signal.aborted) return;
      if (!this.#flow) throw new Error();
      this.#flow.ask();
      if (this.hasAttribute("benchmark")) this.#flow.together("benchmark");
      emit(this, "ready", identity);
    } catch (error) {
      if (signal.aborted) return;
      const { cause, problems } = /** @type {TautlineError} */ (error);
      const flow = this.#flow;
      if (cause === "refused") this.#fail("definition_refused", wording, problems);
      else if (!flow) this.#fail("definition_unread", wording);
      else {
        // the questions stay; only the result needs the core
        flow.tell("core", coreNotice(flow, "notice warning", error, () => {
          flow.tell("core");
          this.#judge(engine, wording, signal);
        }));
      }
    }
  }

  /** Instead of the questions: why there are none. The children of the element stay. @param {string} code name of a text @param {Wording} [wording] @param {Problem[]} [problems] */
  #fail(code, wording, problems = []) {
    const texts = wording?.flow;
    const sentence = texts ? texts[/** @type {"too_large"} */ (code)] ?? texts.definition_unread : NO_TEXTS;
    const again = texts && !problems.length ? [button(texts.retry, () => this.#restart(), { class: "main" })] : undefined;
    this.#end("error", notice("error", sentence, again, "", texts && problemList(texts, problems)));
    emitError(this, problems, code, sentence);
  }
}

/** @param {number} time milliseconds */
const later = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Resolves when the first screen has been drawn; a hidden page draws nothing and waits no longer. */
const painted = () => Promise.race([later(100), new Promise(requestAnimationFrame).then(() => later(20))]);
