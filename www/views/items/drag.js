// Dragging a row of a list by its grip, with any pointer. The row follows the
// pointer by a transform; the order changes once, when it is let go.

/**
 * @param {HTMLElement} grip @param {HTMLElement} row @param {HTMLElement} list
 * @param {(n: number) => void} dropped the place the row was let go at, from 0
 */
export function draggable(grip, row, list, dropped) {
  grip.addEventListener("pointerdown", (start) => {
    if (start.button !== 0) return;
    grip.setPointerCapture(start.pointerId);
    const ended = new AbortController();
    const others = [...list.children].filter((child) => child !== row).map((child) => child.getBoundingClientRect());
    const { top, height } = row.getBoundingClientRect();
    let by = 0;

    /** @param {PointerEvent} event */
    function follow(event) {
      by = event.clientY - start.clientY;
      row.classList.add("dragged");
      row.style.setProperty("transform", `translateY(${by}px)`);
    }

    function settle() {
      ended.abort();
      row.classList.remove("dragged");
      row.style.removeProperty("transform");
    }

    const { signal } = ended;
    grip.addEventListener("pointermove", follow, { signal });
    grip.addEventListener("pointercancel", settle, { signal });
    grip.addEventListener("pointerup", () => {
      settle();
      const middle = top + by + height / 2;
      if (Math.abs(by) > 4) dropped(others.filter((rect) => rect.top + rect.height / 2 < middle).length);
    }, { signal });
  });
}
