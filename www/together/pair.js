// Two people's results side by side, in the order in which they are to be read. The first person's marks are
// filled and the second's hollow, in the picture as beside every name.
import { button, count, el, fill, svg } from "../views/dom.js";
import { dash, mid, percent, whole } from "../views/format.js";
import { FRAME, RADIUS, along, label, region, scales } from "../views/result/chart.js";
import { PLAN } from "../views/result/commitments.js";
import { onPaper } from "./print.js";
import { list, section, tag } from "../views/result/parts.js";
import { verdict } from "../views/result/picture.js";
import { box } from "../views/result/place.js";
import { signs, symbol } from "../views/result/shapes.js";
import { table } from "../views/result/table.js";
import { axesOf, difference } from "../views/result/words.js";

/** @import { Comparison, Gap, ItemPair, PredictionResult, SharedAdvice, Side, Wording } from "../types.d.ts" */
/** @import { Attributes, Part } from "../views/dom.js" */
/** @import { Axes, Dimension } from "../views/result/words.js" */

/**
 * @typedef {object} PairContext
 * @property {Comparison} comparison
 * @property {import("../types.js").Catalogue<typeof import("../texts/en-together.json")["pair"]>} texts
 * @property {Attributes} said attributes of text from the definition
 * @property {{wording: Wording, show: (still: boolean) => void}} flow `show` draws what was on screen before
 */
/** @typedef {{name: string, dimensions: Dimension[]}} Seat one of the two, as the view shows them */
/**
 * @typedef {PairContext & {result: Wording["result"], axes: Axes | null, titles: Map<string | null, string>, seats: {[side in Side]: Seat}}} Context
 * `axes` where there is a picture; `titles` of dimensions
 */

/** @type {readonly Side[]} */
const SIDES = ["first", "second"];

/** Returns the comparison. Its heading (`.report-title`) can take the focus. @param {PairContext} options @returns {HTMLElement} */
export function pairView(options) {
  const context = contextOf(options);
  const root = el("div.result.together",
    masthead(context, (mode) => onPaper(root, mode, agenda(context), context.result)),
    pictureSection(context), gapsSection(context), talkSection(context), measuresSection(context), shiftSection(context),
    visibilitySection(context), guessesSection(context), adviceSection(context));
  return root;
}

/** @param {PairContext} options @returns {Context} */
function contextOf(options) {
  const { comparison: { first, second }, texts, flow } = options;
  const named = first.role_label && second.role_label && first.role_label !== second.role_label;
  /** @param {Side} side @returns {Seat} */
  const seat = (side) => {
    const { role_label, picture, dimensions } = options.comparison[side];
    return {
      name: named ? String(role_label) : texts[side],
      dimensions: picture ? picture.points.map((point, index) => /** @type {Dimension} */ ({ ...dimensions[index], ...point, id: point.dimension, index, point })) : [],
    };
  };
  return {
    ...options, result: flow.wording.result, axes: first.picture && axesOf(texts, first.picture),
    titles: new Map(first.dimensions.map(({ id, title }) => [id, title])),
    seats: { first: seat("first"), second: seat("second") },
  };
}

/** The name of one of the two with the mark. @param {Context} context @param {Side} side */
const name = ({ seats, said }, side) => el("span.who", el(`span.${side}`, svg("svg.symbol", { viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("circle.mark", { r: 6 }))),
  el("span", said, seats[side].name));

/** Two answers under the two names. @param {Context} context @param {(side: Side) => Part} part */
const two = (context, part) => el("dl.two", SIDES.map((side) => el("div", el("dt", name(context, side)), el("dd", context.said, part(side)))));

/** @param {Context} context @param {string | null} dimension */
const dimensionTag = ({ titles, said }, dimension) => titles.has(dimension) && el("span.tag", said, titles.get(dimension));

/** @param {string} title @param {...Part} parts */
const more = (title, ...parts) => el("details", el("summary", title), parts);

/** @param {Context} context @param {(mode: "commitments" | "all") => void} print */
const masthead = (context, print) => {
  const { texts, result, comparison, flow } = context;
  return el("header.masthead", identity(context, "h2"), el("p.soft", texts.no_proof),
    el("div.actions", { role: "group", "aria-label": texts.tools },
      (comparison.advice.length > 0 || comparison.items.length > 0)
        && button(texts.print_agenda, () => print("commitments"), { class: "main" }),
      button(result.print_all, () => print("all")), button(texts.back, () => flow.show(false))));
};

/** What is compared, and who. @param {Context} context @param {"h2" | "h3"} level */
const identity = (context, level) => [
  level === "h2" && el("h2.report-title", { tabindex: -1 }, context.texts.title),
  el("p.lede", context.said, context.comparison.instrument.title),
  el("p.byline", SIDES.map((side) => el("span", name(context, side), " ", tag({ texts: context.result }, context.comparison[side])))),
];

/** @param {Context} context */
function pictureSection(context) {
  const { texts, result, axes, seats } = context;
  if (!axes) return null;
  const rows = seats.first.dimensions.flatMap(({ index }) => SIDES.map((side) => ({ side, dimension: /** @type {Dimension} */ (seats[side].dimensions[index]) })));
  return section("picture", fill(result.picture, axes), el("div.picture",
    el("div.lede", SIDES.map((side) => {
      const said = verdict({ texts: result, axes, dimensions: seats[side].dimensions });
      said.prepend(name(context, side), ": ", said.textContent ? "" : texts.no_picture);
      return said;
    })),
    figure(context, axes),
    el("div.beside",
      table(texts.table, "pairs", [[result.dimension, "name"], [axes.Across, "number"], [axes.Up, "number"], [result.difference]],
        rows.map(({ side, dimension: { point, title }, dimension }) => [
          [el(`span.${side}.whole`, symbol(dimension), title), el("span.soft", seats[side].name), basis(context, point)],
          dash(point.across.value), dash(point.up.value), difference({ texts: result, axes }, point.lead),
        ]), (index) => ({ "data-dimension": rows[index]?.dimension.id, class: rows[index]?.side })),
      el("p.fine", result.rounding))));
}

/** On how many answers a point rests, where it is not scored in full. @param {Context} context @param {Dimension["point"]} point */
const basis = ({ result }, { across, up, status }) => status !== "scored" && el("span.soft",
  fill(result[`${status}_of`], { answered: Number(across.answered) + Number(up.answered), of: Number(across.of) + Number(up.of) }));

/** The picture alone, with its key. @param {Context} context @param {Axes} axes */
const figure = (context, axes) => el("figure", chart(context, axes), el("figcaption",
  SIDES.map((side) => name(context, side)),
  el("span.corridor", fill(context.result.key_corridor, axes)),
  SIDES.some((side) => context.comparison[side].status === "provisional") && el("span.provisional", context.texts.key_provisional)));

/** Both persons' points, a line between the two of a dimension. @param {Context} context @param {Axes} axes */
function chart({ texts, result, seats }, axes) {
  const said = [fill(result.picture_alt, axes)];
  const ids = new Set();
  const points = SIDES.flatMap((side) => seats[side].dimensions.flatMap((dimension) => {
    const { title, point: { across, up, lead } } = dimension;
    if (across.value === null || up.value === null) return [];
    const [x, y] = [along(across.value), -along(up.value)];
    said.push(fill(texts.point_alt, {
      ...axes, title, who: seats[side].name, x: whole(across.value), y: whole(up.value), difference: difference({ texts: result, axes }, lead),
    }));
    // The second point of a dimension has no label of its own; the line tells whose it is.
    const again = ids.size === ids.add(dimension.id).size;
    return { side, x, y, again, dimension: again ? { ...dimension, title: "" } : dimension, boxes: [box(x, y, RADIUS + 1)] };
  }));
  const ways = points.filter(({ again }) => again).map((to) => ({ to, from: points.find(({ dimension }) => dimension.id === to.dimension.id) ?? to }));
  const taken = [...FRAME, ...ways.flatMap(({ from, to }) =>
    [0.3, 0.5, 0.7].map((part) => box(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part, 4, 4, 0.2)))];
  const labelled = points.map((point) => svg(`g.${point.side}`, label(point, points, taken)));
  taken.push(...points.flatMap(({ boxes }) => boxes));
  return svg("svg.chart", { viewBox: "-34 -314 336 352", role: "img", "aria-label": said.join(" ") },
    scales(axes),
    region(fill(result.across_side, axes), -1, 284, -12, 0, -26, taken),
    region(fill(result.up_side, axes), 1, 6, -278, 0, 26, taken),
    region(result.in_step, 0, 264, -264, -26, 26, taken),
    ways.map(({ from, to }) => svg("path.way", { d: `M${from.x} ${from.y}L${to.x} ${to.y}` })), labelled);
}

/** @param {Context} context */
function gapsSection(context) {
  const { texts, seats, said, comparison: { overall, gaps, similarity } } = context;
  const all = overall ? [overall, ...gaps] : gaps;
  const reach = all.every(({ gap }) => Math.abs(gap ?? 0) <= 50) ? 50 : 100;
  return section("gaps", texts.gaps,
    overall && el("p.lede", fill(texts.overall[overall.flag], { title: overall.title, who: seats[(overall.gap ?? 0) < 0 ? "first" : "second"].name })),
    similarity && el("p", texts.verdicts[similarity.verdict]),
    sided(context, table(texts.gaps, "gaps", [[texts.scale, "name"], ["", "pair"], [texts.difference, "number"], [texts.reading, "reading"]], all.map((gap) => [
      [said, context.titles.has(gap.dimension) ? [el("strong", context.titles.get(gap.dimension)), " ", el("span.soft", gap.title)] : el("strong", gap.title)],
      bar(gap, reach), dash(gap.gap, signed), reading(context, gap),
    ]), (index) => ({ "data-gap": all[index]?.id ?? "overall" }))),
    el("p.fine", fill(texts.gap_note, { first: seats.first.name, second: seats.second.name })),
    similarity && more(texts.parts, madeOf(context, similarity)));
}

/** Says on which side of the lines who sees more. @param {Context} context @param {HTMLTableElement} made */
function sided(context, made) {
  made.querySelector("thead .pair")?.append(el("div.ends", SIDES.map((side) => el("span", fill(context.texts.sees_more, { who: context.seats[side].name })))));
  return made;
}

/** A difference with its sign. @param {number} value */
const signed = (value) => whole(value).replace(/^(?=[1-9])/, "+");

/** What a difference says, in words. @param {Context} context @param {Gap} gap */
const reading = ({ texts }, gap) => [
  gap.gap !== null && signs({ none: "\u25a1\u25a1", ask: "\u25a0\u25a1", clear: "\u25a0\u25a0", not_enough: "" }[gap.flag]), texts.flags[gap.flag],
  gap.common < gap.of && el("span.fine", ` (${fill(texts.common, gap)})`),
];

/** A difference to the left or right of zero. @param {Gap} gap @param {number} reach what the line shows on either side */
function bar({ gap, flag }, reach) {
  const end = `${50 + ((gap ?? 0) / reach) * 50}%`;
  return svg(`svg.line.gap.${flag}`, { "aria-hidden": "true" },
    svg("line.track", { x1: 0, x2: "100%", y1: 8, y2: 8 }), svg("line.axis", { x1: "50%", x2: "50%", y1: 0, y2: 16 }),
    gap !== null && [svg("line.bar", { x1: "50%", x2: end, y1: 8, y2: 8 }), svg("circle.head", { cx: end, cy: 8, r: 5 })]);
}

/** @param {Context} context @param {NonNullable<Comparison["similarity"]>} similarity */
const madeOf = ({ texts }, similarity) => [
  similarity.elevation_share !== null && table(texts.parts, "measures", [[texts.part, "name"], [texts.share, "number"]],
    /** @type {const} */ (["elevation", "shape", "scatter"]).map((part) => [texts[part], dash(similarity[`${part}_share`], percent)])),
  el("p", similarity.icc_de === null ? fill(texts.no_parts, similarity) : fill(texts.profiles, { ...similarity, n: whole(similarity.icc_de * 100) })),
];

/** @param {Context} context */
function talkSection(context) {
  const { texts, comparison: { items, two_steps: { all } }, seats, said } = context;
  const apart = items.filter((item) => item.two_steps);
  const rest = items.filter((item) => !item.two_steps);
  return items.length > 0 && section("talk", texts.talk,
    el("p.lede", apart.length ? fill(texts.talk_lede, all) : texts.talk_none),
    apart.length > 0 && el("p.soft", texts.talk_calm),
    talkList(context, apart),
    rest.length > 0 && more(count(texts.others, rest.length),
      table(texts.talk, "stack.items", [[texts.question, "name"], [seats.first.name], [seats.second.name]],
        rest.map((item) => [[said, item.text], [said, item.first_answer], [said, item.second_answer]]), (index) => ({ "data-item": rest[index]?.id }))));
}

/** Questions, each with the two answers in words. @param {Context} context @param {ItemPair[]} items */
const talkList = (context, items) => list("ol.talk", items, (item) => [
  { "data-item": item.id },
  el("p", el("span", context.said, item.text), " ", dimensionTag(context, item.dimension)),
  two(context, (side) => item[`${side}_answer`]),
]);

/** @param {Context} context */
function measuresSection(context) {
  const { texts, seats, said, comparison: { priorities } } = context;
  if (!priorities?.rows.some(({ first, second }) => first ?? second)) return null;
  const { rho, same_first, rows } = priorities;
  /** @param {Side} side @param {number} place */
  const at = (side, place) => rows.find((row) => row[side] === place)?.label;
  return section("measures", texts.measures,
    same_first !== null && el("p.lede", same_first ? fill(texts.same_first, [at("first", 1)]) : texts.other_first),
    el("p.soft", said, priorities.text),
    table(texts.measures, "measures", [[texts.rank, "rank"], [seats.first.name], [seats.second.name]], rows.map((_, index) => [
      index + 1, ...SIDES.map((side) => [said, at(side, index + 1) ?? el("span.soft", texts.not_ranked)]),
    ]), (index) => ({ class: at("first", index + 1) === at("second", index + 1) && "top" })),
    el("p", rho === null ? texts.one_ranking : fill(texts.rho, { n: whole(rho * 100) })));
}

/** @param {Context} context */
function shiftSection(context) {
  const { comparison: { shift } } = context;
  const times = shift ? /** @type {const} */ (["now", "next"]).map((when) => ({
    title: shift[`${when}_title`], apart: shift[when], rows: shift.rows.map((row) => ({ label: row.label, ...row[when] })),
  })).filter(({ rows }) => rows.some(({ first, second }) => first ?? second)) : [];
  return times.length > 0 && section("shift", String(shift?.title), el("div.times", times.map((time) => divided(context, time))));
}

/** What both divide, at one time. @param {Context} context @param {{title: string, apart: number | null, rows: {label: string, first: number | null, second: number | null}[]}} time */
function divided({ texts, seats, said }, { title, apart, rows }) {
  const most = Math.max(...rows.flatMap(({ first, second }) => [first ?? 0, second ?? 0]));
  /** @param {Side} side @param {number} y @param {number | null} value */
  const part = (side, y, value) => svg(`rect.${side}`, { y, width: `${((value ?? 0) / most) * 100}%`, height: 8 });
  return el("div", table(title, "shift", [[texts.area, "name"], [seats.first.name, "number"], [seats.second.name, "number"], ["", "pair"]], rows.map(({ label, first, second }) => [
        [said, label], dash(first), dash(second), svg("svg.bars", { "aria-hidden": "true" }, part("first", 1, first), part("second", 12, second)),
      ])),
  apart !== null && el("p.soft", fill(texts.divided, { when: title, n: whole(apart) })));
}

/** @param {Context} context */
function visibilitySection({ texts, result, seats, comparison: { visibility } }) {
  return visibility && section("visibility", texts.visibility,
    SIDES.map((side) => visibility[side].of > 0 && el("p", fill(visibility[side].dont_know ? texts.dont_know : texts.all_seen,
      { ...visibility[side], who: seats[side].name, title: mid(texts, visibility.title) }))),
    el("p.soft", result.visibility));
}

/** @param {Context} context */
function guessesSection(context) {
  const { texts, comparison: { predictions } } = context;
  const far = predictions.filter(isFar);
  const others = predictions.filter((one) => !isFar(one));
  return predictions.length > 0 && section("guesses", texts.guesses,
    el("p.lede", far.length ? texts.guesses_some : texts.guesses_none), guesses(context, far),
    others.length > 0 && more(texts.other_guesses, guesses(context, others)));
}

/** @param {PredictionResult} one */
const isFar = ({ result }) => result !== null && result !== "none";

/** Guesses beside what they were about. @param {Context} context @param {PredictionResult[]} made */
const guesses = (context, made) => list("ol.talk", made, (one) => {
  const { texts, said } = context;
  const meaning = one.kind === "hit" ? texts[one.hit ? "hit" : "miss"] : texts.results[one.result ?? "none"];
  const other = one.by === "first" ? "second" : "first";
  return [
    { "data-guess": `${one.item} ${one.by}` },
    el("p", said, one.text),
    el("dl.two", el("div", el("dt", name(context, one.by), " ", texts.guess), el("dd", said, one.guess)),
      el("div", el("dt", name(context, other), " ", texts.actual), el("dd", said, one.actual_answer))),
    el("p", isFar(one) ? el("strong", meaning) : meaning),
  ];
});

/** @param {Context} context */
const adviceSection = (context) => {
  const { texts, comparison: { advice } } = context;
  return section("commitments", texts.advice, advice.length
    ? [el("p.soft", texts.advice_lead), list("ol.commitments", advice, (one) => commitment(context, one))]
    : el("p.lede", texts.advice_none));
};

/** @param {Context} context @param {SharedAdvice} one */
const commitment = (context, one) => {
  const { result, said } = context;
  return [
    { "data-advice": one.id },
    el("header.tagged", el("h4", said, one.title), one.dimension && dimensionTag(context, one.dimension.id), el("span.fine", seenBy(context, one))),
    el("p", said, one.text),
    el("dl", PLAN.map((part) => el(`div.${part}`, el("dt", result[part]), el("dd", said, one[part])))),
  ];
};

/** @param {Context} context @param {SharedAdvice} one */
const seenBy = ({ texts, seats }, { pair, seen_by: [side, other] }) => {
  if (pair) return texts.from_pair;
  return other || !side ? texts.seen_both : fill(texts.seen_one, { who: seats[side].name });
};

/** One page for one conversation: three questions, and commitments to fill in. @param {Context} context */
function agenda(context) {
  const { texts, result, said, axes, comparison: { items, advice, instrument } } = context;
  return el("div.sheet",
    el("header", el("div", el("h3", texts.agenda), identity(context, "h3"), el("p.fill-in", el("span", result.date)),
      items.length > 0 && [el("h4", texts.agenda_talk), talkList(context, items.slice(0, 3))]), axes && figure(context, axes)),
    advice.length > 0 && [el("h4", texts.agenda_plan),
      table(texts.agenda_plan, "", [[result.commitment, "name"], [result.first_step], [texts.who, "date"], [result.by_when, "date"]],
        advice.map((one) => [[said, one.title], [said, `${one.first_step} `, el("span.soft", fill(texts.suggested, one))], "", ""]))],
    el("p.fine", fill(result.version, instrument)));
}
