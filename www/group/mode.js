// Who knows whose answers these are, and with how many results an anonymous group was shown before.

import { el, fill } from "../views/dom.js";

/** @import { GroupRequest } from "../types.js" */
/** @import { Options } from "./page.js" */

/** Most results of a group, as in the core. */
const MOST = 1e9;

/** @param {Options} options @param {() => void} changed */
export function modeView({ texts: { mode: texts }, work }, changed) {
  let anonymous = false;
  const field = el("input", { type: "number", min: 0, step: 1, placeholder: texts.never, autocomplete: "off" });
  const before = el("div.before", { hidden: true },
    el("label", el("span", texts.before), field), el("p.fine", texts.before_note));
  field.onchange = () => {
    shown(field.valueAsNumber);
    changed();
  };
  const view = el("fieldset.mode", el("legend", texts.title), el("div.options", choice("named"), choice("anonymous")), before);
  return {
    view,
    /** @returns {GroupRequest} */
    request() {
      const before = published();
      return { anonymous, ...(anonymous && before !== undefined && { published: before }) };
    },
    published,
    shown,
  };

  /** With how many results it was shown before, if it was. @returns {number | undefined} */
  function published() {
    return field.value === "" ? undefined : Number(field.value);
  }

  /** Notes with how many results it was shown last. @param {number} n none where that is not known */
  function shown(n) {
    field.value = n >= 0 ? String(Math.min(Math.floor(n), MOST)) : "";
  }

  /** @param {"named" | "anonymous"} name */
  function choice(name) {
    const input = el("input", { type: "radio", name: "mode", value: name, checked: name === "named" });
    input.onchange = () => {
      anonymous = name === "anonymous";
      before.hidden = !anonymous;
      changed();
    };
    const note = el("span.fine");
    work.group({ anonymous: name === "anonymous" }).then(({ cell }) => { note.textContent = fill(texts[`${name}_note`], { cell }); });
    return el("label.option", input, el("span", texts[name], note));
  }
}
