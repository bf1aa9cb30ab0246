// The contestant: what a page without a core would do. A link holds its answers as JSON in base64url; they are
// scored with objects and numbers, and added up by role and for all. Formulas of the flagship are written out,
// which is faster than evaluating them from its definition.

const mean = numbers => numbers.reduce((a, b) => a + b, 0) / numbers.length

const curve = (points, x) => {
  const after = points.findIndex(([at]) => x <= at)
  if (after < 0) return points.at(-1)[1]
  if (after === 0) return points[0][1]
  const [[from, low], [to, high]] = [points[after - 1], points[after]]
  return low + (high - low) * (x - from) / (to - from)
}

const tally = () => ({ n: 0, sum: 0, squares: 0, min: Infinity, max: -Infinity })
const add = (tally, x) => {
  tally.n++
  tally.sum += x
  tally.squares += x * x
  if (x < tally.min) tally.min = x
  if (x > tally.max) tally.max = x
}

/** A group: `add(link)` takes one, `parts` are the sums by role, `all` those of everyone, `seen` the links that came. @param {object} definition */
export function plainGroup(definition) {
  const sets = new Map(definition.choice_sets.map(({ id, choices }) => [id, choices]))
  const items = new Map(definition.items.map(item => [item.id, item]))
  const members = definition.scales.flatMap(({ members }) => members.map(({ item }) => items.get(item)))
  const pointsOf = new Map(members.map(({ id, kind, points }) => {
    if (kind.number) return [id, answer => curve(points.curve, answer)]
    if (kind.allocation) return [id, answer => curve(points.curve, points.of.reduce((sum, part) => sum + answer[part], 0))]
    const choices = kind.choice.choices ?? sets.get(kind.choice.set)
    const table = new Map(choices.map(({ value }, n) => [value, 100 * n / (choices.length - 1)]))
    return [id, answer => table.get(answer)]
  }))
  const measures = definition.appraisals.map(({ ranking }) => ranking)
  const { levels } = definition.bands[0]
  const part = () => ({
    sheets: 0,
    items: Object.fromEntries(members.map(({ id }) => [id, { ...tally(), dk: 0, values: new Map() }])),
    scales: Object.fromEntries(definition.scales.map(({ id }) => [id, tally()])),
    index: tally(),
    levels: levels.map(() => 0),
    ranks: Object.fromEntries(measures.map(id => [id, { n: 0, sums: {} }])),
  })
  const all = part()
  const parts = new Map(definition.roles.map(({ id }) => [id, part()]))
  const seen = new Set()
  return { all, parts, add: text, doubled: 0, seen }

  function text(link) {
    const token = link.slice(link.indexOf('#r=') + 3)
    if (seen.has(token)) {
      this.doubled++
      return
    }
    seen.add(token)
    const { role, answers } = JSON.parse(atob(token.replaceAll('-', '+').replaceAll('_', '/')))
    const points = {}
    for (const { id } of members) {
      const answer = answers[id]
      if (answer !== undefined && answer !== 'dk') points[id] = pointsOf.get(id)(answer)
    }
    const scores = {}
    for (const { id, members, missing } of definition.scales) {
      const keyed = members.filter(({ item }) => points[item] !== undefined).map(({ item, key }) => key === '-' ? 100 - points[item] : points[item])
      if (keyed.length / members.length >= missing.provisional) scores[id] = mean(keyed)
    }
    const practice = ['demand', 'focus', 'change'].map(dimension => scores[`${dimension}.practice`])
    const lead = ['demand', 'focus', 'change'].map(dimension => scores[`${dimension}.tension`] - scores[`${dimension}.practice`])
    let [index, level] = [undefined, -1]
    if (!practice.includes(undefined)) {
      index = Math.cbrt(practice.reduce((product, x) => product * Math.max(x, 5), 1))
      level = levels.findLastIndex(({ from }) => index >= from - 1e-9)
      if (level === 4 && !(practice.every(x => x >= 75 - 1e-9) && lead.every(x => x <= 15 + 1e-9))) level = 3
      if (level === 3 && !practice.every(x => x >= 50 - 1e-9)) level = 2
      if (level < 0) level = 0
    }
    for (const sums of [all, parts.get(role)]) {
      sums.sheets++
      for (const { id } of members) {
        const item = sums.items[id]
        const x = points[id]
        if (answers[id] === 'dk') item.dk++
        if (x === undefined) continue
        add(item, x)
        item.values.set(x, (item.values.get(x) ?? 0) + 1)
      }
      for (const id in scores) add(sums.scales[id], scores[id])
      if (index !== undefined) {
        add(sums.index, index)
        sums.levels[level]++
      }
      for (const id of measures) {
        if (!Array.isArray(answers[id])) continue
        sums.ranks[id].n++
        answers[id].forEach((option, rank) => { sums.ranks[id].sums[option] = (sums.ranks[id].sums[option] ?? 0) + rank + 1 })
      }
    }
  }
}

/** A link of the contestant. @param {object} answers an answers document */
export const plainLink = answers =>
  `https://tautline.example/#r=${btoa(JSON.stringify(answers)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
