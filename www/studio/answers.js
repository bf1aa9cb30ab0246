// The answer to one question, in a line where that is possible.

import { el } from "../views/dom.js";
import { choicesOf, kindOf } from "./outline/model.js";

/** @import { StudioTexts } from "../studio.js" */

/** What a control says is a word; what it stands for may be a number. @param {any[]} choices @param {string} said */
const meant = (choices, said) => choices.find(({ value }) => String(value) === said)?.value ?? (said === "dk" ? "dk" : undefined);

/**
 * @param {StudioTexts} texts @param {any} definition @param {any} item @param {any} answer undefined where there is none
 * @param {(answer: any) => void} enter
 */
export function answerField({ bench: words }, definition, item, answer, enter) {
  const kind = kindOf(item);
  const n = definition.items.indexOf(item);
  const key = `answer ${item.id}`;
  const choices = choicesOf(definition, kind === "prediction" ? definition.items.findIndex((/** @type {any} */ one) => one.id === item.kind.prediction.of) : n)?.list ?? [];
  const rows = choicesOf(definition, n, "rows")?.list ?? [];
  const unknown = /** @type {[string, string]} */ (["dk", definition.dont_know]);
  /** @param {string} name @param {string} label @param {any} value @param {[string, string][]} options @param {(said: string) => void} pick */
  const select = (name, label, value, options, pick) => {
    const made = el("select", { "data-key": name, "aria-label": label }, el("option", { value: "" }, "\u2013"), options.map(([option, text]) => el("option", { value: option, selected: option === String(value) }, text)));
    made.onchange = ({ currentTarget }) => pick(/** @type {HTMLSelectElement} */ (currentTarget).value);
    return made;
  };
  /** @param {string} name @param {string} label @param {string} type @param {any} value @param {(said: string) => void} pick */
  const input = (name, label, type, value, pick) => {
    const made = el("input", { type, step: "any", "data-key": name, "aria-label": label, value: value ?? "", autocomplete: "off" });
    made.onchange = ({ currentTarget }) => pick(/** @type {HTMLInputElement} */ (currentTarget).value);
    return made;
  };
  const labelled = choices.map((choice) => /** @type {[string, string]} */ ([String(choice.value), choice.label]));
  /** An answer of parts: what is entered for one of them. @param {string} part @param {any} value */
  const part = (part, value) => {
    const { [part]: _, ...rest } = answer instanceof Object && !Array.isArray(answer) ? answer : {};
    const next = value === undefined ? rest : { ...rest, [part]: value };
    enter(Object.keys(next).length ? next : undefined);
  };
  const control = {
    choice: () => select(key, item.text, answer, [...labelled, unknown], (said) => enter(meant(choices, said))),
    prediction: () => select(key, item.text, answer, [...labelled, unknown], (said) => enter(meant(choices, said))),
    multiple: () => el("div.checks", choices.map((choice) => {
      const made = el("input", { type: "checkbox", "data-key": `${key} ${choice.value}`, checked: Array.isArray(answer) && answer.includes(choice.value) });
      made.onchange = () => {
        const chosen = choices.map(({ value }) => value).filter((value) => (value === choice.value ? made.checked : Array.isArray(answer) && answer.includes(value)));
        enter(chosen.length ? chosen : undefined);
      };
      return el("label.check", { "data-key": `${key} label ${choice.value}` }, made, el("span", choice.label));
    })),
    number: () => input(key, item.text, "number", answer === "dk" ? "" : answer, (said) => enter(said === "" ? undefined : Number(said))),
    text: () => input(key, item.text, "text", answer?.text ?? "", (said) => enter(said.trim() ? { text: said } : undefined)),
    note: () => input(key, item.text, "text", answer?.text ?? "", (said) => enter(said.trim() ? { text: said } : undefined)),
    ranking: () => input(key, item.text, "text", Array.isArray(answer) ? answer.join(" ") : "", (said) => enter(ranked(said))),
    grid: () => el("div.parts", rows.map((row) => el("label", { "data-key": `${key} ${row.value}` }, el("span", row.label), select(`${key} of ${row.value}`, row.label, answer?.[row.value], [...labelled, unknown], (said) => part(row.value, meant(choices, said)))))),
    allocation: () => el("div.parts", choices.map((choice) => el("label", { "data-key": `${key} ${choice.value}` }, el("span", choice.label), input(`${key} of ${choice.value}`, choice.label, "number", answer?.[choice.value], (said) => part(choice.value, said === "" ? undefined : Number(said)))))),
  }[kind];
  return el("div.answer", { "data-key": key }, el("span.answer-text", item.text), control?.(), kind === "ranking" && el("span.fine", `${words.rank} ${choices.map(({ value }) => value).join(" ")}`));

  /** @param {string} said */
  function ranked(said) {
    const order = said.split(/[\s,]+/).filter(Boolean);
    return order.length ? order : undefined;
  }
}
