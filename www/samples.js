// The page of the samples: one of them is opened by `?sample=`, so that the link of a result, which keeps what stands
// before `#`, leads back to the sample that it belongs to.

import { WIDER } from "./fetched.js";
import { script } from "./parts.js";
import { el } from "./views/dom.js";

/** Where the samples lie that are shown; a release holds them compiled beside those for authors. */
const FOLDER = "./instruments/samples/";
/** The script of the widget. */
const WIDGET = "./define.js";

const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-sample]")]);
/** @param {string} name */
const address = (name) => new URL(name, import.meta.url).href;
/** @param {HTMLElement} card */
const source = ({ dataset: { sample } }) => address(`${FOLDER}${sample}.json`);

/** What the samples need that the page has not loaded by itself. */
export const WANTED = [...cards.map(source), ...[WIDGET, ...WIDER].map(address)];

/** Shows a sample in the place of the list. @param {HTMLElement} card */
function open(card) {
  const [main, nav, title] = ["main", "nav", "h1"].map((name) => /** @type {HTMLElement} */ (document.querySelector(name)));
  if (!main || !nav || !title) return;
  document.title = title.textContent = card.querySelector("h2")?.textContent ?? "";
  main.className = "one";
  nav.append(card.querySelector(".ways") ?? "");
  nav.hidden = false;
  main.replaceChildren(title, el("taut-line", { src: source(card) }));
  script(WIDGET);
}

// only a name that is in the list: an address must not choose what is loaded
const wanted = cards.find(({ dataset }) => dataset["sample"] === new URLSearchParams(location.search).get("sample"));
if (wanted) open(wanted);
