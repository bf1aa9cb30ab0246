// Parts of a definition that the outline shows, by the pointers of problems.

/** @type {[pattern: RegExp, name: "item" | "page" | "scale" | "band" | "rule" | "choice_set"][]} */
export const PATTERNS = [
  [/^\/items\/(\d+)/, "item"], [/^\/pages\/(\d+)/, "page"], [/^\/scales\/(\d+)/, "scale"], [/^\/bands\/(\d+)/, "band"],
  [/^\/advice\/rules\/(\d+)/, "rule"], [/^\/choice_sets\/(\d+)/, "choice_set"],
];
