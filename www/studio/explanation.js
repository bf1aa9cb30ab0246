// Why a number is what it is: the answers it rests on, or the expression, part by part.

import { el, fill } from "../views/dom.js";
import { given } from "../views/format.js";

/** @import { Explanation, Trace } from "../types.js" */
/** @import { StudioTexts } from "../studio.js" */

/** @param {StudioTexts} texts @param {Explanation} explanation */
export function explanationView(texts, { id, title, members, levels, trace, sum, weight }) {
  const { explanation: words } = texts;
  const number = (/** @type {number | null} */ value) => (value === null ? "\u2013" : given(texts, Math.round(value * 100) / 100));
  return el("section.explanation", { "data-key": `explanation ${id}`, "aria-label": fill(words.title, { title }) },
    el("h3", fill(words.title, { title })),
    members.length > 0 && el("table", el("caption.unseen", words.members),
      el("thead", el("tr", words.columns.map((column) => el("th", { scope: "col" }, column)))),
      el("tbody", members.map(({ item, text, state, answer, points, key, keyed, weight }) => el("tr", { "data-key": `member ${item}` },
        el("th", { scope: "row" }, text), el("td", state === "answered" ? answer : words.states[state]),
        el("td.number", key === "-" ? fill(words.turned, { points: number(points), keyed: number(keyed) }) : number(points)), el("td.number", number(weight)))))),
    sum !== null && weight !== null && el("p.fine", fill(words.mean, { sum: number(sum), weight: number(weight), value: number(weight ? sum / weight : null) })),
    trace && el("ul.trace", traceView(trace)),
    levels.length > 0 && el("ul.trace", levels.map((level) => el("li", fill(level.reached ? words.reached : words.missed, { title: level.title, from: number(level.from) }),
      level.gates.length > 0 && el("ul", level.gates.map((gate) => el("li", fill(gate.passed ? words.passed : words.closed, gate), el("ul", traceView(gate.trace)))))))));

  /** @param {Trace} part @returns {HTMLElement} */
  function traceView({ label, title, value, truth, args }) {
    const said = value === null ? (truth ? words.truth[truth] : "\u2013") : number(value);
    return el("li", el("code", label), title && title !== label && ` (${title})`, " = ", el("strong", said), args.length > 0 && el("ul", args.map(traceView)));
  }
}
