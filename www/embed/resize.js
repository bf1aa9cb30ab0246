// For pages that show the widget in a frame, marked `data-tautline`, and allow one script: the frame gets the
// height that it asks for, the address of this page, so that links lead here, and a link that this page was
// opened with. Harmless twice, early or late.

const KEY = Symbol.for("tautline.resize");
const [LEAST, MOST] = [100, 20_000];
/** @type {{[key: symbol]: unknown}} */
const once = /** @type {any} */ (globalThis);

/** @returns {HTMLIFrameElement[]} */
const frames = () => [...document.querySelectorAll("iframe[data-tautline]")].filter((frame) => frame instanceof HTMLIFrameElement);

/** What this page was opened with, if it is for the widget; it leaves the address bar. */
function takeLink() {
  const [, address, , link] = /^(.*?)([#?&]|%23)((?:r=\w{10}|for=\w)\w*)/.exec(location.href) ?? [];
  if (link) history.replaceState(history.state, "", address);
  return link;
}

/** @param {string | undefined} link @param {HTMLIFrameElement} frame */
const greet = (link, frame) => frame.contentWindow?.postMessage({ type: "tautline:hello", page: location.href.replace(/#.*/, ""), link }, "*");

if (!once[KEY]) {
  once[KEY] = true;
  let link = takeLink();
  addEventListener("message", ({ source, data }) => {
    const frame = source && frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (data?.type === "tautline:ready") greet(link, frame);
    if (data?.type === "tautline:height" && Number.isFinite(data.height)) {
      frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(data.height)))}px`;
    }
  });
  addEventListener("hashchange", () => {
    link = takeLink();
    if (link) for (const frame of frames()) greet(link, frame);
  });
  // those that were there before this script; the others will say that they are
  for (const frame of frames()) greet(link, frame);
}
