// What the code would show, beside the code: the real element, or the real frame.

import { el } from "../../views/dom.js";
import { frameAttributes, widgetAttributes } from "./ways.js";

/** @import { Texts } from "../../embed-page.js" */
/** @import { Facts } from "./facts.js" */
/** @import { Choices } from "./ways.js" */

/** Keeps what is answered here apart from what is answered in earnest. */
const APART = "preview";

/** @param {"element" | "frame" | "link"} shows @param {Choices} choices @param {Texts} texts @param {Facts} facts @returns {HTMLElement[]} */
export function preview(shows, choices, texts, facts) {
  if (shows === "link") return [el("p", el("a", { href: facts.here }, facts.title))];
  if (choices.other && new URL(choices.other).origin !== location.origin) return [el("p.soft", texts.preview_far)];
  // the site as it is reached now, whatever its address will be
  const local = { ...facts, site: facts.here };
  return [el("div.window", shows === "element" ? element(choices, local) : frame(choices, local)), el("p.fine", texts.preview_note, shows === "frame" && ` ${texts.preview_frame}`)];
}

/** @param {Choices} choices @param {Facts} facts */
function element(choices, { site, files }) {
  import(new URL(files.whole, site).href);
  const src = choices.other || new URL(files.definition, site).href;
  /** @type {HTMLElement} */
  const widget = el("taut-line", { ...widgetAttributes(choices, src), theme: choices.theme || false, "storage-key": APART });
  if (choices.accent) widget.style.setProperty("--taut-accent", `#${choices.accent}`);
  return widget;
}

/** @param {Choices} choices @param {Facts} facts */
function frame(choices, facts) {
  const { src, title, sandbox, allow, referrerpolicy } = frameAttributes({ ...choices, sameOrigin: true }, facts);
  const address = new URL(String(src));
  address.searchParams.set("storage-key", APART);
  // before it is in the page: a frame takes its fence when it begins to load
  const made = el("iframe", { title: String(title), sandbox: String(sandbox), allow: String(allow), referrerpolicy: String(referrerpolicy), src: address.href });
  made.style.height = `${choices.height}px`;
  made.style.colorScheme = choices.theme || "normal";
  return made;
}
