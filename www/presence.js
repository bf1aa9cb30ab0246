// The person and the page: what was saved, what a link brings, time in use, what
// to save when the page is left and to look up when the person comes back.

/** @import { Flow } from "./flow.js" */

const LONGEST_PAUSE = 30_000;

/** @param {Flow} flow @param {AbortSignal} signal */
export function watch(flow, signal) {
  const { shell, session } = flow;
  // differences of a monotonic clock only, so never negative; pauses are capped
  let last = performance.now();
  const how = { signal, passive: true };
  const count = () => {
    const now = performance.now();
    session.place.seconds += Math.min(now - last, LONGEST_PAUSE) / 1000;
    last = now;
  };
  const leave = () => {
    count();
    session.save();
  };
  for (const kind of ["pointerdown", "keydown", "wheel"]) shell.element.addEventListener(kind, count, how);
  addEventListener("pagehide", () => {
    leave();
    // an open channel keeps a page from being shown again as it was
    session.close();
  }, how);
  const saved = session.load();
  const arrive = () => {
    const link = takeLink();
    if (link) saved.then(() => flow.together("openLink", link));
  };
  arrive();
  addEventListener("hashchange", arrive, how);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return leave();
    last = performance.now();
    session.load();
  }, how);
}

/** A result link or an invitation that the page was opened with; it leaves the address bar and the history. */
function takeLink() {
  const { href } = location;
  const [, address, , link] = /^(.*?)([#?&/]|%23)((?:r=\w{10}|for=\w).*)$/.exec(href) ?? [];
  if (link) history.replaceState(history.state, "", address);
  return link;
}
