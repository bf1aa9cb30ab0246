// The assessment as a respondent meets it. What the core refuses is not shown: the last good one stays.

import { button, el } from "../views/dom.js";

/** @import { StudioTexts } from "../studio.js" */
/** @import { TautLine } from "../taut-line.js" */

/** Typing is not over yet. */
const PAUSE = 500;

/** @param {StudioTexts} texts */
export function previewView({ tabs, preview: texts }) {
  const widget = /** @type {TautLine} */ (el("taut-line", { "storage-key": "studio" }));
  const stale = el("p.notice.warning", { role: "status", hidden: true }, texts.stale);
  const empty = el("p.soft", texts.empty);
  const frame = el("div.device", { "data-width": "desktop" }, empty);
  let [shown, wanted, timer, visible] = ["", "", 0, false];
  /** @param {string} name @param {string} legend @param {[value: string, label: string][]} options @param {(value: string) => void} pick */
  const choice = (name, legend, options, pick) => el("fieldset.switches", el("legend.unseen", legend), options.map(([value, label], n) => {
    const input = el("input", { type: "radio", name, value, checked: n === 0 });
    input.onchange = () => pick(value);
    return el("label", input, el("span", label));
  }));
  const element = el("section.preview-panel", el("h2.unseen", tabs.preview),
    el("div.strip",
      choice("width", texts.width, [["desktop", texts.desktop], ["phone", texts.phone]], (width) => { frame.dataset["width"] = width; }),
      choice("theme", texts.colors, [["auto", texts.auto], ["light", texts.light], ["dark", texts.dark]], (theme) => {
        widget.theme = theme === "auto" ? "" : theme;
        frame.dataset["theme"] = theme;
      }),
      button(texts.afresh, () => widget.reset(), { class: "quiet" })),
    stale, frame);
  return {
    element,
    /** What the core accepts. @param {string} text */
    accept(text) {
      stale.hidden = true;
      wanted = text;
      update(shown ? PAUSE : 0);
    },
    refuse() { stale.hidden = !shown; },
    /** @param {boolean} on whether it can be seen */
    seen(on) {
      visible = on;
      update(0);
    },
  };

  /** @param {number} pause */
  function update(pause) {
    clearTimeout(timer);
    if (!visible || wanted === shown) return;
    timer = window.setTimeout(() => {
      shown = wanted;
      widget.definition = shown;
      if (!widget.isConnected) frame.replaceChildren(widget);
    }, pause);
  }
}
