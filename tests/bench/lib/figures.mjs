// Medians, ratios and plain tables.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Median of the ratios within each round: what disturbed one round disturbed both sides of it.
 * @param {number[]} values @param {number[]} floor
 */
export const ratio = (values, floor) => median(values.map((value, n) => value / floor[n]))

/** The order of round `n`: everybody is first once. @template T @param {T[]} list @param {number} n @returns {T[]} */
export const rotated = (list, n) => [...list.slice(n % list.length), ...list.slice(0, n % list.length)]

/**
 * @param {string} title @param {string[]} columns @param {[string, ...(string | number)[]][]} rows
 * @param {string} [note]
 */
export function table(title, columns, rows, note) {
  const widths = columns.map((column, n) => Math.max(column.length, ...rows.map(row => String(row[n]).length)))
  const line = cells => cells.map((cell, n) => (n ? String(cell).padStart(widths[n]) : String(cell).padEnd(widths[n]))).join('  ')
  console.log(`\n${title}\n${line(columns)}\n${line(widths.map(width => '-'.repeat(width)))}`)
  for (const row of rows) console.log(line(row))
  if (note) console.log(note)
}

export const times = value => `${value.toFixed(2)} x`
export const whole = value => value.toFixed(0)
export const tenth = value => value.toFixed(1)
