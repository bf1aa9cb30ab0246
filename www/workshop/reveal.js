// The group, for all at once. Until this is called nothing is scored.

import { figuresView } from "../group/figures.js";
import { button, count, el, fill } from "../views/dom.js";
import { notice } from "../views/notice.js";
import { twice } from "./twice.js";

/** @import { Shop } from "./page.js" */

/** @param {Shop} shop */
export function revealView(shop) {
  const { texts: { reveal: texts, lead }, groupTexts, model, definition, room } = shop;
  const standing = el("span", { role: "status" });
  const figures = el("div.figures");
  const root = el("div.reveal",
    el("div.masthead", el("h1.report-title", { tabindex: -1 }, groupTexts.title), el("p.standfirst", groupTexts.lede), el("p.soft", groupTexts.no_proof)),
    el("div.state", el("h2", standing), el("div.actions", button(texts.back, () => shop.between()), twice(lead.end, lead.end_sure, () => shop.end()))),
    figures);
  added().then(({ group, lost }) => {
    standing.textContent = group.status === "shown" ? fill(groupTexts.status.shown, group) : fill(count(groupTexts.status.too_few, group.n), group);
    figures.replaceChildren(...(lost ? [notice("notice warning", count(texts.lost, lost))] : []),
      ...(group.status === "shown" ? [figuresView({ texts: groupTexts, work: shop.work, model, definition, group })] : []));
  }).catch(() => {
    figures.replaceChildren(notice("error", texts.failed, [button(texts.retry, () => shop.reveal(), { class: "main" })]));
  });
  return root;

  /** Adds up what was collected, each link as that of a person of its own. */
  async function added() {
    const { work } = shop;
    const { signal } = new AbortController();
    await work.clear({ doubles: true });
    const { added } = await work.gather({ text: new Blob([room.tokens.join("\n")]) }, signal);
    return { group: await work.group({ anonymous: false }), lost: room.n - added };
  }
}
