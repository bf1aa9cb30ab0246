// Two ways on paper: one page of commitments, or the whole report with every computation open.
import { identity } from "./title.js";
import { open } from "./computed.js";
import { fill, h } from "./nodes.js";
import { figure } from "./picture.js";
import { table } from "./table.js";

/** @typedef {import("./words.js").Context} Context */

/**
 * Prepares the report for one kind of print, prints, and puts everything back.
 * @param {Context} context @param {HTMLElement} root @param {"commitments" | "all"} mode @param {(mode: "commitments" | "all") => void} print @param {string} address
 */
export function printed(context, root, mode, print, address) {
  const closed = [...root.querySelectorAll("details")].filter((one) => !one.open);
  const page = mode === "commitments" ? sheet(context, address) : null;
  if (page) root.append(page);
  else for (const one of closed) open(context, one);
  root.dataset["print"] = mode;
  addEventListener("afterprint", () => {
    delete root.dataset["print"];
    page?.remove();
    if (!page) for (const one of closed) one.open = false;
  }, { once: true });
  print(mode);
}

/** The page of commitments: a small picture and a table to fill in and sign. @param {Context} context @param {string} address */
function sheet(context, address) {
  const { texts, report, finished: { instrument } } = context;
  const line = (/** @type {string} */ label) => h("span", { class: "blank" }, label);
  return h("div", { class: "sheet" },
    h("header", null, h("div", null, ...identity(context), h("h2", null, texts.commitments), h("p", { class: "blanks" }, line(texts.date), line(texts.agreed_by))),
      report.picture ? figure(context, report.picture) : null),
    table(texts.commitments, "", [{ text: texts.commitment, head: true }, { text: texts.who }, { text: texts.first_step }, { text: texts.sign }, { text: texts.by_when, class: "date" }],
      report.advice.map((advice) => ({ cells: [[advice.title, advice.dimension && h("span", { class: "soft" }, ` ${advice.dimension.title}`)], [advice.owner], [advice.first_step], [advice.sign], []] }))),
    h("p", { class: "fine" }, `${fill(texts.version, { version: instrument.version, fingerprint: instrument.fingerprint })}. ${address}`));
}
