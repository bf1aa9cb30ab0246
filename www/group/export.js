// What is shown of a group as a file: JSON for programs, CSV for spreadsheets. A figure that is not shown
// says why, in the file as on the screen.

import { cell } from "../together/export.js";

/** @import { Figures, Group, Model } from "../types.js" */

const COLUMNS = ["part", "kind", "id", "row", "title", "n", "dont_know", "ad", "spread", "sd", "mean", "min", "max", "agreement", "agreement_items", "value"];

/** @param {Model} model @param {Group} group */
export const groupJson = ({ id, version, title }, group) => `${JSON.stringify({ instrument: { id, version, title }, ...group }, null, 2)}\n`;

/** @param {Model} model @param {Group} group */
export function groupCsv({ id, version, title }, group) {
  /** @type {object[]} */
  const rows = [
    { part: "all", kind: "instrument", id, title, value: version },
    ...["status", "anonymous", "cell", "doubled", "refused"].map((name) => ({ part: "all", kind: "group", id: name, value: group[/** @type {"status"} */ (name)] })),
    { part: "all", kind: "group", id: "results", n: group.n },
    ...(group.all ? figures("all", group.all) : []),
    ...group.roles.flatMap(({ id, label, n, figures: shown }) => [
      { part: id, kind: "role", id, title: label, n, value: "hidden" in shown ? shown : "shown" },
      ...("hidden" in shown ? [] : figures(id, shown)),
    ]),
    ...(group.sides?.scales.flatMap(({ scale, n, hedges_g }) => [
      ...n.map((n, side) => ({ part: side ? "second" : "first", kind: "side", id: scale, title: group.sides?.[side ? "second" : "first"].label, n })),
      { part: "sides", kind: "hedges_g", id: scale, value: hedges_g },
    ]) ?? []),
    ...(group.units?.scales.flatMap(({ scale, units, icc1, icc2 }) => [
      { part: "units", kind: "icc1", id: scale, n: units, value: icc1 }, { part: "units", kind: "icc2", id: scale, n: units, value: icc2 },
    ]) ?? []),
  ];
  return `${COLUMNS}\r\n${rows.map((row) => `${COLUMNS.map((name) => field(/** @type {any} */ (row)[name]))}\r\n`).join("")}`;
}

/** @param {string} part @param {Figures} figures @returns {object[]} */
const figures = (part, { items, scales, bands, rankings }) => [
  ...items.flatMap(({ part: row, text, ...item }) => [
    { ...item, part, kind: "item", row, title: text },
    ...(Array.isArray(item.answers) ? item.answers.map(({ points, n }) => ({ part, kind: "answers", id: item.id, row, n, value: points })) : []),
  ]),
  ...scales.map((scale) => ({ ...scale, part, kind: "scale", agreement: scale.r_star_wg, agreement_items: scale.r_star_wg_items })),
  ...bands.flatMap(({ levels, ...band }) => [
    { ...band, part, kind: "band" }, ...levels.map((level) => ({ ...level, part, kind: "level" })),
  ]),
  ...rankings.flatMap(({ id, text, n, kendall_w, ranks }) => [
    { part, kind: "ranking", id, title: text, n, agreement: kendall_w },
    ...ranks.map((rank) => ({ part, kind: "rank", id: `${id}.${rank.id}`, title: rank.label, n, mean: rank.mean_rank })),
  ]),
];

/** @param {any} value */
const field = (value) => cell(value?.hidden ? `hidden: ${value.hidden}` : value);
