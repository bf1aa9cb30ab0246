// The result of one person: everything the core found, in the order in which it is to be read.
import { el } from "../dom.js";
import { commitmentsSection } from "./commitments.js";
import { closed, computedSection } from "./computed.js";
import { dimensionsSection } from "./dimensions.js";
import { appraisalSection, shiftSection } from "./measures.js";
import { notesSections } from "./notes.js";
import { emptySection, pictureSection } from "./picture.js";
import { bandSection } from "./stage.js";
import { titleBlock } from "./title.js";
import { contextOf } from "./words.js";

/**
 * @typedef {object} ResultOptions
 * @property {import("../../types.d.ts").Finished} finished
 * @property {object} answers the answers document
 * @property {import("../../types.js").Wording["result"]} texts
 * @property {(id: string) => import("../../types.d.ts").Explanation | null} explain null when the core is gone
 * @property {(kind: "json" | "csv") => void} exportFile
 * @property {() => void} onBack
 * @property {(() => void) | undefined} onRestart
 * @property {import("../dom.js").Part} advised whether there are recommendations at all
 * @property {() => void} onShare
 * @property {(context: import("./words.js").Context, root: HTMLElement, mode: "commitments" | "all") => void} print prepares the report, prints it, and puts everything back
 */

/** What a wider language adds below the title. @type {((context: import("./words.js").Context) => import("../dom.js").Part)[]} */
export const sections = [];

/** Returns the report. Its heading (`.report-title`) can take the focus. @param {ResultOptions} options @returns {HTMLElement} */
export function resultView(options) {
  const context = contextOf(options, show);
  const { empty, bands, appraisals, shifts, advice } = context;
  const root = el("div.result",
    titleBlock(context, (mode) => options.print(context, root, mode)),
    sections.map((section) => section(context)),
    empty ? emptySection(context) : [pictureSection(context), context.dimensions[0] && dimensionsSection(context), bands.map((band) => bandSection(context, band))],
    appraisals.map((appraisal) => appraisalSection(context, appraisal)),
    shifts.map((shift) => shiftSection(context, shift)),
    options.advised && (!empty || advice.length > 0) && commitmentsSection(context),
    !empty && computedSection(context),
    notesSections(context));
  return root;

  /** Opens the computation of a score and goes there. @param {string} id */
  function show(id) {
    const which = `[data-explains="${id}"]`;
    for (const summary of closed(root, which)) summary.click();
    const summary = /** @type {HTMLElement | null} */ (root.querySelector(`${which} summary`));
    summary?.focus();
    summary?.scrollIntoView();
  }
}
