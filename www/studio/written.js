// JSON in the style of the instruments here: two spaces, and on one line what fits.

/** Characters of a line. */
const WIDTH = 120;

/** A value on one line. @param {any} value @returns {string} */
const flat = (value) => {
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (value instanceof Object) return `{${Object.entries(value).map(([key, value]) => `${JSON.stringify(key)}: ${flat(value)}`).join(", ")}}`;
  return JSON.stringify(value);
};

/**
 * A value as text that begins `used` characters into a line of so many spaces.
 * @param {any} value @param {string} [indent] @param {number} [used] @returns {string}
 */
export function written(value, indent = "", used = indent.length) {
  const line = flat(value);
  if (!(value instanceof Object) || used + line.length < WIDTH) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const entries = Object.entries(value).map(([key, value]) => {
    const name = open === "[" ? "" : `${JSON.stringify(key)}: `;
    return `${inner}${name}${written(value, inner, inner.length + name.length)}`;
  });
  return `${open}\n${entries.join(",\n")}\n${indent}${close}`;
}

/** A whole definition: its fields one below the other, however short. @param {{[field: string]: any}} definition */
export const writtenFile = (definition) => `{\n${Object.entries(definition)
  .map(([key, value]) => `  ${JSON.stringify(key)}: ${written(value, "  ", key.length + 6)}`).join(",\n")}\n}\n`;
