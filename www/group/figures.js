// What may be shown of a group, in the order in which it is to be read: who, where the views part, and only
// then what they come to.

import { button, el, fill } from "../views/dom.js";
import { section } from "../views/result/parts.js";
import { bandSection } from "./bands.js";
import { benchmarkForm } from "./benchmark.js";
import { calibrationSection } from "./calibration.js";
import { groupCsv, groupJson } from "./export.js";
import { itemsSection } from "./items.js";
import { rankSection } from "./ranks.js";
import { saver } from "./saver.js";
import { scalesSection } from "./scales.js";
import { sidesSection } from "./sides.js";
import { unitsSection } from "./units.js";
import { whoseView } from "./whose.js";

/** @import { Calibration, Figures, Group } from "../types.js" */
/** @import { Attributes } from "../views/dom.js" */
/** @import { Options } from "./page.js" */
/** @typedef {Options & {group: Group, calibration?: Calibration, published?: number | undefined}} GroupOptions `published`: the results of what is shown, and was before */
/** @typedef {GroupOptions & {all: Figures, said: Attributes}} Context `all`: of everyone, or of the role in view; `said`: attributes of text from the definition */

/** @param {GroupOptions} options */
export function figuresView(options) {
  const { model, group } = options;
  /** @type {Context} */
  const context = { ...options, all: /** @type {Figures} */ (group.all), said: { lang: model.language, dir: "auto" } };
  const part = el("div");
  const draw = (/** @type {Figures} */ figures) => {
    const of = { ...context, all: figures };
    part.replaceChildren(...[itemsSection(of), scalesSection(of), of.all.bands.map((band) => bandSection(of, band)),
      of.all.rankings.map((ranking) => rankSection(of, ranking))].flat().filter((one) => one !== false));
  };
  draw(context.all);
  return el("div.result", whoSection(context), whoseView(context, draw), part, sidesSection(context), unitsSection(context), exportSection(context),
    options.calibration && calibrationSection({ ...context, calibration: options.calibration }));
}

/** @param {Context} context */
function whoSection({ texts: { who: texts }, group: { roles, n }, said }) {
  const seated = roles.reduce((sum, role) => sum + role.n, 0);
  const rows = [...roles.map((role) => ({ ...role, label: el("span", said, role.label) })), { id: "", n: n - seated, label: el("span", texts.no_role) }];
  return section("who", texts.title, el("dl.people", rows.filter((role) => role.n > 0).map((role) => el("div", { "data-role": role.id },
    el("dt", role.label), el("dd", el("strong", role.n), el("span.crowd", { "aria-hidden": "true" }, role.n <= 30 && Array.from({ length: role.n }, () => el("i"))))))));
}

/** @param {Context} context */
function exportSection(context) {
  const { texts: { export: texts, version }, model, group, work, published } = context;
  const root = section("export", texts.title,
    el("div.actions", button(texts.print, () => printed(root), { class: "main" }),
      saver(texts.csv, `${model.id}-group.csv`, () => groupCsv(model, group)),
      saver(texts.json, `${model.id}-group.json`, () => groupJson(model, group))),
    el("p.soft", texts.note),
    el("div.actions", saver(texts.summary, `${model.id}-sums.json`, async () => JSON.stringify({ ...await work.summary(), published }))),
    el("p.soft", texts.summary_note), benchmarkForm(context), el("p.fine", fill(version, { ...model, ...group })));
  return root;
}

/** Prints with everything open but what is for the maintainer. @param {HTMLElement} within */
function printed(within) {
  const closed = /** @type {HTMLDetailsElement[]} */ ([...within.parentElement?.querySelectorAll("details:not([open], .words, .maintainer)") ?? []]);
  for (const one of closed) one.open = true;
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; }, { once: true });
  print();
}
