// Files of other tools: what they hold as a definition, and what of them is lost, before anything is replaced.

import { download } from "../download.js";
import { button, count, el, fill } from "../views/dom.js";
import { list } from "../views/result/parts.js";
import { openDialog } from "./dialog.js";

/** @import { Imported, Loss, Problem } from "../types.js" */
/** @import { Studio } from "./page.js" */

/** Largest source, all files together, in bytes; the core has the last word. */
const LARGEST = 4 * 1024 * 1024;
/** Most losses that are listed here; the file has all. */
const LISTED = 200;

/** Whether a file is a definition of this kind. @param {File} file */
export async function isDefinition(file) {
  if (file.size > LARGEST || !/\.json$/i.test(file.name)) return false;
  try {
    const { format, items, pages } = JSON.parse(await file.text());
    return typeof format === "number" && Array.isArray(items) && Array.isArray(pages);
  } catch {
    return false;
  }
}

/** @param {Studio} studio @param {HTMLElement} root @param {File[]} files */
export async function importFiles(studio, root, files) {
  const { texts, texts: { import: words }, core } = studio;
  if (files.reduce((sum, file) => sum + file.size, 0) > LARGEST) return studio.tell(words.too_large);
  const given = await Promise.all(files.map(async (file) => /** @type {[name: string, bytes: Uint8Array]} */ ([file.webkitRelativePath || file.name, new Uint8Array(await file.arrayBuffer())])));
  const [[name, bytes] = ["", new Uint8Array()]] = given;
  const [{ imports }, guessed] = await Promise.all([core.formats(), core.guess(name, bytes)]);
  openDialog(root, words.title, (close) => {
    const format = el("select", { id: "import-format" }, !guessed && el("option", { value: "" }, words.choose), imports.map(({ id, title }) => el("option", { value: id, selected: id === guessed }, title)));
    const weights = el("select", { id: "import-weights" }, Object.entries(words.weights_of).map(([value, label]) => el("option", { value: value === "auto" ? "" : value }, label)));
    const language = el("input", { id: "import-language", type: "text", size: 6, autocomplete: "off", placeholder: words.language_auto });
    const only = el("div.row", el("label", { for: "import-weights" }, words.weights), weights, el("label", { for: "import-language" }, words.language), language);
    const report = el("div.import-report", { role: "status" });
    let turn = 0;
    const run = async () => {
      const now = ++turn;
      only.hidden = format.value !== "surveyjs";
      if (!format.value) return report.replaceChildren(el("p", words.unknown));
      report.replaceChildren(el("p.fine", words.reading));
      const reply = await core.importFiles(format.value, given, weights.value, language.value.trim()).catch((/** @type {Error} */ error) => ({ refused: { problems: [{ code: "", message: String(error.message), help: "" }] } }));
      if (now !== turn) return;
      report.replaceChildren("refused" in reply ? refusedView(reply.refused.problems) : importedView(reply.ok.value, close));
    };
    format.onchange = weights.onchange = language.onchange = run;
    run();
    return [
      el("p", fill(words.from, { names: files.map((file) => file.name).join(", ") })),
      el("div.row", el("label", { for: "import-format" }, words.format), format), only, report,
    ];
  }, { wide: true, closeLabel: texts.close });

  /** @param {Pick<Problem, "code" | "message" | "help">[]} problems */
  function refusedView(problems) {
    return el("div", el("p", words.refused), el("ul.points", problems.map(({ code, message, help }) => el("li", message, " ", el("code", code), help && el("p.help", help)))));
  }

  /** @param {Imported} imported @param {() => void} close */
  function importedView({ definition, losses, assumptions }, close) {
    const replace = () => {
      close();
      studio.begin(definition);
      studio.say(words.done);
    };
    return el("div",
      el("p", el("strong", losses.length ? count(words.lost, losses.length) : words.nothing_lost)),
      losses.length > 0 && lossTable(words, losses),
      losses.length > LISTED && el("p.fine", fill(words.more, { n: losses.length - LISTED })),
      assumptions.length > 0 && el("details", { open: !losses.length }, el("summary", count(words.assumed, assumptions.length)), list("ul.points", assumptions.slice(0, LISTED), ({ at, sentence }) => [sentence, " ", el("code", at)])),
      el("p.fine", words.undo),
      el("div.actions", button(words.take, replace, { class: "main" }),
        losses.length > 0 && button(words.save, () => download(`${name.replace(/\.\w+$/, "")}-losses.json`, `${JSON.stringify({ losses, assumptions }, null, 2)}\n`)),
        button(texts.cancel, close)));
  }
}

/** What is not carried over. @param {import("../studio.js").StudioTexts["import"]} words @param {Loss[]} losses */
export const lossTable = ({ columns, losses: caption }, losses) => el("div.scroll", { tabindex: 0, role: "region", "aria-label": caption }, el("table",
  el("caption.unseen", caption), el("thead", el("tr", columns.map((column) => el("th", { scope: "col" }, column)))),
  el("tbody", losses.slice(0, LISTED).map(({ at, construct, sentence, instead }) => el("tr", el("td", el("code", at)), el("td", construct), el("td", sentence), el("td", instead))))));
