// Between the widget and a learning system: what was answered so far, how far that is, and the result. What goes
// wrong there is said, and costs nothing here.

import { download } from "../../download.js";
import { Engine } from "../../engine.js";
import { utf8 } from "../../fetched.js";
import { transact } from "../../storage.js";
import { button, el } from "../../views/dom.js";
import { statements } from "../xapi.js";
import { scoreOf } from "./score.js";

/** @import { AnswersDocument, Finished, Progress } from "../../types.js" */
/** @import { TautLine } from "../../taut-line.js" */
/** @import { TautlineError } from "../../engine.js" */
/** @import { Record } from "./record.js" */
/** @import texts from "../../texts/en-embed.json" */

/** Milliseconds between two commits: each may be a request that the page waits for. */
const EVERY = 4_000;
/** Milliseconds after which what this browser has saved is not waited for. */
const SLOW = 2_000;

/** @param {number} time milliseconds */
const later = (time) => new Promise((resolve) => setTimeout(resolve, time));
/** @param {AnswersDocument} [document] */
const size = (document) => Object.keys(document?.answers ?? {}).length;

/**
 * @param {TautLine} widget @param {Record | undefined} record none without a learning system
 * @param {boolean} met whether it has begun a session @param {typeof texts} words
 */
export function keep(widget, record, met, words) {
  const source = String(widget.definition);
  const definition = JSON.parse(source);
  const engine = new Engine(utf8(source));
  engine.compiled = definition.compiled ?? "";
  const say = notices(widget);
  const pages = new Map(definition.pages.flatMap((/** @type {any} */ { items, optional }, /** @type {number} */ n) => [...items, ...optional?.items ?? []]
    .map((id) => [id, n + 1])));
  /** Items that were answered while this page is open. @type {Set<string>} */
  const given = new Set();
  /** Whether what the learning system keeps was looked at, so that it may be replaced. */
  let looked = false;
  /** Whether there was an answer to keep. */
  let begun = false;
  let done = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  if (!record) say("missing", words.lms_missing);
  else if (!met) say("failed", words.lms_failed);

  /** Asks the core, which must have been loaded. @template T @param {"link" | "openLink" | "progress"} name @param {unknown} value @returns {T} */
  const ask = (name, value) => engine.use((core) => /** @type {any} */ (core)[name](utf8(value)));

  /** Hands over the answers so far. */
  function write() {
    const answers = looked && widget.answers;
    if (!record || !answers) return;
    const n = size(answers);
    // erased here: erased there
    if (!n && !begun) return;
    begun = n > 0;
    try {
      /** @type {Progress} */
      const { answered, dont_know: unknown, of } = ask("progress", answers);
      // all of it is for whoever has seen the result
      record.set("progress", done ? 1 : Math.min(0.99, of ? Math.floor((answered + unknown) / of * 100) / 100 : 0));
    } catch {
      // then how far one has come stays as it was
    }
    try {
      // The core makes no token of more than 2,000 characters; the least that a system must have room for is 4,000.
      record.set("kept", n ? ask("link", answers) : "");
      say("kept", "");
    } catch (error) {
      const long = /** @type {TautlineError} */ (error).problems[0]?.code === "link-too-long";
      say("kept", long ? words.lms_too_long : words.lms_failed);
    }
  }

  /** What the learning system keeps, if it is answers to this. @returns {AnswersDocument | undefined} */
  function theirs() {
    const token = record?.get("kept") ?? "";
    if (!/^\w+$/.test(token)) return undefined;
    try {
      return JSON.parse(ask("openLink", token));
    } catch {
      return undefined;
    }
  }

  function commit() {
    clearTimeout(waiting);
    waiting = undefined;
    say("failed", !record || record.commit() ? "" : words.lms_failed);
  }

  /** Looks at what there is, as soon as the core and what this browser has saved are there. */
  async function look() {
    await engine.check();
    // storage does one thing after the other: this is done when reading is
    await Promise.race([transact(() => {}).catch(() => {}), later(SLOW)]);
    const [mine, kept] = [widget.answers, theirs()];
    if (kept && size(kept) > size(mine)) {
      const now = Object.entries(mine?.answers ?? {}).filter(([id]) => given.has(id));
      widget.answers = { ...kept, role: mine?.role ?? kept.role, answers: { ...mine?.answers, ...kept.answers, ...Object.fromEntries(now) } };
      for (let n = 0; n < 20 && size(widget.answers) < size(kept); n++) await later(SLOW / 20);
      looked = begun = true;
      say("resumed", words.lms_resumed);
      return;
    }
    looked = true;
    if (!size(mine)) return;
    write();
    commit();
  }

  const statement = el("p");
  widget.addEventListener("taut-ready", () => { look().catch(() => say("failed", words.lms_failed)); });

  widget.addEventListener("taut-answer", (event) => {
    const { item } = /** @type {CustomEvent} */ (event).detail;
    given.add(item);
    say("resumed", "");
    statement.remove();
    record?.set("location", pages.get(item) ?? "");
    write();
    waiting ??= setTimeout(commit, EVERY);
  });

  widget.addEventListener("taut-complete", (event) => {
    /** @type {Finished & {answers: AnswersDocument}} */
    const finished = /** @type {CustomEvent} */ (event).detail;
    const score = scoreOf(finished, definition);
    const save = button(words.lms_statement, () => download(`${definition.id}-xapi.json`,
      `${JSON.stringify(statements(finished, score, definition, words), null, 2)}\n`, "application/json"));
    Object.assign(save.style, { font: "inherit", padding: ".5rem 1rem" });
    statement.replaceChildren(save);
    widget.after(statement);
    if (!record) return;
    done = true;
    write();
    if (score !== undefined) {
      record.set("min", 0);
      record.set("max", 100);
      record.set("raw", score);
      record.set("scaled", (score / 100).toFixed(4));
    }
    record.set("success", "unknown");
    record.set("status", "completed");
    commit();
  });

  if (!record) return;
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return;
    write();
    commit();
  });
  addEventListener("pagehide", () => {
    write();
    clearTimeout(waiting);
    record.close();
  });
  // back from where a browser keeps pages that were left
  addEventListener("pageshow", ({ persisted }) => { if (persisted) say("failed", record.open() ? "" : words.lms_failed); });
}

/** A place above the widget for one sentence each. @param {HTMLElement} widget */
function notices(widget) {
  /** @type {{[name: string]: HTMLElement | undefined}} */
  const said = {};
  const place = el("div", { role: "status" });
  widget.before(place);
  return (/** @type {string} */ name, /** @type {string} */ sentence) => {
    if ((said[name]?.textContent ?? "") === sentence) return;
    said[name]?.remove();
    said[name] = sentence ? el("p", sentence) : undefined;
    if (said[name]) place.append(said[name]);
  };
}
