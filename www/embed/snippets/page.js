// The page as a whole: where it will stand, how it should look, the code, and beside it what the code shows.

import { named, spoken } from "../../language.js";
import { button, el, fill } from "../../views/dom.js";
import { listed } from "../../views/format.js";
import { choiceForm } from "./form.js";
import { preview } from "./preview.js";
import { WAYS, codes, policy } from "./ways.js";

/** @import { Texts } from "../../embed-page.js" */
/** @import { Facts } from "./facts.js" */
/** @import { Choices, Code, Way } from "./ways.js" */

/** Typing is not over yet. */
const PAUSE = 400;

/** @param {Texts} texts @param {Facts} facts @returns {HTMLElement} */
export function embedPage(texts, facts) {
  const values = { ...facts, host: new URL(facts.site).host, parts: facts.files.whole.replace("/whole.js", "") };
  const said = el("p.unseen", { role: "status" });
  const form = choiceForm(texts, facts, update);
  const radios = Object.keys(WAYS).map((way) => el("input", { type: "radio", name: "way", value: way, checked: way === "script" }));
  const chips = el("div.chips", radios.map((radio) => el("label.chip", radio, el("span", texts.ways[/** @type {Way} */ (radio.value)].name))));
  const [result, show] = [el("div.result-code"), el("div.shown")];
  let drawn = "", waiting = 0;
  chips.addEventListener("change", update);
  const root = el("div.taut", spoken(texts),
    el("header.masthead", el("p.soft", facts.title), el("h1.report-title", texts.title), el("p.standfirst", texts.lede), el("p.soft", texts.private)),
    el("div.entrance", el("fieldset.where", el("legend", texts.where), chips), form.view),
    el("div.both",
      el("div.made", result),
      el("section.preview", { "aria-label": texts.preview }, el("h2", texts.preview), show)),
    el("footer.part", el("p.fine", texts.untried), !facts.url && el("p.fine", fill(texts.opened_at, facts))), said);
  update();
  return root;

  function update() {
    const way = /** @type {Way} */ (radios.find((radio) => radio.checked)?.value);
    const choices = form.choices();
    form.show(WAYS[way].fields);
    said.textContent = "";
    result.replaceChildren(...wayView(way, choices));
    const wanted = JSON.stringify([WAYS[way].shows, choices]);
    if (wanted === drawn) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => show.replaceChildren(...preview(WAYS[way].shows, choices, texts, facts)), drawn ? PAUSE : 0);
    drawn = wanted;
  }

  /** @param {Way} way @param {Choices} choices */
  function wayView(way, choices) {
    const { lede, needs, limits, ...more } = texts.ways[way];
    const made = codes(way, choices, facts);
    const rule = policy(way, choices, facts);
    const missing = [
      WAYS[way].shows === "frame" && !made.some(({ name }) => name === "frame" || name === "address") && texts.no_file,
      WAYS[way].shows === "frame" && !choices.other && choices.lang && !facts.languages.includes(choices.lang)
        && fill(texts.no_lang, { languages: listed(texts, facts.languages.map(named)) }),
      way === "moodle" && choices.other && texts.no_scorm,
      "accent" in more && choices.accent && more.accent,
    ];
    const list = (/** @type {string} */ title, /** @type {string[]} */ lines) => el("section.facts", el("h3", title), el("ul", lines.map((line) => el("li", fill(line, values)))));
    return [
      el("h2", texts.ways[way].name), el("p.lede", lede),
      ...missing.filter((line) => line).map((line) => el("p.note", line || "")),
      ...made.map(codeView),
      list(texts.needs, needs), list(texts.limits, limits),
      ...rule ? [el("section.facts", el("h3", texts.policy), el("pre", el("code", rule)))] : [],
    ];
  }

  /** @param {Code} made */
  function codeView({ name, code }) {
    const { title, help } = texts.codes[name];
    const text = el("code", code);
    const feedback = el("span.fine");
    const tell = (/** @type {string} */ words) => { feedback.textContent = said.textContent = words; };
    const copy = () => navigator.clipboard.writeText(code).then(() => tell(texts.copied), () => {
      getSelection()?.selectAllChildren(text);
      tell(texts.select);
    });
    return el("section.code", el("div.above", el("h3", title), feedback, button(texts.copy, copy, { class: "main", "aria-label": fill(texts.copy_of, { name: title }) })),
      el("pre", { dir: "ltr", translate: "no" }, text), help && el("p.fine", fill(help, values)));
  }
}
