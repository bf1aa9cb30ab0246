// Time in use: counts while the page is visible and something is done, with
// pauses capped. Differences of a monotonic clock only, so never negative.

const LONGEST_PAUSE = 30_000;

/**
 * @param {EventTarget} target @param {AbortSignal} signal @param {(milliseconds: number) => void} add
 */
export function countActivity(target, signal, add) {
  let last = performance.now();
  const count = () => {
    const now = performance.now();
    add(Math.min(Math.max(now - last, 0), LONGEST_PAUSE));
    last = now;
  };
  for (const kind of ["pointerdown", "keydown", "input", "wheel"]) target.addEventListener(kind, count, { signal, passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") count();
    last = performance.now();
  }, { signal });
}
