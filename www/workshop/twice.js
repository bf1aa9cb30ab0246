// A button for what cannot be taken back.

import { button } from "../views/dom.js";

/** Does it when pressed twice; says in between what it will do. @param {string} label @param {string} sure @param {() => void} act @param {import("../views/dom.js").Attributes} [attributes] */
export function twice(label, sure, act, attributes = { class: "quiet" }) {
  const made = button(label, () => {
    if (made.textContent === sure) return act();
    made.textContent = sure;
  }, attributes);
  made.onblur = () => { made.textContent = label; };
  return made;
}
