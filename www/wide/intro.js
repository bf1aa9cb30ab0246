// The first screen, with the rules of a quiz.

import { LANGUAGES, named, short } from "../language.js";
import { control } from "../views/controls.js";
import { count, el, fill } from "../views/dom.js";
import { percent } from "../views/format.js";
import { duration } from "./clock.js";
import { anew, left } from "./quiz.js";
import { wider } from "./wider.js";

/** @import { Flow } from "../flow.js" */
/** @import { View } from "./quiz.js" */

/** @param {View} view @returns {View} */
export const introOf = (view) => (flow) => {
  const { model: { wide, quiz }, session } = flow;
  if (!wide) return view(flow);
  const fresh = !session.begun();
  if (fresh) {
    anew(flow);
    flow.progress = undefined;
  }
  const made = view(flow);
  if (wide.languages.length > 1) made.querySelector("h2")?.before(switcher(flow, wide.languages));
  if (wide.weighed) made.querySelectorAll("fieldset > .help").forEach((help) => { help.textContent = wide.texts.role_counts; });
  if (quiz) (made.querySelector(".actions:last-of-type") ?? made).before(rules(flow));
  /** @type {HTMLButtonElement | null} */
  const start = made.querySelector("button.main");
  if (start) start.disabled = fresh && left(flow) === 0;
  // which items there are the core has to say
  if (wide.drawn && fresh && start && !start.disabled) {
    start.disabled = true;
    flow.arrange = () => { start.disabled = false; };
    flow.ask();
  }
  return made;
};

/** Lets the person choose among the languages that the widget speaks as well. @param {Flow} flow @param {string[]} languages */
function switcher({ host, texts: { tag }, model: { language, wide } }, languages) {
  const spoken = languages.filter((name) => LANGUAGES.includes(short(name)));
  const select = el("select", { "aria-label": wide?.texts.language }, spoken.map((name) => el("option", { value: short(name), lang: name, selected: short(name) === short(language) }, named(name))));
  select.onchange = () => { host.lang = select.value; };
  return el("p.tongues", { lang: tag }, select);
}

/** @param {Flow} flow */
function rules(flow) {
  const { model: { quiz } } = flow;
  const { texts } = wider(flow);
  const { pass, show, attempts, time } = /** @type {NonNullable<typeof quiz>} */ (quiz);
  const said = [
    pass !== undefined && fill(texts.pass, { pass: percent(pass / 100) }),
    show === "each" ? texts.show_each : texts.show_end,
    attempts !== undefined && attempts > 0 && (left(flow) ? count(texts.attempts_left, left(flow)) : texts.no_attempts),
    time && fill(texts.time, { time: duration(texts, time.seconds) }),
  ];
  return el("div.rules", el("ul", said.filter(Boolean).map((sentence) => el("li", sentence))), time && longer(flow, time));
}

/** More time for those who need it, without a reason asked for. @param {Flow} flow @param {{seconds: number, more?: number[]}} time */
function longer(flow, { seconds, more = [] }) {
  if (!more.length) return "";
  const { texts } = wider(flow);
  const { session, session: { place } } = flow;
  const factors = [1, ...more.filter((factor) => factor > 1)];
  return el("fieldset.item", el("legend", texts.longer), el("div.options.row", factors.map((factor) => {
    const input = control("radio", () => {
      place.longer = factor;
      session.save();
    }, { name: "longer", value: factor });
    input.checked = (place.longer ?? 1) === factor;
    return el("label.option", input, duration(texts, seconds * factor));
  })));
}
