// The head of the report: what it is, whose view, how much it rests on, and what one can do with it.
import { button, fill, h } from "./nodes.js";
import { answered } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {{exportFile: (kind: "json" | "csv") => void, onBack: () => void, onRestart: () => void, printed: (mode: "commitments" | "all") => void}} Actions */

/** @param {Context} context @param {Actions} actions @param {boolean} empty */
export function titleBlock(context, actions, empty) {
  const { texts, report } = context;
  return h("header", { class: "masthead" }, ...identity(context),
    h("div", { class: "toolbar", role: "group", "aria-label": texts.tools },
      report.advice.length ? button(texts.print_commitments, () => actions.printed("commitments"), { class: "main" }) : null,
      empty ? null : button(texts.print_all, () => actions.printed("all")),
      button(texts.save_json, () => actions.exportFile("json")),
      button(texts.save_csv, () => actions.exportFile("csv")),
      button(texts.back, actions.onBack), button(texts.restart, actions.onRestart)));
}

/** Title, role, standing. @param {Context} context */
export function identity({ texts, finished, report }) {
  const provisional = [...report.dimensions, ...report.bands].some(({ status }) => status === "provisional");
  return [
    h("h1", { class: "report-title", tabindex: -1 }, finished.instrument.title),
    h("p", { class: "byline" }, finished.role_label ? h("span", null, fill(texts.role, { role: finished.role_label })) : null,
      h("span", null, fill(texts.rests_on, answered(finished))), provisional ? h("span", { class: "tag" }, texts.provisional) : null),
  ];
}
