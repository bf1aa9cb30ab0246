// Two ways on paper: one page of commitments, or the whole report with every computation open.
import { sheetOf } from "../styles/sheet.js";
import { el, fill } from "../views/dom.js";
import { printCss } from "./print-styles.js";
import { PLAN } from "../views/result/commitments.js";
import { closed } from "../views/result/computed.js";
import { figure } from "../views/result/picture.js";
import { table } from "../views/result/table.js";
import { identity } from "../views/result/title.js";

/** @import { Flow } from "../flow.js" */
/** @import { Context } from "../views/result/words.js" */

/**
 * Prints the report, or the page of commitments alone.
 * @param {Flow | undefined} _flow @param {Context} context @param {HTMLElement} root @param {"commitments" | "all"} mode
 */
export const printed = (_flow, context, root, mode) => onPaper(root, mode, sheet(context), context.texts);

const printSheet = sheetOf(printCss);

/**
 * Prints what stands in a root with every disclosure open and each commitment with lines to fill in, or one page alone;
 * afterwards all is as before.
 * @param {HTMLElement} root @param {"commitments" | "all"} mode @param {HTMLElement} page @param {Context["texts"]} texts
 */
export function onPaper(root, mode, page, texts) {
  const opened = mode === "all" ? closed(root) : [];
  for (const one of opened) one.click();
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (root.getRootNode());
  adoptedStyleSheets.push(printSheet());
  root.append(page);
  const lines = [...root.querySelectorAll(".commitments > li")].map((one) => one.appendChild(el("p.fill-in", { "aria-hidden": "true" }, el("span", texts.by_when), el("span", texts.agreed_by))));
  root.dataset["print"] = mode;
  addEventListener("afterprint", () => {
    delete root.dataset["print"];
    for (const one of [page, ...lines]) one.remove();
    adoptedStyleSheets.splice(adoptedStyleSheets.lastIndexOf(printSheet()), 1);
    for (const one of opened) one.click();
  }, { once: true });
  print();
}

/** The page of commitments: a small picture and a table to fill in and sign. @param {Context} context */
const sheet = (context) => {
  const { texts, advice, picture, instrument } = context;
  return el("div.sheet",
    el("header", el("div", identity(context), el("h3", texts.commitments), el("p.fill-in", el("span", texts.date), el("span", texts.agreed_by))),
      picture && figure(context)),
    table(texts.commitments, "", [[texts.commitment, "name"], ...PLAN.map((name) => /** @type {[string]} */ ([texts[name]])), [texts.by_when, "date"]],
      advice.map((one) => [[one.title, one.dimension && el("span.soft", ` ${one.dimension.title}`)], ...PLAN.map((name) => one[name]), ""])),
    // without query and fragment, which may hold answers
    el("p.fine", `${fill(texts.version, instrument)}. ${location.href.replace(/[?#].*/, "")}`));
};
