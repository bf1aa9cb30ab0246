// A composite with its levels: where it lies, how sure that is, which gates hold it, what would move it.
import { listed, mid, shown, whole } from "../format.js";
import { fill, h, svg } from "./nodes.js";
import { how, section } from "./bits.js";
import { number, standing } from "./words.js";

/** @typedef {import("./words.js").Context} Context */
/** @typedef {import("./words.js").Report["bands"][number]} Band */

/** @param {Context} context @param {Band} band */
export function bandSection(context, band) {
  const { texts } = context;
  const level = band.levels.find((one) => one.number === band.value);
  const title = fill(texts.index_and, { of: band.of.title, band: mid(band.title) });
  if (!level) return section("stage", title, h("p", null, fill(texts.no_band, { band: mid(band.title) })), h("p", { class: "note" }, band.note), how(context, band.of));
  return section("stage", title,
    h("div", { class: "stage" },
      h("div", { class: "stage-value" },
        h("p", { class: "tagged" }, h("span", { class: "big" }, number(context, band.of)), h("span", { class: "soft" }, texts.of_hundred)),
        h("p", { class: "small soft" }, band.of.title, wobbleWords(context, band)),
        h("div", { class: "tagged" }, h("p", { class: "stage-name" }, `${fill(texts.level_now, { band: band.title, n: level.number })}, ${level.title}`), band.status === "provisional" ? h("span", { class: "tag" }, texts.provisional) : null),
        h("p", null, level.text), ...qualifiers(context, band), how(context, band.of)),
      h("div", { class: "stage-strip" }, strip(context, band), levels(band), h("p", { class: "note" }, band.note))),
    next(context, band));
}

/** @param {Context} context @param {Band} band */
function wobbleWords({ texts }, { of }) {
  return of.band ? `; ${fill(texts.wobble_of, { low: shown(of.band[0], of.display), high: shown(of.band[1], of.display) })}` : null;
}

/** What limits the verdict, in words. @param {Context} context @param {Band} band */
function qualifiers(context, band) {
  const { texts } = context;
  const name = mid(band.title);
  const words = [];
  if (band.status === "provisional") words.push(standing(context, band.of));
  if (band.between) words.push(fill(texts.between, { band: name, low: band.between[0], high: band.between[1] }));
  if (band.status === "provisional" && band.range) words.push(fill(texts.could_be, { band: name, low: band.range[0], high: band.range[1] }));
  const why = band.gates.map((gate) => fill(texts.gate, { where: listed(gate.dimensions.map(({ title }) => title)), text: gate.text })).join("; ");
  return [
    words.length ? h("p", { class: "small" }, capital(words.join("; ")), ".") : null,
    why && band.raw !== null ? h("p", { class: "small" }, fill(texts.alone, { of: band.of.title, band: name, n: band.raw, why })) : null,
  ];
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The levels as a strip from the lowest cut-off to 100, with value and wobble. @param {Context} context @param {Band} band */
function strip({ texts }, band) {
  const min = band.levels[0]?.from ?? 0;
  const at = (/** @type {number} */ value) => Math.min(100, Math.max(0, ((value - min) / (100 - min)) * 100));
  const { value, band: wobble } = band.of;
  if (value === null) return null;
  const [low, high] = wobble ?? [value, value];
  const words = { of: band.of.title, value: whole(value), min: whole(min), max: whole(100), low: whole(low), high: whole(high) };
  const cells = band.levels.flatMap((level, index) => {
    const [from, to] = [at(level.from), at(band.levels[index + 1]?.from ?? 100)];
    return [
      svg("rect", { class: level.number === band.value ? "cell here" : "cell", x: `${from}%`, y: 1, width: `${to - from}%`, height: 30 }),
      svg("text", { class: level.number === band.value ? "here" : "", x: `${(from + to) / 2}%`, y: 21, "text-anchor": "middle" }, whole(level.number)),
    ];
  });
  return svg("svg", { class: "strip", role: "img", "aria-label": fill(texts.strip_alt, words) }, ...cells,
    svg("line", { class: "whisker", x1: `${at(low)}%`, x2: `${at(high)}%`, y1: 43, y2: 43 }),
    ...[low, high].map((end) => svg("line", { class: "whisker", x1: `${at(end)}%`, x2: `${at(end)}%`, y1: 39, y2: 47 })),
    svg("circle", { class: band.status === "provisional" ? "head provisional" : "head", cx: `${at(value)}%`, cy: 43, r: 5 }),
    svg("text", { class: "end", x: 0, y: 63 }, whole(min)), svg("text", { class: "end", x: "100%", y: 63, "text-anchor": "end" }, whole(100)));
}

/** @param {Band} band */
function levels(band) {
  return h("ol", { class: "levels" }, ...band.levels.map((level) => h("li", { value: level.number, "aria-current": level.number === band.value ? "true" : null }, level.title)));
}

/** The fewest answers that would have to differ for the next level: information, not a target. @param {Context} context @param {Band} band */
function next({ texts }, band) {
  if (!band.next) return null;
  const words = { band: mid(band.title), n: band.next.level, title: band.next.title };
  if (!band.next.found) return h("p", { class: "soft" }, fill(texts.move_none, words));
  return h("div", { class: "move" }, h("h3", null, texts.move), h("p", { class: "soft" }, fill(texts.move_text, words)),
    h("ul", null, ...band.next.changes.map((change) => h("li", null, h("p", null, change.text),
      h("dl", null, h("dt", null, texts.from), h("dd", null, change.from ?? texts.no_answer), h("dt", null, texts.to), h("dd", null, change.to))))));
}
