// What a publisher chooses. A field that holds something wrong says so, and counts as empty.

import { LANGUAGES, named } from "../../language.js";
import { el, fill } from "../../views/dom.js";

/** @import { Texts } from "../../embed-page.js" */
/** @import { Facts } from "./facts.js" */
/** @import { Choices, Field } from "./ways.js" */

const HEIGHT = { least: 200, most: 5000, usual: 640 };

/** @param {Texts} texts @param {Facts} facts @param {() => void} changed */
export function choiceForm(texts, facts, changed) {
  const { fields } = texts;
  const definition = select("definition", [["", fill(fields.own, facts)], ["other", fields.another]]);
  const other = text("other", { type: "url", inputmode: "url", placeholder: "https://" });
  const role = select("role", [["", fields.role_ask], ...facts.roles.map(({ id, label }) => /** @type {[string, string]} */ ([id, label]))]);
  const roleId = text("role_id", { autocapitalize: "none" });
  const theme = select("theme", [["", fields.themes.auto], ["light", fields.themes.light], ["dark", fields.themes.dark]]);
  const accent = text("accent", { autocapitalize: "none", maxlength: 7 });
  const picker = el("input", { type: "color", value: "#0b5360", "aria-label": fields.accent_pick });
  const lang = select("lang", [["", fields.lang_page], ...LANGUAGES.map((lang) => /** @type {[string, string]} */ ([lang, named(lang)]))]);
  const height = text("height", { inputmode: "numeric", value: HEIGHT.usual });
  const same = el("input", { id: "sameOrigin", type: "checkbox", "aria-describedby": "sameOrigin-hint" });
  picker.oninput = () => { accent.value = picker.value.slice(1); };

  const [otherField, roleField, roleIdField] = [
    field(other, fields.other, fields.other_hint, fields.other_wrong), field(role, fields.role), field(roleId, fields.role_id),
  ];
  /** @type {{[name in Field]: HTMLElement[]}} */
  const shownFor = {
    definition: [field(definition, fields.definition), otherField], role: [roleField, roleIdField], theme: [field(theme, fields.theme)],
    accent: [field(accent, fields.accent, fields.accent_hint, fields.accent_wrong, picker)], lang: [field(lang, fields.lang)],
    height: [field(height, fields.height, "", fields.height_wrong)],
    sameOrigin: [el("div.setting.wide", el("label.check", same, el("span", fill(fields.sameOrigin, { origin: new URL(facts.site).origin }))),
      el("p.fine", { id: "sameOrigin-hint" }, fields.sameOrigin_hint))],
  };
  const view = el("fieldset.how", el("legend", texts.how), el("div.fields", Object.values(shownFor)));
  view.addEventListener("input", changed);
  return { view, show, choices };

  /** Shows what can be chosen for a place. @param {Field[]} wanted */
  function show(wanted) {
    for (const [name, elements] of Object.entries(shownFor)) {
      for (const element of elements) element.hidden = !wanted.includes(/** @type {Field} */ (name));
    }
    view.hidden = !wanted.length;
    const own = !definition.value;
    otherField.hidden ||= own;
    roleField.hidden ||= !own || !facts.roles.length;
    roleIdField.hidden ||= own;
  }

  /** @returns {Choices} */
  function choices() {
    const elsewhere = definition.value ? judged(other, address(other.value)) : "";
    return {
      other: elsewhere,
      role: definition.value ? roleId.value.trim() : role.value,
      theme: theme.value,
      accent: judged(accent, /^#?([\da-f]{6})$/i.exec(accent.value.trim())?.[1]?.toLowerCase() ?? ""),
      lang: lang.value,
      height: Number(judged(height, pixels(height.value))) || HEIGHT.usual,
      sameOrigin: same.checked,
    };
  }
}

/** The value that a field stands for; "" for one that is empty or wrong, which is then said beside it. @param {HTMLInputElement} input @param {string} value */
function judged(input, value) {
  const wrong = !value && input.value.trim() !== "";
  const note = input.closest(".setting")?.querySelector(".wrong");
  if (note instanceof HTMLElement) note.hidden = !wrong;
  if (wrong) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  return value;
}

/** @param {string} written */
function address(written) {
  const url = URL.parse(written.trim());
  return url && /^https?:$/.test(url.protocol) ? url.href : "";
}

/** @param {string} written */
function pixels(written) {
  const height = Number(written);
  return Number.isInteger(height) && height >= HEIGHT.least && height <= HEIGHT.most ? String(height) : "";
}

/** @param {string} id @param {[value: string, label: string][]} options */
const select = (id, options) => el("select", { id }, options.map(([value, label]) => el("option", { value }, label)));

/** @param {string} id @param {{[name: string]: string | number}} attributes */
const text = (id, attributes) => el("input", { id, type: "text", autocomplete: "off", spellcheck: "false", ...attributes });

/** @param {HTMLElement} control @param {string} label @param {string} [hint] @param {string} [wrong] @param {HTMLElement} [beside] */
function field(control, label, hint, wrong, beside) {
  const { id } = control;
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  return el("div.setting", el("label", { for: id }, label), el("div.control", control, beside),
    hint && el("p.fine", { id: `${id}-hint` }, hint), wrong && el("p.wrong", { id: `${id}-wrong`, hidden: true }, wrong));
}
