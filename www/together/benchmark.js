// A result beside a benchmark: each score over the band of other results, with its source and how many there are. Where
// the file does not fit, one sentence says why.

import { LARGEST } from "../fetched.js";
import { el, fill, svg } from "../views/dom.js";
import { dash, whole } from "../views/format.js";
import { section } from "../views/result/parts.js";
import { table } from "../views/result/table.js";

/** @import { Figure, Placed } from "../types.js" */
/** @import { Spoken } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { TautlineError } from "../engine.js" */
/** @typedef {Placed["scales"][number]} Scale */

/** Puts the benchmark into the result on screen, if there is one. @param {Shared} shared @param {Uint8Array | undefined} file none: it could not be loaded */
export function putBeside({ flow, texts: { benchmark: texts }, core }, file) {
  const result = flow.shell.screen.querySelector(".outcome > .result");
  if (!result) return;
  try {
    if (!file) throw new Error("missing");
    if (file.length > LARGEST) throw new Error("too-large");
    const placed = core.place(flow.viewed ?? flow.session.document(), file);
    result.querySelector(".part-computed")?.before(view(flow, texts, placed));
  } catch (raised) {
    const { problems: [problem] = [], message } = /** @type {Partial<TautlineError>} */ (raised);
    const why = texts.refused[/** @type {"missing"} */ (problem?.code ?? message)] ?? texts.refused.other;
    result.querySelector(".part-notes")?.append(el("p.soft.no-benchmark", why));
  }
}

/** @param {Shared["flow"]} flow @param {Shared["texts"]["benchmark"]} texts @param {Placed} placed */
function view({ model, said }, texts, { source, date, n, minimum, scales }) {
  const figure = (/** @type {Figure} */ one) => (known(one) === null ? el("span.soft", texts.too_few) : whole(/** @type {number} */ (one)));
  const range = (/** @type {Figure} */ from, /** @type {Figure} */ to) => (known(from) === null || known(to) === null
    ? figure(from) : fill(texts.range, { from: whole(Number(from)), to: whole(Number(to)) }));
  const title = (/** @type {Scale} */ { score }) => model.dimensions?.find(({ id }) => id === score.dimension)?.title;
  return section("benchmark", texts.title,
    el("p.lede", fill(texts.lede, { n })),
    el("p.byline", el("span", `${texts.source}: `, el("bdi", source)), el("time", { datetime: date }, day(texts, date))),
    el("p", texts.no_target),
    table(texts.title, "stack among", [
      [texts.scale, "name"], ["", "pair"], [texts.score, "number"], [texts.median, "number"], [texts.middle, "number"], [texts.tenths, "number"],
      [texts.n, "number"], [texts.reading, "reading"],
    ], scales.map((scale) => [
      [title(scale) && [el("strong", said, title(scale)), " "], el("span.soft", said, scale.score.title)],
      chart(scale), dash(scale.score.value), figure(scale.p50), range(scale.p25, scale.p75), range(scale.p10, scale.p90),
      scale.n, fill(texts.readings[scale.place], { minimum }),
    ]), (index) => ({ "data-scale": scales[index]?.score.id })),
    el("p.fine", texts.key),
    scales.some(({ place }) => place === "edge") && el("p.fine", texts.edge));
}

/** The number, or null where it is not shown. @param {Figure} figure */
const known = (figure) => (typeof figure === "number" ? figure : null);

/** @param {Spoken} texts @param {string} date YYYY-MM-DD */
const day = ({ tag }, date) => new Date(`${date}T00:00:00Z`).toLocaleDateString(tag, { dateStyle: "long", timeZone: "UTC" });

/** Above, the score with its wobble; below, the band. The table says all of it in words. @param {Scale} scale */
function chart({ score: { value, band, status }, p10, p25, p50, p75, p90 }) {
  /** @param {string} kind @param {Figure | null} from @param {Figure | null} to @param {number} y @param {number} [half] half its height */
  const stroke = (kind, from, to, y, half = 0) => typeof from === "number" && typeof to === "number"
    && svg(`line.${kind}`, { x1: `${from}%`, x2: `${to}%`, y1: y - half, y2: y + half });
  return svg("svg.line.against", { "aria-hidden": "true" },
    stroke("track", 0, 100, 19), [0, 50, 100].map((tick) => stroke("track", tick, tick, 19, 6)),
    stroke("tenths", p10, p90, 19), stroke("half", p25, p75, 19), stroke("median", p50, p50, 19, 7),
    value !== null && [
      band && [stroke("whisker", ...band, 6), band.map((end) => stroke("whisker", end, end, 6, 3))],
      svg(`circle.head.${status}`, { cx: `${value}%`, cy: 6, r: 4.5 }),
    ]);
}
