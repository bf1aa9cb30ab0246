// What a reader should know about the answers, the context and the instrument.
import { el, fill } from "../dom.js";
import { list, section } from "./parts.js";

/** @import { Source } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */

/** @param {Context} context */
export const notesSections = (context) => {
  const { texts, counts, notes, notes_closing, marks, about, source, instrument } = context;
  return [
    section("notes", texts.notes, el("p", fill(texts.counts, counts)), counts.dont_know > 0 && el("p", texts.visibility),
      notes.map(({ text }) => el("p.note", text, " ", notes_closing))),
    marks.length > 0 && section("marks", texts.marks, el("p.soft", texts.marks_lead), list("ul.cases", marks, (mark) => [
      el("p.soft", mark.item_text), mark.answer && el("p", el("strong", fill(texts.you_answered, mark))), el("p", mark.text),
      mark.source.map((one) => el("p.fine", `${texts.source}: `, link(one))),
    ])),
    section("about", texts.about, about.map((text) => el("p", text)), list("ul", source, link),
      el("p.fine", `${fill(texts.version, instrument)}. ${fill(texts.license, context)}.`)),
  ];
};

/** A source as a link where its address is a web address, else as text. @param {Source} source */
function link({ title, url }) {
  const [, host] = /^https?:\/\/([^/?#]+)/.exec(url ?? "") ?? [];
  return host ? el("a", { href: url, rel: "noreferrer", target: "_blank" }, `${title} (${host})`) : title;
}
