// The studio as a whole: what is on the screen, and what follows when the definition changes.

import { spoken } from "../language.js";
import { button, el, fill } from "../views/dom.js";
import { notice } from "../views/notice.js";
import { benchView } from "./bench.js";
import { openDialog } from "./dialog.js";
import { StudioDocument } from "./document.js";
import { downloadsMenu } from "./downloads.js";
import { diagnostics, spanOf, textEditor } from "./editor.js";
import { importFiles, isDefinition } from "./import.js";
import { openKept } from "./kept.js";
import { morphChildren } from "./morph.js";
import { nodeAt, pathOf } from "./edits.js";
import { outlineView } from "./outline/outline.js";
import { previewView } from "./preview.js";
import { found, problemsView, summary } from "./problems.js";
import { publishView } from "./publish.js";
import { schemaReader } from "./schema.js";
import { simulateView } from "./simulate.js";
import { startView, titleOf } from "./start.js";
import { tabs } from "./tabs.js";
import { SAMPLES, empty, sampleAddress, slug, templateAddress } from "./templates.js";
import { writtenFile } from "./written.js";

/** @import { Checked, LintRule, Problem, Reply } from "../types.js" */
/** @import { StudioTexts } from "../studio.js" */
/** @import { Core } from "./core.js" */
/** @import { Kit } from "./document.js" */
/**
 * @typedef {object} Given
 * @property {StudioTexts} texts
 * @property {ShadowRoot} root
 * @property {Core} core
 * @property {Kit} kit
 * @property {(address: string) => Promise<string>} read a file of the site; "" for the flagship
 * @property {string} widget address of the script of the widget, for other pages
 */
/**
 * What the parts of the page share.
 * @typedef {Given & Shared} Studio
 * @typedef {object} Shared
 * @property {ReturnType<typeof openKept>} kept
 * @property {StudioDocument} document
 * @property {Reply<Checked> | undefined} verdict of the core on the text, a moment ago
 * @property {string} name for files
 * @property {(sentence: string) => void} say for those who listen
 * @property {(sentence: string, actions?: HTMLElement[]) => void} tell on the screen
 * @property {(text: string) => void} begin
 * @property {() => void} goOn with what is kept
 * @property {(id: string) => void} fromTemplate
 * @property {(id: string) => void} fromSample
 * @property {() => void} pick files
 * @property {(at: string) => void} reveal a place of the definition
 */

/** After the last key: what is kept, and what is judged. */
const PAUSE = 250;

/** @param {Given} given @returns {HTMLElement} */
export function openStudio(given) {
  const { texts, root, core, kit, read } = given;
  /** @type {Reply<Checked> | undefined} */ let verdict;
  /** @type {Map<string, LintRule>} */ let rules = new Map();
  let [turn, timer, unsaved] = [0, 0, false];
  let reader = schemaReader({});
  core.rules().then((list) => { rules = new Map(list.map((rule) => [rule.code, rule])); }).catch(stopped);
  core.schema().then((schema) => { reader = schemaReader(schema); }).catch(stopped);

  const kept = openKept(elsewhere);
  /** @type {StudioDocument} */
  let document;
  const editor = textEditor({ kit, texts, root, reader: { at: (path) => reader.at(path), order: (path) => reader.order(path) }, current: () => document, changed });
  document = new StudioDocument(kit, editor, (path) => reader.order(path));

  const status = el("p.unseen", { role: "status" });
  const say = (/** @type {string} */ sentence) => { status.textContent = sentence; };
  const lasting = el("div.lasting");
  const running = el("h1.running");
  const saving = el("p.saving.fine");
  const outline = outlineView({ texts, document, say, toText });
  const preview = previewView(texts);
  const tallies = el("span");
  const findings = el("div.findings-body");
  const undo = button(texts.undo, () => document.undo(), { class: "quiet" });
  const redo = button(texts.redo, () => document.redo(), { class: "quiet" });

  /** @type {Studio} */
  const studio = {
    ...given, kept, document, say, begin, goOn, fromTemplate, fromSample, pick, tell, reveal,
    get verdict() { return verdict; },
    get name() { return slug(String(document.value?.id ?? "definition")); },
  };
  const bench = benchView(studio);
  const simulation = simulateView(studio);

  const textPanel = el("div.panel.text-panel", editor.dom);
  const outlinePanel = el("div.panel.outline-panel", outline.element);
  const panels = { preview: el("div.panel", preview.element), bench: el("div.panel", bench.element), simulate: el("div.panel", simulation.element) };
  const left = tabs(texts.tabs.write, [{ id: "outline", title: texts.tabs.outline, panel: outlinePanel }, { id: "text", title: texts.tabs.text, panel: textPanel }], (id) => {
    shown("write");
    if (id === "text") editor.requestMeasure();
  });
  const right = tabs(texts.tabs.look, [
    { id: "preview", title: texts.tabs.preview, panel: panels.preview }, { id: "bench", title: texts.tabs.bench, panel: panels.bench },
    { id: "simulate", title: texts.tabs.simulate, panel: panels.simulate },
  ], () => shown("look"));
  const problemsHead = button("", () => {
    const open = work.dataset["findings"] !== "open";
    work.dataset["findings"] = open ? "open" : "closed";
    shown(open ? "problems" : "write");
  }, { class: "problems-head", "aria-expanded": "false" }, el("span.title", texts.problems.title), tallies);
  const work = el("div.work", { "data-show": "write", hidden: true },
    el("nav.both-tabs", { "aria-label": texts.tabs.all }, left.element, right.element),
    el("div.write", outlinePanel, textPanel),
    el("section.problems", { "aria-label": texts.problems.title }, problemsHead, findings),
    el("div.look", panels.preview, panels.bench, panels.simulate));
  const screen = el("div.start-screen");
  const publish = button(texts.publish.open, () => openDialog(element, texts.publish.title, (close) => publishView(studio, close), { wide: true, closeLabel: texts.close }), { class: "main" });
  const file = el("input", { type: "file", multiple: true, hidden: true, "aria-label": texts.start.open });
  file.onchange = async () => {
    const files = [...file.files ?? []];
    await take(files);
    file.value = "";
  };
  const bar = el("header.bar",
    el("div.names", el("p.brand", texts.name), running), saving,
    el("div.tools", undo, redo, button(texts.fresh, () => toStart(), { class: "quiet" }), button(texts.import.open, () => pick(), { class: "quiet" }), downloadsMenu(studio)), publish);
  const element = el("div.taut.studio", spoken(texts), bar, lasting, screen, work, file, status);
  const overlay = el("div.dropping", { hidden: true }, el("p", texts.import.drop));
  element.append(overlay);

  dropAnywhere();
  keys();
  left.show("outline");
  right.show("preview");
  shown("write");
  addEventListener("pagehide", save);
  start();
  linked();
  return element;

  /** @param {"write" | "problems" | "look"} which the part that a phone has on its screen */
  function shown(which) {
    if (!work) return;
    work.dataset["show"] = which;
    // a phone has no room for both
    if (!roomy()) work.dataset["findings"] = which === "problems" ? "open" : "closed";
    problemsHead.setAttribute("aria-expanded", String(work.dataset["findings"] === "open"));
    const on = !work.hidden;
    preview.seen(on && right.current === "preview" && (which === "look" || roomy()));
    bench.seen(on && right.current === "bench");
    simulation.seen(on && right.current === "simulate");
  }

  /** Whether both sides are on the screen; the width is that of the style sheet. */
  function roomy() { return matchMedia("(min-width: 60rem)").matches; }

  function start() {
    work.hidden = true;
    bar.hidden = true;
    screen.replaceChildren(startView(studio));
    shown("write");
    /** @type {HTMLElement | null} */ (screen.querySelector("[tabindex]"))?.focus({ preventScroll: true });
  }

  /** Begins with the sample that the address names, once. */
  function linked() {
    const id = new URLSearchParams(location.search).get("sample") ?? "";
    if (!SAMPLES.includes(id)) return;
    history.replaceState(history.state, "", location.pathname);
    fromSample(id);
  }

  /** The start again; what is there stays until something else is chosen. */
  function toStart() {
    save();
    start();
  }

  function toWork() {
    screen.replaceChildren();
    bar.hidden = false;
    work.hidden = false;
    shown("write");
    changed();
    left.element.querySelector("button")?.focus({ preventScroll: true });
  }

  /** Begins with a text; what it takes the place of is put aside. @param {string} text */
  function begin(text) {
    const { text: before } = kept;
    if (before && before !== text && !kept.putAside(before)) tell(texts.kept.not_kept);
    if (document.text !== text) document.replace(text);
    kept.template = "";
    toWork();
  }

  function goOn() {
    const { text } = kept;
    if (text === undefined || document.text === text) toWork();
    else begin(text);
  }

  /** @param {string} id */
  async function fromTemplate(id) {
    const text = id === "empty" ? writtenFile(empty(texts.begin)) : await fetched(templateAddress(id));
    if (text === undefined) return;
    const proposed = id === "empty" ? "" : titleOf(text);
    openDialog(element, texts.start.name, (close) => {
      const field = el("input", { type: "text", value: proposed, autocomplete: "off", id: "name-field", maxlength: 200, autofocus: true });
      const form = el("form", { method: "dialog" }, el("label", { for: "name-field" }, texts.start.name_label), field,
        kept.text && el("p.fine", fill(texts.start.asks, { title: titleOf(kept.text) })),
        el("div.actions", el("button.main", { type: "submit" }, texts.start.begin), button(texts.cancel, close)));
      form.onsubmit = () => {
        const title = field.value.trim() || proposed || texts.begin.title;
        begin(titled(text, title));
        kept.template = id === "empty" ? "" : id;
      };
      queueMicrotask(() => { field.focus(); field.select(); });
      return [form];
    });
  }

  /** @param {string} text @param {string} title */
  function titled(text, title) {
    return writtenFile({ ...JSON.parse(text), id: slug(title), title });
  }

  /** @param {string} id */
  async function fromSample(id) {
    const text = await fetched(id === "flagship" ? "" : sampleAddress(id));
    if (text !== undefined) ask(() => begin(text));
  }

  /** Asks before something takes the place of what is there. @param {() => void} act */
  function ask(act) {
    const { text } = kept;
    if (!text) return act();
    openDialog(element, texts.start.replace, (close) => [
      el("p", fill(texts.start.asks, { title: titleOf(text) })),
      el("div.actions", button(texts.start.yes, () => { close(); act(); }, { class: "main" }), button(texts.cancel, close)),
    ]);
  }

  /** @param {string} address */
  async function fetched(address) {
    try {
      return await read(address);
    } catch {
      tell(texts.start.failed);
      return undefined;
    }
  }

  function pick() { file.click(); }

  /** Files of the person: a definition is opened, anything else imported. @param {File[]} files */
  async function take(files) {
    if (!files.length) return;
    const [only] = files;
    if (files.length === 1 && only && await isDefinition(only)) {
      const text = await only.text();
      return kept.text && kept.text !== text ? ask(() => begin(text)) : begin(text);
    }
    await importFiles(studio, element, files);
  }

  /** @param {string} sentence @param {HTMLElement[]} [actions] */
  function tell(sentence, actions = []) {
    lasting.replaceChildren(notice("notice warning", sentence, [...actions, button(texts.close, () => lasting.replaceChildren())]));
  }

  /** @param {unknown} error */
  function stopped(error) {
    tell(texts.core[/** @type {"network"} */ (/** @type {Error} */ (error).cause)] ?? texts.core.stopped);
  }

  /** Another tab has written: the last one counts, and both are there to choose. @param {string} text */
  function elsewhere(text) {
    if (work.hidden || text === document.text) return;
    tell(texts.kept.elsewhere, [
      button(texts.kept.take, () => { document.replace(text); lasting.replaceChildren(); }),
      button(texts.kept.keep, () => { unsaved = true; save(); lasting.replaceChildren(); }),
    ]);
  }

  /** What follows at once when the text has changed, and what waits for a pause. */
  function changed() {
    unsaved = true;
    running.textContent = String(document.value?.title ?? running.textContent);
    undo.disabled = !document.undoable;
    redo.disabled = !document.redoable;
    outline.render();
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      save();
      check();
    }, PAUSE);
  }

  function save() {
    if (!unsaved || work.hidden) return;
    unsaved = false;
    const done = kept.save(document.text);
    saving.textContent = done ? texts.kept.saved : texts.kept.not_kept;
    saving.classList.toggle("wrong", !done);
  }

  async function check() {
    const now = ++turn;
    const { text } = document;
    try {
      const reply = await core.check(text);
      if (now !== turn) return;
      verdict = reply;
      judged(text);
    } catch (error) {
      if (now === turn) stopped(error);
    }
  }

  /** @param {string} text what was judged */
  function judged(text) {
    if (!verdict) return;
    const all = found(verdict);
    tallies.replaceChildren(summary(texts, all.problems));
    morphChildren(findings, el("div", problemsView(texts, all, rules, jump, document.value)));
    outline.problems(all.problems);
    editor.dispatch(kit.setDiagnostics(editor.state, diagnostics(kit, document, all.problems)));
    const accepted = "ok" in verdict;
    publish.disabled = !accepted;
    if (accepted) preview.accept(text);
    else preview.refuse();
    bench.judged(accepted ? text : undefined);
    simulation.judged(accepted ? text : undefined);
  }

  /** @param {string} at */
  function reveal(at) {
    if (outline.reveal(at)) left.show("outline");
    else toText(at.slice(1));
  }

  /** @param {Problem} problem */
  function jump(problem) {
    if (left.current === "outline" && document.value && outline.reveal(problem.at)) return shown("write");
    left.show("text");
    select(spanOf(document, problem));
  }

  /** @param {string} [field] where to, in the text */
  function toText(field) {
    left.show("text");
    const node = field && nodeAt(document.parsed.tree, pathOf(`/${field}`));
    if (node) select({ from: node.offset, to: node.offset });
    else if (verdict && "refused" in verdict) select(spanOf(document, /** @type {Problem} */ (verdict.refused.problems[0])));
    else editor.focus();
  }

  /** @param {{from: number, to: number}} span */
  function select({ from, to }) {
    editor.dispatch({ selection: kit.EditorSelection.single(from, to), scrollIntoView: true });
    editor.focus();
  }

  function dropAnywhere() {
    let depth = 0;
    const holds = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    const over = (/** @type {number} */ by) => {
      depth += by;
      overlay.hidden = depth <= 0;
    };
    element.addEventListener("dragenter", (event) => { if (holds(event)) over(1); });
    element.addEventListener("dragleave", (event) => { if (holds(event)) over(-1); });
    element.addEventListener("dragover", (event) => { if (holds(event)) event.preventDefault(); });
    element.addEventListener("drop", (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      depth = 0;
      overlay.hidden = true;
      take([...event.dataTransfer?.files ?? []]);
    }, true);
  }

  /** Undo and redo outside of the text; fields of the outline have no history of their own. */
  function keys() {
    element.addEventListener("keydown", (event) => {
      const { target } = event;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || work.hidden || editor.dom.contains(/** @type {Node} */ (target)) || element.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      if (!back && key !== "y" && !(key === "z" && event.shiftKey)) return;
      event.preventDefault();
      if (back) document.undo();
      else document.redo();
    });
  }
}
