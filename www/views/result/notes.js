// What a reader should know about the answers, the context and the instrument.
import { section } from "./bits.js";
import { fill, h } from "./nodes.js";
import { answered } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("../../types.d.ts").Source} Source */

/** @param {Context} context */
export function notesSections(context) {
  const { texts, report, finished } = context;
  const counts = answered(finished);
  const { instrument } = finished;
  return [
    section("notes", texts.notes, h("p", null, fill(texts.counts, counts)), counts.dont_know ? h("p", null, texts.visibility) : null,
      ...report.notes.map((note) => h("p", { class: "note", "data-note": note.id }, note.text, " ", report.notes_closing))),
    report.marks.length ? section("marks", texts.marks, h("p", { class: "soft" }, texts.marks_lead), ...report.marks.map((mark) => reference(context, mark))) : null,
    section("about", texts.about, ...report.about.map((text) => h("p", null, text)),
      report.source.length ? h("ul", { class: "sources" }, ...report.source.map((source) => h("li", null, link(context, source)))) : null,
      h("p", { class: "fine" }, `${fill(texts.version, { version: instrument.version, fingerprint: instrument.fingerprint })}. ${fill(texts.license, { license: report.license })}.`)),
  ];
}

/** @param {Context} context @param {import("../../types.d.ts").Mark} mark */
function reference(context, mark) {
  const { texts } = context;
  return h("div", { class: "reference", "data-item": mark.item }, h("p", { class: "soft" }, mark.item_text),
    mark.answer === null ? null : h("p", null, h("strong", null, fill(texts.you_answered, { answer: mark.answer }))),
    h("p", null, mark.text), ...mark.source.map((source) => h("p", { class: "fine" }, `${texts.source}: `, link(context, source))));
}

/** A source as a link where its address is a web address, else as text. @param {Context} context @param {Source} source */
export function link({ texts }, { title, url }) {
  const address = webAddress(url);
  if (!address) return h("span", null, title);
  return h("a", { href: address.href, rel: "noopener noreferrer", target: "_blank" }, fill(texts.opens, { title, host: address.host }));
}

/** @param {string | null} url */
function webAddress(url) {
  try {
    const address = new URL(url ?? "");
    return address.protocol === "https:" || address.protocol === "http:" ? address : null;
  } catch {
    return null;
  }
}
