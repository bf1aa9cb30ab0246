// The head of the report: what it is, whose view, how much it rests on, and what one can do with it.
import { button, el, fill } from "../dom.js";
import { tag } from "./parts.js";

/** @import { Context } from "./words.js" */

/** @param {Context} context @param {(mode: "commitments" | "all") => void} print */
export const titleBlock = (context, print) => {
  const { texts, advice, empty, exportFile, onBack, onRestart, onShare } = context;
  return el("header.masthead", identity(context),
    el("div.actions", { role: "group", "aria-label": texts.tools },
      advice.length > 0 && button(texts.print_commitments, () => print("commitments"), { class: "main" }),
      !empty && button(texts.print_all, () => print("all")),
      button(texts.save_json, () => exportFile("json")), button(texts.save_csv, () => exportFile("csv")),
      button(texts.share, onShare), button(texts.back, onBack), onRestart && button(texts.restart, onRestart)));
};

/** Title, role, standing. @param {Context} context */
export const identity = (context) => {
  const { texts, instrument, role_label, counts } = context;
  return [
    el("h2.report-title", { tabindex: -1 }, instrument.title),
    el("p.byline", role_label && el("span", fill(texts.role, context)), el("span", fill(texts.rests_on, counts)),
      tag(context, context)),
  ];
};
