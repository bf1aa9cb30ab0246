// Random sheets of an assessment, as answers and as result links: the format of links written down once more,
// from `tests/vectors/link.py`, so that neither contestant makes the other's input.

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const CHECKS = [12, 35, 36, 23, 55, 30]

/** Numbers from 0 to 2^32 - 1, the same ones each time (G. Marsaglia, "Xorshift RNGs", 2003). */
export function numbers(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

/** Every item as it is answered at random: its radices, and a draw of codes with the answer they stand for. */
function kinds(definition, random) {
  const sets = new Map((definition.choice_sets ?? []).map(({ id, choices }) => [id, choices.map(({ value }) => value)]))
  const byId = new Map(definition.items.map(item => [item.id, item]))
  const below = n => random() % n
  const choose = (n, k) => {
    let ways = 1
    for (let i = 1; i <= k; i++) ways = ways * (n + i) / i
    return ways
  }
  return definition.items.map(({ id, kind }) => {
    let [[name, detail]] = Object.entries(kind)
    const guess = name === 'prediction'
    if (guess) {
      detail = Object.values(byId.get(detail.of).kind)[0]
      name = 'choice'
    }
    const values = sets.get(detail.set) ?? (detail.choices ?? []).map(({ value }) => value)
    const n = values.length
    const rows = name === 'grid' ? sets.get(detail.rows) : undefined
    const draws = {
      choice: [n, () => {
        const code = below(n)
        return [code, values[code]]
      }],
      number: [(detail.max - detail.min) / (detail.step ?? 1) + 1, ways => {
        const code = below(ways)
        return [code, detail.min + code * (detail.step ?? 1)]
      }],
      ranking: [values.reduce((product, _, i) => product * (i + 1), 1), () => {
        const left = [...values]
        let code = 0
        const order = []
        while (left.length) {
          const place = below(left.length)
          code = code * left.length + place
          order.push(...left.splice(place, 1))
        }
        return [code, order]
      }],
      allocation: [choose(detail.total, n - 1), () => {
        const cuts = Array.from({ length: n - 1 }, () => below(detail.total + 1)).sort((a, b) => a - b)
        const shares = [...cuts, detail.total].map((cut, i) => cut - (cuts[i - 1] ?? 0))
        let [code, left] = [0, detail.total]
        shares.slice(0, -1).forEach((share, i) => {
          const behind = n - i - 1
          code += choose(left, behind) - choose(left - share, behind)
          left -= share
        })
        return [code, Object.fromEntries(values.map((value, i) => [value, shares[i]]))]
      }],
    }
    const [ways, draw] = draws[rows ? 'choice' : name]
    // of a hundred answers three are missing and four "don't know"
    const one = () => {
      const luck = below(100)
      if (luck < 3) return [0, undefined]
      if (luck < 7) return [1, 'dk']
      const [code, answer] = draw(ways)
      return [code + 2, answer]
    }
    return { id, guess, rows, radix: ways + 2, one }
  })
}

/** Makes sheets: `next()` gives `{answers, token}`. @param {object} definition @param {string} fingerprint @param {number} seed */
export function sheets(definition, fingerprint, seed) {
  const random = numbers(seed)
  const items = kinds(definition, random)
  const roles = definition.roles ?? []
  const radices = [2 ** 32, roles.length + 1, ...items.flatMap(({ radix, rows }) => Array(rows?.length ?? 1).fill(radix))]
  const largest = radices.reduce((product, radix) => product * BigInt(radix), 1n) - 1n
  let digits = 0
  for (let rest = largest; rest > 0n; rest /= 61n) digits++
  const lanes = checkTable(digits + 7)
  return { next }

  function next() {
    const n = random() % roles.length
    const role = roles[n]
    const codes = [Number.parseInt(fingerprint, 16), n + 1]
    const answers = {}
    for (const { id, guess, rows, one } of items) {
      const drawn = (rows ?? [id]).map(() => guess && !role.counterpart ? [0, undefined] : one())
      codes.push(...drawn.map(([code]) => code))
      const given = rows ? drawn.map(([, answer], i) => [rows[i], answer]).filter(([, answer]) => answer !== undefined) : []
      if (given.length) answers[id] = Object.fromEntries(given)
      if (!rows && drawn[0][1] !== undefined) answers[id] = drawn[0][1]
    }
    return { answers: { instrument: definition.id, version: definition.version, role: role.id, answers }, token: token(codes) }
  }

  function token(codes) {
    let number = 0n
    for (let i = codes.length - 1; i >= 0; i--) number = number * BigInt(radices[i]) + BigInt(codes[i])
    const all = [1]
    const body = []
    for (let i = 0; i < digits; i++) {
      body.push(Number(number % 61n))
      number /= 61n
    }
    all.push(...body.reverse())
    const rest = [0, 0, 0, 0, 0, 0]
    all.forEach((digit, place) => lanes[place].forEach((lane, i) => { rest[i] = (rest[i] + digit * lane) % 61 }))
    all.push(...rest.map(sum => (62 - sum) % 61))
    return all.map(digit => ALPHABET[digit]).join('')
  }
}

/** By place, what a digit 1 there leaves when divided by the check polynomial. */
function checkTable(length) {
  const table = []
  let rest = [0, 0, 0, 0, 0, 1]
  for (let place = length - 1; place >= 0; place--) {
    table[place] = rest
    const [high, ...lower] = rest
    rest = [...lower, 0].map((sum, i) => (sum + (61 - CHECKS[i]) * high) % 61)
  }
  return table
}
