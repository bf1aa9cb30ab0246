// The questions, the largest disagreement first: how the answers lie, then in numbers.

import { count, el, fill, svg } from "../views/dom.js";
import { whole } from "../views/format.js";
import { list, section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";
import { cell, known, sentence } from "./figure.js";

/** @import { Figures, Item } from "../types.js" */
/** @import { Context } from "./figures.js" */
/** @typedef {Figures["items"][number]} Row */

/** Points of one answer step, in which the core counts disagreement. */
const STEP = 25;
/** At least and at most so many questions are seen at once. */
const [FEW, MANY] = [5, 10];
/** Of more different answers the columns are narrow and have no numbers. */
const WIDE = 11;

/** @param {Context} context */
export function itemsSection(context) {
  const { texts: { items: texts }, all: { items } } = context;
  const shown = items.filter(({ ad }) => known(ad) !== null);
  const apart = shown.filter(({ spread }) => known(spread)).length;
  const first = shown.slice(0, Math.min(Math.max(apart, FEW), MANY));
  const rest = shown.slice(first.length);
  const hidden = items.filter(({ ad }) => known(ad) === null);
  return section("items", texts.title,
    el("p.lede", apart ? count(texts.some, apart) : shown.length ? texts.calm : texts.none),
    el("p.soft", texts.note), shown.length > 0 && el("p.fine", context.group.anonymous ? texts.no_dots : texts.key),
    itemList(context, first),
    rest.length > 0 && el("details", el("summary", count(texts.rest, rest.length)), itemList(context, rest)),
    hidden.length > 0 && el("details.left-out", el("summary", count(texts.hidden, hidden.length)),
      table(texts.title, "stack", [[texts.question, "name"], [texts.answers, "number"], [texts.dont_know, "number"], [texts.why]],
        hidden.map((row) => [[context.said, wording(context, row)], row.n, row.dont_know, sentence(context, row.ad)]), (n) => ({ "data-item": hidden[n]?.id }))),
    el("p.soft", texts.visibility));
}

/** @param {Context} context @param {Row[]} rows */
const itemList = (context, rows) => list("ol.questions", rows, (row) => {
  const { texts: { items: texts }, said } = context;
  const item = /** @type {Item} */ (context.model.items.get(row.id));
  return [
    { "data-item": row.id, "data-part": row.part },
    el("div", el("p.question", el("span", said, wording(context, row)), known(row.spread) && [" ", el("span.tag", texts.far)]), facts(context, row)),
    el("div", plot(context, row, item), ends(context, row, item), inWords(context, row, item)),
  ];
});

/** The question; of a grid with the row. @param {Context} context @param {Pick<Row, "id" | "text" | "part">} row */
export function wording({ model }, { id, text, part }) {
  const row = part !== null && model.items.get(id)?.rows.find(({ value }) => String(value) === part);
  return row ? `${text} ${row.label}` : text;
}

/** Spread first, the average last. @param {Context} context @param {Row} row */
function facts(context, row) {
  const { texts: { items: texts } } = context;
  const fact = (/** @type {"spread" | "answers" | "dont_know" | "average"} */ name, /** @type {import("../views/dom.js").Part} */ value) =>
    el(`div.${name}`, el("dt", texts[name]), el("dd", value));
  return el("dl.facts",
    fact("spread", cell(context, row.ad, (ad) => whole(ad * STEP))), fact("answers", row.n),
    row.dont_know > 0 && fact("dont_know", row.dont_know),
    fact("average", cell(context, row.mean, (mean) => fill(texts.average_of, { mean: whole(mean), n: row.n }))));
}

/** The answers of an item by their points, if it has a few with labels. @param {Row} row @param {Item} item */
function labels({ reversed }, { kind, choices }) {
  /** @type {Map<number, string>} */
  const found = new Map();
  const values = kind === "choice" || kind === "grid" ? choices.map(({ value }) => Number(value)) : [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  choices?.forEach(({ label }, n) => {
    const share = ((values[n] ?? NaN) - least) / (most - least);
    if (share >= 0) found.set(Math.round(100 * (reversed ? 1 - share : share)), label);
  });
  return found;
}

/** What the two ends of the line stand for. @param {Context} context @param {Row} row @param {Item} item */
function ends({ texts: { items: texts }, said }, row, item) {
  const named = labels(row, item);
  return el("div.ends.fine", [0, 100].map((points) => el("span", named.has(points) && said, named.get(points) ?? texts[points ? "high" : "low"])));
}

/** What could be answered, and how often it was where that is shown. @param {Context} context @param {Row} row @param {Item} item */
function inWords({ texts: { items: texts }, said }, row, item) {
  const named = [...labels(row, item)].sort(([a], [b]) => a - b);
  const answers = known(row.answers);
  const times = (/** @type {number} */ points) => answers?.find((one) => Math.round(one.points) === points)?.n ?? 0;
  return named.length > 0 && el("details.words", el("summary.fine", texts.choices), list("ul", named, ([points, label]) => [
    el("span", said, label), answers && el("strong", times(points)),
  ]));
}

const HEIGHT = 64;

/** Every answer as a dot over the spread around the average; of many, columns. @param {Context} context @param {Row} row @param {Item} item */
function plot({ texts: { items: texts } }, row, item) {
  const answers = known(row.answers) ?? [];
  const [mean, ad] = [known(row.mean) ?? 0, (known(row.ad) ?? 0) * STEP];
  const named = labels(row, item);
  const most = Math.max(...answers.map(({ n }) => n));
  const step = (HEIGHT - 14) / Math.max(4, most);
  const wide = answers.length <= WIDE;
  const base = HEIGHT - 4;
  const said = answers.map(({ points, n }) => fill(texts.times, { n, what: named.get(Math.round(points)) ?? fill(texts.points, { n: whole(points) }) }));
  const [low, high] = [Math.max(0, mean - ad), Math.min(100, mean + ad)];
  const alt = fill(texts.alt, { list: said.join(", "), ad: whole(ad), mean: whole(mean), n: row.n }).replace(/^\. /, "");
  return svg("svg.answers", { role: "img", "aria-label": alt, height: answers.length ? HEIGHT : 24 },
    drawn(answers.length ? base : 20, answers.length ? 6 : 4));

  /** @param {number} base @param {number} top */
  function drawn(base, top) {
    return [
      svg("rect.around", { x: `${low}%`, width: `${high - low}%`, y: top, height: base - top }),
      svg("line.track", { x1: 0, x2: "100%", y1: base, y2: base }),
      [0, 25, 50, 75, 100].map((tick) => svg("line.track", { x1: `${tick}%`, x2: `${tick}%`, y1: base, y2: base + 4 })),
      svg("line.mean", { x1: `${mean}%`, x2: `${mean}%`, y1: top - 4, y2: base }),
      answers.map(({ points, n }) => (step < 6
        ? [svg("rect.column", { x: `${points}%`, width: wide ? 12 : 3, transform: `translate(${wide ? -6 : -1.5})`, y: base - n * step, height: n * step }),
          wide && svg("text", { x: `${points}%`, y: base - n * step - 3, "text-anchor": "middle" }, n)]
        : Array.from({ length: n }, (_, place) => svg("circle.person", { cx: `${points}%`, cy: base - step / 2 - place * step, r: Math.min(5.5, step / 2 - 0.5) })))),
    ];
  }
}
