// Where results come in, and what became of them.

import { button, count, el, fill } from "../views/dom.js";
import { list } from "../views/result/parts.js";
import { whole } from "../views/format.js";
import { fromFiles, incoming } from "./incoming.js";

/** Letters of the name of a unit: at most three bytes each, and 200 in all. */
const LONGEST_UNIT = 60;

/** @import { Gathered } from "../types.js" */
/** @import { Incoming } from "./incoming.js" */
/** @import { Options } from "./page.js" */
/** @import { WorkError } from "./work.js" */

/**
 * @param {Options} options @param {() => Promise<void>} show draws the group anew @param {() => Promise<void>} clear
 * @param {(n: number) => void} published of what comes in, so many results were shown before
 */
export function collectView({ texts: { collect: texts }, work }, show, clear, published) {
  const field = el("textarea", { rows: 4, placeholder: texts.placeholder, "aria-label": texts.label, autocomplete: "off", spellcheck: "false" });
  const unit = el("input", { maxlength: LONGEST_UNIT, autocomplete: "off", placeholder: texts.no_unit });
  const meter = el("progress", { max: 100, "aria-label": texts.title });
  const said = el("span.fine");
  const stop = button(texts.stop, () => stopping?.abort());
  const busy = el("div.busy", { hidden: true }, meter, said, stop);
  const report = el("div.report", { role: "status" });
  const file = el("input", { type: "file", multiple: true, accept: ".json,.jsonl,.txt,.csv,.eml,.html,text/*", hidden: true });
  const add = button(texts.add, () => typed(), { class: "main" });
  const open = button(texts.files, () => file.click());
  const over = button(texts.clear, async () => {
    const sure = over.textContent === texts.sure;
    over.textContent = sure ? texts.clear : texts.sure;
    if (!sure) return;
    await clear();
    report.replaceChildren();
    unit.value = "";
    field.focus();
  }, { class: "quiet again" });
  over.onblur = () => { over.textContent = texts.clear; };
  /** @type {AbortController | undefined} */
  let stopping;

  const typed = () => {
    const text = field.value;
    field.value = "";
    take([incoming("", text)]);
  };
  field.onpaste = (event) => {
    // not through the field: a browser takes seconds to lay out a long text
    const text = event.clipboardData?.getData("text");
    if (!text || field.value) return;
    event.preventDefault();
    take([incoming("", text)]);
  };
  field.onkeydown = (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) typed(); };
  file.onchange = async () => {
    const files = await fromFiles(file.files ?? []);
    file.value = "";
    take(files);
  };
  const section = el("section.collect", { "aria-label": texts.title },
    el("h2", texts.title), field, el("label.unit", el("span", texts.unit), unit),
    el("div.actions", add, open, over, file), el("p.hint", texts.hint), busy, report);
  section.ondragover = (event) => {
    event.preventDefault();
    section.classList.add("over");
  };
  section.ondragleave = () => section.classList.remove("over");
  section.ondrop = async (event) => {
    event.preventDefault();
    section.classList.remove("over");
    const { files, text } = { files: event.dataTransfer?.files ?? [], text: event.dataTransfer?.getData("text") };
    take(files.length ? await fromFiles(files) : [incoming("", text ?? "")]);
  };
  return section;

  /** @param {Incoming[]} all */
  async function take(all) {
    if (stopping) return;
    stopping = new AbortController();
    const { signal } = stopping;
    const of = unit.value.trim();
    const notes = /** @type {string[]} */ ([]);
    /** @type {Gathered} */
    const sum = { added: 0, doubled: 0, refused: [], refused_total: 0, foreign: 0 };
    const texted = all.some((one) => "results" in one);
    working(true);
    try {
      for (const one of all) {
        if ("summary" in one) notes.push(await merged(one));
        else await read({ text: one.results, unit: of }, sum, signal);
      }
      if (of && sum.added) notes.unshift(fill(count(texts.of_unit, sum.added), { unit: of }));
      if (signal.aborted) notes.unshift(texts.stopped);
      report.replaceChildren(...(texted ? [counts(sum)] : []), ...notes.map((note) => el("p.small", note)), ...(texted ? [reasons(sum)] : []).filter((one) => one !== false));
      await show();
    } catch {
      report.replaceChildren(el("p.problem", { role: "alert" }, texts.broken));
    } finally {
      stopping = undefined;
      working(false);
    }
  }

  /** @param {{text: Blob, unit: string}} what @param {Gathered} sum @param {AbortSignal} signal */
  async function read(what, sum, signal) {
    const part = await work.gather(what, signal, (share) => {
      meter.value = share * 100;
      said.textContent = fill(texts.reading, { n: whole(share * 100) });
    });
    for (const name of /** @type {const} */ (["added", "doubled", "refused_total", "foreign"])) sum[name] += part[name];
    sum.refused.push(...part.refused);
  }

  /** @param {{name: string, summary: string, published: number}} one */
  async function merged(one) {
    try {
      await work.merge(one.summary);
      published(one.published);
      return fill(texts.merged, one);
    } catch (error) {
      const { problems } = /** @type {WorkError} */ (error);
      if (!problems.length) throw error;
      return `${fill(texts.not_merged, one)} (${problems[0]?.message})`;
    }
  }

  /** @param {boolean} on */
  function working(on) {
    const focused = /** @type {ShadowRoot} */ (section.getRootNode()).activeElement;
    busy.hidden = !on;
    add.disabled = open.disabled = over.disabled = on;
    meter.value = 0;
    said.textContent = fill(texts.reading, { n: 0 });
    // a button that is switched off, or gone, would lose it
    if (focused === add || focused === stop) (on ? stop : field).focus();
  }

  /** @param {Gathered} sum */
  function counts({ added, doubled, refused_total, foreign }) {
    const refused = refused_total - foreign;
    if (!(added + doubled + refused_total)) return el("p", texts.nothing);
    return el("dl.counts", Object.entries({ added, doubled, refused, foreign })
      .filter(([name, n]) => n > 0 || name === "added")
      .map(([name, n]) => el(`div.${name}`, el("dt", texts[/** @type {"added"} */ (name)]), el("dd", n))));
  }

  /** @param {Gathered} sum */
  function reasons({ refused, refused_total }) {
    return refused_total > 0 && el("details", el("summary", count(texts.reasons, refused_total)),
      list("ul", refused, ({ line, code, message }) =>
        fill(texts.line, { line, why: texts.codes[/** @type {"link-other"} */ (code)] ?? message })),
      refused.length < refused_total && el("p.fine", fill(texts.first, { n: refused.length, of: refused_total })));
  }
}
