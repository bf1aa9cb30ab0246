// A composite with its levels: where it lies, how sure that is, which gates hold it, what would move it.
import { capital, listed, mid, whole } from "../format.js";
import { el, fill, svg } from "../dom.js";
import { how, line, list, section, tag } from "./parts.js";
import { number, standing } from "./words.js";

/** @import { BandReport } from "../../types.d.ts" */
/** @import { Context } from "./words.js" */
/** @typedef {(text: string, values?: object) => string} Say fills in what the composite and its levels are called, and more */

/** @param {Context} context @param {BandReport} band */
export function bandSection(context, band) {
  const { texts } = context;
  const { of, value, note, title } = band;
  /** @type {Say} */
  const say = (text, values) => fill(text, { of: of.title, Band: title, band: mid(texts, title), ...values });
  const level = band.levels.find((one) => one.number === value);
  const noted = note && el("p.note", note);
  return section("stage", say(texts.index_and), level ? [
    el("div.stage",
      el("div",
        el("p.tagged", el("span.big", number(context, of)), el("span.soft", texts.of_hundred)),
        el("p.small.soft", of.title, of.band && fill(texts.wobble_of, of.band.map(whole))),
        el("div.tagged", el("p.stage-name", say(texts.level_now, { number: value, level: level.title })), tag(context, band)),
        el("p", level.text), qualifiers(context, band, say), how(context, of)),
      el("div", strip(band, say(texts.strip_alt, { value: number(context, of) })), noted)),
    next(context, band, say),
  ] : [el("p", say(texts.no_band)), noted, how(context, of)]);
}

/** What limits the verdict, in words. @param {Context} context @param {BandReport} band @param {Say} say */
function qualifiers(context, { of, status, between, range, raw, gates }, say) {
  const { texts } = context;
  const words = [
    standing(context, of), between && say(texts.between, between), status === "provisional" && range && say(texts.could_be, range),
  ].filter(Boolean).join("; ");
  const why = gates.map(({ dimensions, text }) => dimensions[0]
    ? fill(texts.gate, { where: listed(texts, dimensions.map(({ title }) => title)), text }) : text).join("; ");
  return [words && el("p.small", capital(words), "."), why && el("p.small", say(texts.alone, { raw, why }))];
}

/** The levels from 0 to 100 with value and wobble below, and what they are called. @param {BandReport} band @param {string} said */
const strip = ({ of, value, levels }, said) => [
  svg("svg.strip", { role: "img", "aria-label": said }, levels.map(({ number, from: cut }, index) => {
    const from = index && cut; // what lies below the second cut-off is of the first level
    const to = levels[index + 1]?.from ?? 100;
    const here = number === value ? ".here" : "";
    return [
      svg(`rect.cell${here}`, { x: `${from}%`, y: 1, width: `${to - from}%`, height: 30 }),
      svg(`text${here}`, { x: `${(from + to) / 2}%`, y: 21, "text-anchor": "middle" }, number),
    ];
  })),
  line(of),
  list("ol.levels", levels, ({ number, title }) => [{ value: number, "aria-current": number === value && "true" }, title]),
];

/** The fewest answers that would have to differ for the next level: information, not a target. @param {Context} context @param {BandReport} band @param {Say} say */
function next({ texts }, { next }, say) {
  if (!next) return null;
  if (!next.found) return el("p.soft", say(texts.move_none, next));
  return el("div.move", el("h4", texts.move), el("p.soft", say(texts.move_text, next)),
    list("ul.cases", next.changes, ({ text, from, to }) => [
      el("p", text), el("dl", el("dt", texts.from), el("dd", from ?? texts.not_answered), el("dt", texts.to), el("dd", to)),
    ]));
}
