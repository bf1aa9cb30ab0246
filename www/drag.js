// Dragging a row of a list by its grip, with any pointer. The row follows the
// pointer by a transform; the order changes once, when it is let go.

/**
 * @param {HTMLElement} grip @param {HTMLElement} row @param {HTMLElement} list
 * @param {(n: number) => void} dropped the place the row was let go at, from 0
 */
export function draggable(grip, row, list, dropped) {
  let by = 0;
  grip.onpointerdown = ({ button, pointerId, clientY: start }) => {
    if (button) return;
    grip.setPointerCapture(pointerId);
    grip.onpointermove = ({ clientY }) => {
      by = clientY - start;
      row.classList.add("dragged");
      row.style.setProperty("transform", `translateY(${by}px)`);
    };
  };
  grip.onpointerup = grip.onpointercancel = ({ type }) => {
    const above = [...list.children].filter((other) => middle(other) < middle(row));
    const moved = type === "pointerup" && Math.abs(by) > 4;
    by = 0;
    grip.onpointermove = null;
    row.classList.remove("dragged");
    row.style.removeProperty("transform");
    if (moved) dropped(above.length);
  };
}

/** @param {Element} element */
function middle(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2;
}
