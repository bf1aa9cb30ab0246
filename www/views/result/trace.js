// An expression with its values: each step on one line in words, its parts below it.
import { given, listed, shown } from "../format.js";
import { el } from "../dom.js";
import { list } from "./parts.js";
import { fullTitle, scoreOf } from "./words.js";

/** @import { Explanation, Trace } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */
/** @import { Part } from "../dom.js" */

/** The conditions of a level after their verdicts. @param {Context} context @param {Explanation["levels"][number]["gates"]} gates */
export const conditions = (context, gates) => list("ul", gates, ({ passed, text, trace }) => [
  passed ? context.texts.passed : `${context.texts.failed}, ${text}`, ": ", phrase(context, trace), below(context, trace),
]);

/** @param {Context} context @param {Trace} trace @param {string} [display] how the whole is shown @returns {Part} */
export const step = (context, trace, display) => [
  { class: !trace.decided && "undecided" }, phrase(context, trace), el("span.value", ` = ${value(context, trace, display)}`), below(context, trace),
];

/** The parts that are steps themselves. @param {Context} context @param {Trace} trace */
const below = (context, { args }) => list("ul", args.filter((part) => part.args.length), (part) => step(context, part));

/** One step with the values that enter it. @param {Context} context @param {Trace} trace */
function phrase(context, trace) {
  const operands = trace.args.map((part) => operand(context, part));
  const sign = word(context, trace.label);
  if (trace.kind === "operator" && operands.length > 1) return operands.join(` ${sign} `);
  return operands.length ? `${sign} ${listed(context.texts, operands)}` : name(context, trace);
}

/** @param {Context} context @param {Trace} trace */
function operand(context, trace) {
  if (trace.kind === "number") return trace.label;
  return trace.args.length ? value(context, trace) : `${name(context, trace)} (${value(context, trace)})`;
}

/** @param {Context} context @param {Trace} trace */
function name(context, { kind, label, title }) {
  const score = kind === "name" && scoreOf(context, label);
  if (score) return fullTitle(context, score);
  const [, call = "", parts] = /^(\w+)\((.*)\)$/.exec(label) ?? [];
  return title ?? (parts ? `${word(context, call)} ${listed(context.texts, parts.split(","))}` : label);
}

/** What the formula language calls a function or an operator, in words. @param {Context} context @param {string} label */
const word = ({ texts }, label) => /** @type {Record<string, string>} */ (texts.formula)[label] ?? label;

/** @param {Context} context @param {Trace} trace @param {string} [display] */
function value(context, { kind, label, truth, value }, display) {
  const { texts } = context;
  if (truth) return texts[truth];
  if (value === null) return texts.no_value;
  return kind === "number" ? given(texts, value) : shown(value, display ?? scoreOf(context, label)?.display);
}
