// Time in use: counts while the page is visible and something is done, with
// pauses capped. Differences of a monotonic clock only, so never negative.

const LONGEST_PAUSE = 30_000;

/** @param {EventTarget} target @param {AbortSignal} signal @param {(seconds: number) => void} add */
export function countActivity(target, signal, add) {
  let last = performance.now();
  const count = () => {
    const now = performance.now();
    add(Math.min(now - last, LONGEST_PAUSE) / 1000);
    last = now;
  };
  for (const kind of ["pointerdown", "keydown", "input", "wheel"]) target.addEventListener(kind, count, { signal, passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) count();
    last = performance.now();
  }, { signal });
}
