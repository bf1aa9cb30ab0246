// The result of one person: everything the core found, in the order in which it is to be read.
import { commitmentsSection } from "./commitments.js";
import { computedSection, open } from "./computed.js";
import { dimensionsSection } from "./dimensions.js";
import { appraisalSection, shiftSection } from "./measures.js";
import { h } from "./nodes.js";
import { notesSections } from "./notes.js";
import { emptySection, pictureSection } from "./picture.js";
import { printed } from "./print.js";
import { bandSection } from "./stage.js";
import { titleBlock } from "./title.js";

/**
 * @typedef {object} ResultOptions
 * @property {import("../../types.d.ts").Finished} finished
 * @property {object} answers the answers document
 * @property {import("./words.js").Texts} texts
 * @property {(id: string) => import("../../types.d.ts").Explanation | null} explain null when the core is gone
 * @property {(kind: "json" | "csv") => void} exportFile
 * @property {() => void} onBack
 * @property {() => void} onRestart
 * @property {(mode: "commitments" | "all") => void} print called when the page is ready for the printer
 * @property {string} pageAddress
 */

/** Returns the report. Its heading (`.report-title`) can take the focus. @param {ResultOptions} options @returns {HTMLElement} */
export function resultView({ finished, texts, explain, exportFile, onBack, onRestart, print, pageAddress }) {
  const { report } = finished;
  const root = h("div", { class: "result" });
  const context = { finished, report, texts, explain, show };
  const empty = report.dimensions.every(({ scores }) => scores.every(({ value }) => value === null)) && report.bands.every(({ value }) => value === null);
  const actions = { exportFile, onBack, onRestart, printed: (/** @type {"commitments" | "all"} */ mode) => printed(context, root, mode, print, pageAddress) };
  const parts = [
    titleBlock(context, actions, empty),
    ...(empty ? [emptySection(context, onBack)] : [pictureSection(context), dimensionsSection(context), ...report.bands.map((band) => bandSection(context, band))]),
    ...report.appraisals.map((appraisal) => appraisalSection(context, appraisal)),
    ...report.shifts.map((shift) => shiftSection(context, shift)),
    empty && !report.advice.length ? null : commitmentsSection(context),
    empty ? null : computedSection(context),
    ...notesSections(context),
  ];
  root.append(...parts.filter((part) => part !== null));
  return root;

  /** Opens the computation of a score and goes there. @param {string} id */
  function show(id) {
    const details = [...root.querySelectorAll("details")].find((one) => one.dataset["explains"] === id);
    if (!details) return;
    open(context, details);
    details.querySelector("summary")?.focus();
    details.scrollIntoView({ block: "start" });
  }
}
