// Every kind of question to the core, asked of the wasm on one page and of the script on another: what comes back,
// as a digest of each reply in which every number stands as its bits.
import { readFileSync, readdirSync } from 'node:fs'

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const worked = JSON.parse(read('vectors/worked-examples.json'))
const LARGEST = 256 * 1024

/** @typedef {[method: string, ...given: string[]]} Call @typedef {{definition: string, calls: Call[]}} Round */

/** The flagship instrument's own text. */
export const FLAGSHIP = read('../www/instruments/bt-synchronization.json')

/** Numbers from 0 to below 1, the same ones each time: a linear congruential generator. @param {number} seed */
const numbers = seed => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32

/** Every question, by definition. @returns {Round[]} */
export function rounds() {
  const flagship = JSON.parse(FLAGSHIP)
  const random = numbers(1)
  const generated = Array.from({ length: 300 }, () => document(flagship, random))
  const sheets = worked.sheets.map((/** @type {any} */ { role, answers, active_seconds }) => JSON.stringify({ role, answers, active_seconds }))
  const all = [...sheets, ...generated]
  const ids = [...flagship.scales, ...flagship.composites, ...flagship.bands].map(({ id }) => id)
  /** @type {Call[]} */
  const calls = [
    ['check'], ['squares', 'https://example.org/#r=1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC'], ['squares', 'x'.repeat(3000)],
    ...all.flatMap(answers => /** @type {Call[]} */ ([['finish', answers], ['progress', answers], ['link', answers]])),
    ...all.slice(0, 60).flatMap(answers => ids.map(id => /** @type {Call} */ (['explain', answers, id]))),
    ...all.slice(0, 100).flatMap((answers, n) => /** @type {Call[]} */ (['compare', 'change'].map(call => [call, answers, all[n + 1]]))),
    ...worked.refused.map((/** @type {any} */ { answers }) => ['finish', JSON.stringify({ answers })]),
    ...['0.1', '1e308', '5e-324', '-0', '33.333333333333336', '0.1000000000000000055511151231257827021181583404541015625', '1e400', '9007199254740993', '12.5'].flatMap(
      number => /** @type {Call[]} */ ([['finish', `{"answers":{"DT1":${number}}}`], ['explain', `{"answers":{"DT1":${number}}}`, 'demand.tension']])),
    // a document padded to the limit, one over it, and what is no document
    ...[' '.repeat(LARGEST - (all[0]?.length ?? 0)), ' '.repeat(LARGEST)].flatMap(pad => /** @type {Call[]} */ ([['finish', all[0] + pad], ['link', all[0] + pad], ['compare', all[0] + pad, all[1] + pad]])),
    ...['', '[', '['.repeat(LARGEST), '{"a":'.repeat(50_000), '\ufffd'.repeat(9), '{"answers":{"<b>":1}}'].flatMap(text => /** @type {Call[]} */ ([['finish', text], ['openLink', text]])),
    // a group: gathered, looked at, passed on, taken in
    ['gather', generated.join('\n'), ''], ['gather', sheets.join('\n'), 'A'], ['group', '{}'], ['calibration'], ['summary'],
    ['benchmark', '{"label":"Somewhere","date":"2025-01-01"}'], ['merge', 'last summary'], ['group', '{}'],
    ...all.slice(0, 30).map(answers => /** @type {Call} */ (['place', answers, 'last benchmark'])),
  ]
  return [{ definition: FLAGSHIP, calls }, ...ofLinks(), ...definitions()]
}

/** The vectors of links, for each definition. @returns {Round[]} */
function ofLinks() {
  const [, ...rows] = [...read('vectors/link.csv').matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g)].reduce((rows, [, cell = '', end]) => {
    rows.at(-1)?.push(cell.replace(/^"|"$/g, '').replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    return rows
  }, /** @type {string[][]} */ ([[]]))
  return [...new Set(rows.filter(row => row.length > 1).map(([name]) => name))].map(name => ({
    definition: read(`vectors/${name}`),
    calls: rows.filter(([of]) => of === name).flatMap(([, , text = '', , answers]) => /** @type {Call[]} */ ([
      ['openLink', text], ...(answers ? [['finish', answers], ['link', answers]] : []),
    ])),
  }))
}

/** Definitions good and bad, deep, and as large as one may be. @returns {Round[]} */
function definitions() {
  const kept = ['valid', 'invalid'].flatMap(folder => readdirSync(new URL(`../../definitions/${folder}`, import.meta.url))
    .filter(name => name.endsWith('.json')).map(name => read(`definitions/${folder}/${name}`)))
  const flagship = JSON.parse(FLAGSHIP)
  const { choice } = flagship.items.find((/** @type {any} */ { kind }) => kind.choice?.choices).kind
  // more items of the same kind until it is full
  for (let n = 0; JSON.stringify(flagship).length < LARGEST - 2000; n++) {
    flagship.items.push({ id: `Z${n}`, text: `More of the same, ${n}`, kind: { choice } })
    flagship.pages.at(-1).items?.push(`Z${n}`)
  }
  const large = JSON.stringify(flagship)
  const several = /** @type {Call[]} */ ([['finish', '{"answers":{"DT1":28,"Z1":2}}'], ['progress', '{}'], ['link', '{"answers":{"Z1":2}}']])
  return [...kept.map(definition => ({ definition, calls: /** @type {Call[]} */ ([['check'], ['finish', '{}']]) })),
    { definition: large, calls: several }, { definition: FLAGSHIP.padEnd(LARGEST), calls: several },
    { definition: '{"items":'.repeat(9999), calls: [['check']] }]
}

/** Answers as somebody might give them, some of them open and now and then an impossible one. @param {any} definition @param {() => number} random */
function document(definition, random) {
  const below = (/** @type {number} */ n) => Math.floor(random() * n)
  const pick = (/** @type {any[]} */ list) => list[below(list.length)]
  const set = (/** @type {any} */ { set, choices }) => choices ?? definition.choice_sets.find((/** @type {any} */ { id }) => id === set).choices
  const named = (/** @type {any} */ { id, value }) => id ?? value
  /** @param {any} kind @returns {unknown} */
  const answer = kind => {
    if (kind.number) return below(kind.number.max + 1)
    if (kind.choice) return named(pick(set(kind.choice)))
    if (kind.prediction) {
      const of = definition.items.find((/** @type {any} */ { id }) => id === kind.prediction.of).kind
      return of.ranking ? named(pick(set(of.ranking))) : answer(of)
    }
    if (kind.ranking) return set(kind.ranking).map(named).map((/** @type {any} */ id) => [random(), id]).sort().map(([, id]) => id)
    if (kind.grid) return Object.fromEntries(set({ set: kind.grid.rows }).map((/** @type {any} */ row) => [named(row), named(pick(set(kind.grid)))]))
    const parts = set(kind.allocation).map(named)
    let left = kind.allocation.total
    return Object.fromEntries(parts.map((/** @type {string} */ part, /** @type {number} */ n) => {
      const share = n === parts.length - 1 ? left : below(left + 1)
      left -= share
      return [part, share]
    }))
  }
  const given = definition.items.flatMap((/** @type {any} */ { id, kind }) => {
    const chance = random()
    return chance < 0.08 ? [] : [[id, chance < 0.16 ? 'dk' : chance < 0.161 ? 77.25 : answer(kind)]]
  })
  const answers = Object.fromEntries(given)
  return JSON.stringify({ role: named(pick(definition.roles)), answers, active_seconds: below(900) })
}

/** The script of a page that asks; `plain` in its address asks the script instead of the wasm. */
export const ASKING = `
const plain = location.search === '?plain'
const utf8 = text => new TextEncoder().encode(text)
const view = new DataView(new ArrayBuffer(8))
const bits = (key, value) => {
  if (value === undefined || typeof value === 'bigint' || value instanceof Map) throw new Error('a reply may not hold ' + value)
  if (typeof value !== 'number') return value
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(16)
}
const modules = {}
/** The memory of each module, where it can be seen. */
globalThis.memory = {}
let exports
if (!plain) WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given)
    exports = this.exports
  }
}
for (const name of ['compile', 'tautline', 'together', 'group']) {
  modules[name] = await import('./pkg/' + name + (plain ? '_plain.js' : '.js'))
  const module = plain ? undefined : await WebAssembly.compile(await (await fetch('./pkg/' + name + '_bg.wasm')).arrayBuffer())
  modules[name].initSync({ module })
  if (!plain) memory[name] = Object.values(exports).find(one => one instanceof WebAssembly.Memory)
}
const DOORS = { Assessment: 'tautline', Together: 'together', Group: 'group' }
globalThis.ask = async round => {
  const definition = utf8(round.definition), digests = [], last = {}
  const compiled = modules.compile.compile(definition)
  const form = utf8(compiled.ok?.value ?? '')
  const doors = Object.entries(DOORS).map(([door, name]) => new modules[name][door](definition, form))
  const replies = [compiled, ...round.calls.map(([method, ...given]) => {
    if (method === 'squares') return modules.together.squares(...given) ?? null
    const reply = doors.find(door => method in door)[method](...given.map(text => utf8(text.startsWith('last ') ? JSON.stringify(last[text.slice(5)]) : text)))
    last[method] = reply.ok?.value
    return reply
  })]
  for (const door of doors) door.free()
  for (const reply of replies) {
    const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(reply, bits)))
    digests.push(('refused' in Object(reply) ? 'refused ' : '') + Array.from(new Uint8Array(digest, 0, 12), byte => byte.toString(16).padStart(2, '0')).join(''))
  }
  return digests
}
document.documentElement.dataset.ready = ''
`
