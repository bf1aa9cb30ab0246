// In somebody else's page, as a frame: says how high it is, takes on what the address says, opens what the page
// around it was opened with. Nothing that was answered leaves it but for the one origin that the file names.

import { readTexts } from "../fetched.js";
import { languageOf } from "../language.js";

const LONGEST_LINK = 2_000;
const KINDS = /** @type {const} */ (["ready", "answer", "complete", "error"]);
/** What an address may say; the file says the rest. */
const SAID = ["theme", "respondent", "storage-key"];

const shown = self !== top && parent;

/**
 * @param {HTMLElement} widget before it has begun
 */
export function frame(widget) {
  const said = new URLSearchParams(location.search);
  for (const name of SAID) {
    const value = said.get(name);
    if (value !== null) widget.setAttribute(name, value);
  }
  const accent = said.get("accent");
  // no bare hash sign fits into an address
  if (accent) widget.style.setProperty("--taut-accent", /^[\da-f]{3,8}$/i.test(accent) ? `#${accent}` : accent);
  if (!shown) return;
  const send = heights(shown);
  new ResizeObserver(() => send(false)).observe(document.documentElement);
  addEventListener("message", ({ source, data }) => {
    if (source !== shown || data?.type !== "tautline:hello") return;
    take(widget, data);
    send(true);
  });
  shown.postMessage({ type: "tautline:ready" }, "*");
  const { post } = widget.dataset;
  if (post) passOn(widget, post);
}

/**
 * Tells the height in the four ways that pages listen for: ours, WordPress's, AMP's, Embedly's. Only a number
 * leaves, so anybody may hear it.
 * @param {Window} host
 */
function heights(host) {
  const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];
  const src = location.href.replace(/[?#].*/, "");
  let last = 0;
  return (/** @type {boolean} */ again) => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last && !again) return;
    last = height;
    const say = (/** @type {unknown} */ message) => host.postMessage(message, "*");
    say({ type: "tautline:height", height });
    if (secret) say({ message: "height", value: height, secret });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src, context: "iframe.resize", height }));
  };
}

/** What the page around tells: its address, which shared links then lead to, and a link that it was opened with. @param {HTMLElement} widget @param {{page?: unknown, link?: unknown}} told */
function take(widget, { page, link }) {
  if (typeof page === "string" && /^https?:$/.test(URL.parse(page)?.protocol ?? "")) widget.setAttribute("home", page);
  if (typeof link === "string" && link.length <= LONGEST_LINK && /^(r|for)=\w+$/.test(link)) location.hash = link;
}

/** Hands events on to an origin, and says so to the person. @param {HTMLElement} widget @param {string} origin */
async function passOn(widget, origin) {
  for (const kind of KINDS) {
    widget.addEventListener(`taut-${kind}`, (event) => {
      shown && shown.postMessage({ type: `tautline:${kind}`, detail: /** @type {CustomEvent} */ (event).detail }, origin);
    });
  }
  const told = document.createElement("p");
  const { passed_on } = await readTexts(languageOf(widget), "-embed");
  told.textContent = passed_on.replace("{origin}", origin);
  widget.after(told);
}
