// The page as a whole: what comes in above, what may be shown below.

import { spoken } from "../language.js";
import { button, count, el, fill } from "../views/dom.js";
import { collectView } from "./collect.js";
import { figuresView } from "./figures.js";
import { modeView } from "./mode.js";

/** @import { Group, Model } from "../types.js" */
/** @import { GroupTexts } from "../group.js" */
/** @import { Work } from "./work.js" */
/** @typedef {{texts: GroupTexts, work: Work, model: Model, definition: any, workshop?: string | undefined}} Options `workshop`: where the same is asked of several at once */

/** @param {Options} options @returns {HTMLElement} */
export function groupPage(options) {
  const { texts, work, model, workshop } = options;
  /** The group that is on screen. @type {Group | undefined} */
  let drawn;

  const figures = el("div", { class: "figures" });
  const status = el("span", { role: "status" });
  const wall = button(texts.status.wall, () => {
    wall.textContent = root.classList.toggle("wall") ? texts.status.back : texts.status.wall;
  }, { class: "quiet" });
  const mode = modeView(options, show);
  const collect = collectView(options, show, async () => {
    await work.clear();
    mode.shown(NaN);
    await show();
  }, (more) => { if (more > 0) mode.shown((mode.published() ?? 0) + more); });
  const root = el("div.taut", spoken(texts),
    el("header.masthead",
      el("p.soft", { lang: model.language }, model.title), el("h1.report-title", texts.title), el("p.standfirst", texts.lede),
      el("p.soft", texts.no_proof),
      workshop && el("p.soft", el("a", { href: workshop }, texts.workshop))),
    el("div.entrance", collect, el("div", mode.view, el("p.fine", texts.private))), el("div.state", el("h2", status), wall), figures);
  show();
  return root;

  /** Asks for the group as it may be shown now. */
  async function show() {
    // asked for in one go, so that both are of the same results
    const [group, calibration] = await Promise.all([work.group(mode.request()), work.calibration()]);
    // too soon, the earlier result stays: it gives nothing away that it did not before
    const stays = group.status === "too_soon" && drawn?.anonymous && drawn.n <= group.n;
    if (!stays) drawn = group.status === "shown" ? group : undefined;
    status.textContent = standing(group);
    root.classList.toggle("filled", group.n > 0);
    wall.hidden = !drawn;
    if (stays) return;
    if (drawn?.anonymous) mode.shown(drawn.n);
    figures.replaceChildren(...(drawn ? [figuresView({ ...options, group: drawn, calibration, published: mode.published() })] : []));
  }

  /** @param {Group} group */
  function standing({ status, n, cell }) {
    if (n === 0) return texts.status.none;
    if (status === "too_few") return fill(count(texts.status.too_few, n), { cell });
    const published = mode.published() ?? 0;
    const soon = fill(texts.status.too_soon, { n, published, next: published + cell });
    if (status === "too_soon") return drawn ? `${soon} ${fill(texts.status.still, drawn)}` : soon;
    return fill(texts.status.shown, { n });
  }
}
