// How the assessment comes into somebody's page: what to upload, if anything, and what to paste.

import { download } from "../download.js";
import { escaped } from "../embed/snippets/code.js";
import { button, count, el, fill } from "../views/dom.js";
import { bundled, published } from "./downloads.js";
import { leftovers } from "./leftover.js";
import { templateAddress } from "./templates.js";

/** @import { Studio } from "./page.js" */
/** @typedef {"paste" | "file" | "script"} Way */

/** JSON that stands inside a page: nothing in it ends the block. @param {string} json */
const inPage = (json) => JSON.stringify(JSON.parse(json)).replaceAll("<", "\\u003c");

/** @param {Studio} studio @param {() => void} close */
export function publishView(studio, close) {
  const { texts, texts: { publish: words }, core, document, widget } = studio;
  const title = String(document.value?.title ?? "");
  const script = `<script type="module" src="${escaped(widget)}"></script>`;
  const name = `${studio.name}.json`;
  const link = el("input", { type: "url", id: "publish-address", placeholder: "https://", autocomplete: "off", value: "" });
  const shown = el("div.way");
  /** @type {Way[]} */
  const ways = ["paste", "file", "script"];
  const chips = el("fieldset.ways", el("legend", words.where), ways.map((way, n) => {
    const radio = el("input", { type: "radio", name: "publish-way", value: way, checked: n === 0 });
    radio.onchange = () => show(way);
    return el("label.chip", radio, el("span", el("strong", words.ways[way].name), el("span.fine", words.ways[way].text)));
  }));
  show("paste");
  const rest = el("div");
  remains().then((found) => rest.replaceChildren(...found), () => {});
  return [rest, chips, shown, el("p.fine", words.private), el("div.actions", button(texts.close, close))];

  /** What of the template is still there. @returns {Promise<HTMLElement[]>} */
  async function remains() {
    const { template } = studio.kept;
    if (!template) return [];
    const found = leftovers(document.value, JSON.parse(await studio.read(templateAddress(template))));
    if (!found.length) return [];
    return [el("details.notice.warning", el("summary", count(words.leftover, found.length)), el("ul.points", found.map(([at, text]) => el("li", button(text, () => {
      close();
      studio.reveal(at);
    }, { class: "quiet" })))))];
  }

  /** @param {Way} way */
  async function show(way) {
    const { steps } = words.ways[way];
    /** @param {number} n @param {...import("../views/dom.js").Part} more */
    const step = (n, ...more) => el("li", el("p", fill(steps[n] ?? "", { name, file: `${studio.name}.html` })), more);
    const local = /^(localhost|127\..*|\[::1\])$/.test(new URL(widget).hostname) && el("p.notice.warning", words.local);
    if (way === "paste") {
      const reply = await core.published(document.text);
      if ("refused" in reply) return shown.replaceChildren(el("p", reply.refused.problems[0]?.message ?? ""));
      const code = `${script}\n<taut-line>\n<script type="application/json">${inPage(reply.ok.value)}</script>\n</taut-line>\n`;
      return shown.replaceChildren(el("ol.plan", step(0, codeView(code)), step(1), step(2)), local || "");
    }
    if (way === "script") {
      const code = () => `${script}\n<taut-line src="${escaped(link.value.trim() || name)}">${escaped(title)}</taut-line>\n`;
      const place = el("div", codeView(code()));
      link.oninput = () => place.replaceChildren(codeView(code()));
      return shown.replaceChildren(el("ol.plan",
        step(0, el("div.actions", button(fill(words.download, { name }), () => published(studio), { class: "main" }))),
        step(1, el("label", { for: "publish-address" }, words.address), link), step(2, place)), local || "");
    }
    const code = () => `<iframe src="${escaped(link.value.trim() || `${studio.name}.html`)}" title="${escaped(title)}" width="600" height="640"></iframe>\n`;
    const place = el("div", codeView(code()));
    link.oninput = () => place.replaceChildren(codeView(code()));
    shown.replaceChildren(el("ol.plan",
      step(0, el("div.actions", button(fill(words.download, { name: `${studio.name}.html` }), () => bundled(studio, "single"), { class: "main" }))),
      step(1, el("label", { for: "publish-address" }, words.address), link), step(2, place)));
  }

  /** Code to be copied. @param {string} code */
  function codeView(code) {
    const text = el("code", code);
    const said = el("span.fine", { role: "status" });
    const copy = () => navigator.clipboard.writeText(code).then(() => { said.textContent = words.copied; }, () => {
      getSelection()?.selectAllChildren(text);
      said.textContent = words.select;
    });
    return el("div.code", el("pre", { dir: "ltr", translate: "no", tabindex: 0, "aria-label": words.code }, text),
      el("div.actions", button(words.copy, copy, { class: "main" }), button(words.save, () => download(`${studio.name}-snippet.html`, code)), said));
  }
}
