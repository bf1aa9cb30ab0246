// How the scores lie, as a file that a publisher ships beside the definition: whose scores, of which day and from
// how many on is for a person to say.

import { download } from "../download.js";
import { button, el } from "../views/dom.js";

/** @import { Attributes } from "../views/dom.js" */
/** @import { Context } from "./figures.js" */
/** @import { WorkError } from "./work.js" */

/** Fewest scores that anything is shown of. */
const FEWEST = 20;

/** @param {Context} context */
export function benchmarkForm({ texts: { benchmark: texts }, model, work }) {
  const field = (/** @type {"source" | "date" | "minimum"} */ name, /** @type {Attributes} */ attributes) => {
    const input = el("input", { autocomplete: "off", ...attributes });
    return { input, label: el("label", el("span", texts[name]), input) };
  };
  const source = field("source", { type: "text", maxlength: 200 });
  const date = field("date", { type: "date" });
  const minimum = field("minimum", { type: "number", min: FEWEST, step: 1, value: FEWEST });
  const said = el("p.problem", { role: "alert" });
  const save = async () => {
    try {
      said.textContent = "";
      const file = await work.benchmark({ source: source.input.value.trim(), date: date.input.value, minimum: minimum.input.valueAsNumber });
      download(`${model.id}-benchmark.json`, `${JSON.stringify(file, null, 2)}\n`);
    } catch (error) {
      const [problem] = /** @type {WorkError} */ (error).problems ?? [];
      said.textContent = texts.problems[/** @type {"bad-date"} */ (problem?.code)] ?? texts[problem?.at === "/minimum" ? "no_minimum" : "failed"];
    }
  };
  return el("details.benchmark", el("summary", texts.title),
    el("p.soft", texts.note), el("p.soft", texts.protects),
    el("div.fields", source.label, date.label, minimum.label), el("div.actions", button(texts.save, save)), said);
}
