// What the schema of definitions says of a place in one.

/** @import { Path } from "./edits.js" */
/** @typedef {{[key: string]: any}} Schema */

/** @param {Schema} root @returns {{at: (path: Path) => Schema[], order: (path: Path) => string[]}} */
export function schemaReader(root) {
  /** A schema with those that it names in its place. @param {Schema | undefined} schema @returns {Schema[]} */
  const open = (schema) => {
    if (!schema) return [];
    const named = schema["$ref"]?.startsWith("#/definitions/") ? open(root["definitions"]?.[schema["$ref"].slice(14)]) : [];
    return [schema, ...named, ...["allOf", "anyOf", "oneOf"].flatMap((list) => (schema[list] ?? []).flatMap(open))];
  };
  /** @param {Path} path */
  const at = (path) => path.reduce((schemas, step) => schemas.flatMap((schema) => {
    if (typeof step === "number") return Array.isArray(schema["items"]) ? open(schema["items"][step]) : open(schema["items"]);
    return Object.hasOwn(schema["properties"] ?? {}, step) ? open(schema["properties"][step]) : [];
  }), open(root));
  return { at, order: (path) => at(path).flatMap(({ properties }) => Object.keys(properties ?? {})) };
}

/** What is said of a field, in full. @param {Schema[]} schemas */
export function sayings(schemas) {
  const found = (/** @type {string} */ key) => schemas.find((schema) => schema[key] !== undefined)?.[key];
  const limits = [["minimum", "from"], ["maximum", "to"], ["maxLength", "at most, in characters:"], ["maxItems", "at most, in number:"]]
    .flatMap(([key = "", word]) => (found(key) === undefined ? [] : [`${word} ${found(key)}`]));
  return {
    text: /** @type {string} */ (found("description") ?? ""),
    type: /** @type {string} */ (found("type") ?? ""),
    limits,
    fallback: found("default"),
    values: /** @type {unknown[]} */ (found("enum") ?? (found("type") === "boolean" ? [true, false] : [])),
    examples: /** @type {unknown[]} */ (found("examples") ?? []),
  };
}
