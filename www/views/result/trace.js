// An expression with its values: each step on one line in words, its parts below it.
import { given, listed, shown } from "../format.js";
import { h } from "./nodes.js";
import { fullTitle } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("../../types.d.ts").Trace} Trace */

/** @param {Context} context @param {Trace} trace @param {string} [display] how the whole is shown */
export const traceList = (context, trace, display) => h("ul", { class: "trace" }, step(context, trace, display));

/** @param {Context} context @param {Trace} trace @param {string} [display] @returns {HTMLLIElement} */
function step(context, trace, display) {
  return h("li", { class: trace.decided ? null : "undecided" }, line(context, trace), h("span", { class: "value" }, ` = ${value(context, trace, display)}`), below(context, trace));
}

/** A condition after its verdict. @param {Context} context @param {string} verdict @param {Trace} trace */
export const condition = (context, verdict, trace) => h("li", null, verdict, ": ", line(context, trace), below(context, trace));

/** The parts that are steps themselves. @param {Context} context @param {Trace} trace */
function below(context, trace) {
  const parts = trace.args.filter((part) => part.args.length);
  return parts.length ? h("ul", null, ...parts.map((part) => step(context, part))) : null;
}

/** One step with the values that enter it. @param {Context} context @param {Trace} trace */
function line(context, trace) {
  const { texts } = context;
  const operands = trace.args.map((part) => operand(context, part));
  if (trace.kind === "call") return `${callWords(context, trace.label)} ${listed(operands)}`;
  if (trace.kind !== "operator") return name(context, trace);
  const sign = new Map(Object.entries(texts.operators)).get(trace.label) ?? trace.label;
  return operands.length === 1 ? `${sign} ${operands[0]}` : operands.join(` ${sign} `);
}

/** @param {Context} context @param {Trace} trace */
function operand(context, trace) {
  if (trace.kind === "number") return trace.label;
  return trace.args.length ? value(context, trace) : `${name(context, trace)} (${value(context, trace)})`;
}

/** @param {Context} context @param {Trace} trace */
function name(context, trace) {
  const score = find(context, trace);
  if (score) return fullTitle(context, score);
  const [, call, parts] = trace.label.match(/^(\w+)\((.*)\)$/) ?? [];
  return trace.title ?? (call && parts ? `${callWords(context, call)} ${listed(parts.split(","))}` : trace.label);
}

/** @param {Context} context @param {string} label */
const callWords = ({ texts }, label) => new Map(Object.entries(texts.calls)).get(label) ?? label;

/** @param {Context} context @param {Trace} trace */
const find = ({ finished }, { label, kind }) => (kind === "name" ? [...finished.scales, ...finished.metrics].find((score) => score.id === label) : undefined);

/** @param {Context} context @param {Trace} trace @param {string} [display] */
function value(context, trace, display) {
  if (trace.truth !== null) return context.texts[trace.truth];
  if (trace.value === null) return context.texts.no_value;
  return trace.kind === "number" ? given(trace.value) : shown(trace.value, display ?? find(context, trace)?.display);
}
