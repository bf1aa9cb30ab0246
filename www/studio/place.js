// Parts of a definition that the outline shows, by the pointers of problems.

/** @typedef {"item" | "page" | "scale" | "composite" | "band" | "rule" | "choice_set" | "role" | "dimension" | "profile" | "target" | "norm"} PlaceName */

/** @type {[pattern: RegExp, name: PlaceName][]} */
const PATTERNS = [
  [/^\/items\/(\d+)/, "item"], [/^\/pages\/(\d+)/, "page"], [/^\/scales\/(\d+)/, "scale"], [/^\/composites\/(\d+)/, "composite"],
  [/^\/bands\/(\d+)/, "band"], [/^\/advice\/rules\/(\d+)/, "rule"], [/^\/choice_sets\/(\d+)/, "choice_set"], [/^\/roles\/(\d+)/, "role"],
  [/^\/dimensions\/(\d+)/, "dimension"], [/^\/archetypes\/list\/(\d+)/, "profile"], [/^\/targets\/(\d+)/, "target"], [/^\/norms\/(\d+)/, "norm"],
];

/** The part that a pointer leads into, and its entry in the definition as far as there is one. @param {string} at @param {any} definition @returns {{name: PlaceName, n: number, entry: any} | undefined} */
export function placeOf(at, definition) {
  for (const [pattern, name] of PATTERNS) {
    const n = Number(pattern.exec(at)?.[1] ?? NaN);
    if (Number.isNaN(n)) continue;
    const list = name === "rule" ? definition?.advice?.rules : name === "profile" ? definition?.archetypes?.list : definition?.[`${name}s`];
    return { name, n, entry: list?.[n] };
  }
  return undefined;
}
