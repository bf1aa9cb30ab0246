// The element: life cycle, attributes, properties, events. See README for the
// custom properties and parts a host page may style.

import { flowSheet, resultSheet } from "./styles.js";
import { definitionBytes, once, readTexts, textOf } from "./fetched.js";
import { languageOf } from "./language.js";
import { readDefinition } from "./definition.js";
import { emit, emitError } from "./emit.js";
import { Engine, exchange } from "./engine.js";
import { openFlow, views } from "./flow.js";
import { watch } from "./presence.js";
import { holds } from "./values.js";
import { button, el } from "./views/dom.js";
import { bodies } from "./views/item.js";
import { coreNotice, notice, problemList } from "./views/notice.js";
import { sections } from "./views/result/index.js";

/** @import { AnswersDocument, Model, Problem, Wording } from "./types.js" */
/** @import { TautlineError } from "./engine.js" */
/** @import { Flow } from "./flow.js" */
/** @import { Memory } from "./session.js" */
/** @typedef {"idle" | "loading" | "answering" | "done" | "error"} Phase */

/** The only wording in a script: said where the wording could not be fetched. */
const NO_TEXTS = "Please reload.";

/** The time in which nothing but the first screen is worked on. */
const CORE_LATER = 200;

export class TautLine extends HTMLElement {
  static observedAttributes = ["src", "lang", "storage-key", "benchmark", "respondent", "result"];

  /** @type {unknown} */ #definition;
  /** What was asked for before there was anything to do it to. @type {[deed: string, given?: unknown][]} */ #asked = [];
  /** Before and after the flow. @type {"idle" | "loading" | "error"} */ #phase = "idle";
  /** Replaced at every start, so that what was begun before can notice. */ #ended = new AbortController();
  /** @type {Flow | undefined} */ #flow;
  /** @type {Engine | undefined} */ #engine;
  /** What goes on when the words change. @type {Memory | undefined} */ #memory;
  #root;
  #states = this.attachInternals().states;

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

  /**
   * The answers document. Another one replaces the answers once the core accepts it; if it does not, `taut-error`
   * says why and nothing changes. Undefined before there is a first screen.
   * @returns {AnswersDocument | undefined}
   */
  get answers() { return structuredClone(this.#flow?.session.document()); }
  set answers(answers) { this.#ask(["answers", answers]); }

  /** Shows the result behind a link, or takes up an invitation, as if the page had been opened with it. @param {string} link an address, or any text that holds it */
  open(link) { this.#ask(["result", link]); }

  /** Shows the result of the answers so far, whether or not they are complete. */
  finish() { this.#ask(["finish"]); }

  /** Erases all answers, on the screen and in storage, without asking. */
  reset() { this.#ask(["reset"]); }

  connectedCallback() {
    if (!this.isConnected) return;
    // what was set before the element was defined
    for (const [name, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.#follow();
    if (this.#phase === "idle") this.#start();
  }

  /** A move within the page is not an end: wait and see. */
  disconnectedCallback() {
    queueMicrotask(() => { if (!this.isConnected) this.#end("idle"); });
  }

  /** Sheets belong to one document. */
  adoptedCallback() { import("./together.js").then(({ adopt }) => adopt(this.#root, [flowSheet, resultSheet()])); }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    // a respondent or a result
    if (name[0] === "r") this.#ask([name, now]);
    // other words for the same answers
    else this.#restart(name === "lang");
  }

  /** Follows the colours that the page declares, else those of the system. */
  #follow() {
    const { colorScheme } = getComputedStyle(this.parentElement ?? /** @type {ShadowRoot} */ (this.parentNode).host);
    if (colorScheme !== "normal" || document.querySelector("meta[name=color-scheme]")) this.#states.add("hosted");
  }

  /** Does what the host page has asked for, as soon as there is something to do it to. @param {...[deed: string, given?: unknown]} asked */
  #ask(...asked) {
    this.#asked.push(...asked);
    if (this.#asked.length) this.#flow?.together("act", this.#asked);
  }

  /** @param {boolean} [on] whether with the same answers */
  #restart(on) {
    if (this.#phase === "idle") return;
    this.#memory = on ? this.#flow?.session.memory ?? this.#memory : undefined;
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
    const wording = await readTexts(languageOf(this)).catch(() => undefined);
    try {
      const bytes = await reading;
      if (signal.aborted) return;
      if (!wording) return this.#fail("texts_missing");
      const engine = this.#engine = new Engine(bytes);
      const source = textOf(bytes);
      const model = readDefinition(source);
      if (model) {
        engine.compiled = model.compiled ?? "";
        // "+" stands before what needs more than this widget, and comes before all digits of a compiled form, of which
        // "-" is the first; what was not compiled may be anything
        if (!model.dimensions || engine.compiled < "-") {
          await (await once("wide", () => import("./wide.js"))).widen(model, source, wording, flowSheet, { views, bodies, holds, sections, engine, exchange });
          if (signal.aborted) return;
        }
        this.#draw(model, engine, wording);
      }
      await painted();
      if (signal.aborted) return;
      if (this.#flow) {
        watch(this.#flow, signal);
        this.#ask();
      }
      // The questions come first on the line; only the result needs the core.
      await later(CORE_LATER);
      if (!signal.aborted) await this.#judge(engine, wording, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(/** @type {Error} */ (error).message, wording);
    }
  }

  /** Shows the first screen, unless the definition is not sound; the core then says why. @param {Model} model @param {Engine} engine @param {Wording} wording */
  #draw(model, engine, wording) {
    try {
      const flow = this.#flow = openFlow(this, model, engine, wording, this.#memory);
      this.#memory = undefined;
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
      // closed before it was open
      if (signal.aborted) return engine.close();
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
    const again = texts && !problems.length ? [button(texts.retry, () => this.#restart(true), { class: "main" })] : undefined;
    this.#end("error", notice("error", sentence, again, "", texts && problemList(texts, problems)));
    emitError(this, problems, code, sentence);
  }
}

for (const name of [...TautLine.observedAttributes, "theme"]) {
  Object.defineProperty(TautLine.prototype, name.replace("-k", "K"), {
    get() { return this.getAttribute(name) ?? ""; },
    set(value) { value ? this.setAttribute(name, value) : this.removeAttribute(name); },
  });
}

/** @param {number} time milliseconds */
const later = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Resolves when the first screen has been drawn; a hidden page draws nothing and waits no longer. */
const painted = () => Promise.race([later(100), new Promise(requestAnimationFrame).then(() => later(20))]);
