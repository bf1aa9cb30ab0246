// The page as a whole: what comes in above, what may be shown below.

import { button, count, el, fill } from "../views/dom.js";
import { collectView } from "./collect.js";
import { figuresView } from "./figures.js";

/** @import { Group, GroupRequest, Model } from "../types.js" */
/** @import { GroupTexts } from "../group.js" */
/** @import { Work } from "./work.js" */
/** @typedef {{texts: GroupTexts, work: Work, model: Model, definition: any, workshop?: string | undefined}} Options `workshop`: where the same is asked of several at once */

/** @param {Options} options @returns {HTMLElement} */
export function groupPage(options) {
  const { texts, work, model, workshop } = options;
  let anonymous = false;
  /** How many results the anonymous group that is on screen has. @type {number | undefined} */
  let published;

  const figures = el("div", { class: "figures" });
  const status = el("span", { role: "status" });
  const wall = button(texts.status.wall, () => {
    wall.textContent = root.classList.toggle("wall") ? texts.status.back : texts.status.wall;
  }, { class: "quiet" });
  const collect = collectView(options, show, async () => {
    await work.clear();
    published = undefined;
    figures.replaceChildren();
    await show();
  });
  const root = el("div.taut", { lang: "en" },
    el("header.masthead",
      el("p.soft", { lang: model.language }, model.title), el("h1.report-title", texts.title), el("p.standfirst", texts.lede),
      el("p.soft", texts.no_proof),
      workshop && el("p.soft", el("a", { href: workshop }, texts.workshop))),
    el("div.entrance", collect, modeView()), el("div.state", el("h2", status), wall), figures);
  show();
  return root;

  /** Asks for the group as it may be shown now. */
  async function show() {
    /** @type {GroupRequest} */
    const request = { anonymous, ...(anonymous && published !== undefined && { published }) };
    // asked for in one go, so that both are of the same results
    const [group, calibration] = await Promise.all([work.group(request), work.calibration()]);
    status.textContent = standing(group);
    root.classList.toggle("filled", group.n > 0);
    wall.hidden = group.status === "too_few";
    // the earlier result stays: it gives nothing away that it did not before
    if (group.status === "too_soon") return;
    if (group.status === "shown") published = anonymous ? group.n : published;
    figures.replaceChildren(...(group.status === "shown" ? [figuresView({ ...options, group, calibration })] : []));
  }

  /** @param {Group} group */
  function standing({ status, n, cell }) {
    if (n === 0) return texts.status.none;
    if (status === "too_few") return fill(count(texts.status.too_few, n), { cell });
    if (status === "too_soon") return fill(texts.status.too_soon, { n, published, next: (published ?? 0) + cell });
    return fill(texts.status.shown, { n });
  }

  function modeView() {
    const choice = (/** @type {"named" | "anonymous"} */ name) => {
      const input = el("input", { type: "radio", name: "mode", value: name, checked: name === "named" });
      input.onchange = () => {
        anonymous = name === "anonymous";
        figures.replaceChildren();
        published = undefined;
        show();
      };
      return el("label.option", input, el("span", texts.mode[name], el("span.fine", texts.mode[`${name}_note`])));
    };
    return el("fieldset.mode", el("legend", texts.mode.title), el("div.options", choice("named"), choice("anonymous")),
      el("p.fine", texts.private));
  }
}
