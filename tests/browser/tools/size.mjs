// Prints the sizes of a release and holds them against the budgets: node size.mjs DIST
// kB is 1000 bytes. Other lines than those of the budgets are for people.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = process.argv[2] ?? 'dist'
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no release to measure: run `cargo xtask dist` first.')
  process.exit(1)
}

const atRoot = (/** @type {string} */ end) => readdirSync(dist).filter(name => name.endsWith(end)).sort()
const scripts = ['tautline.js', ...atRoot('.css')]
const together = ['together.js', 'texts/en-together.json', 'pkg/together_bg.wasm']
const group = ['group.html', 'group.js', 'group-worker.js', 'texts/en-group.json', 'pkg/group_bg.wasm']
// Beside the core and what shared results and the page of a group load, which it asks for all at once.
const workshop = ['workshop.html', 'workshop.js', 'texts/en-workshop.json']
const wasm = 'pkg/tautline_bg.wasm'
const gate = ['pkg/compile.js', 'pkg/compile_bg.wasm']
const instruments = readdirSync(join(dist, 'instruments')).map(name => `instruments/${name}`).sort()
// The page holds its definition, its wording, and a copy of the script and the style.
const first = ['index.html', 'icon.png', wasm]

const sizes = new Map([...new Set([...scripts, ...first, ...instruments, 'texts/en.json', ...gate, ...together, ...group, ...workshop])].map(name => {
  const bytes = readFileSync(join(dist, name))
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  const gzip = execFileSync('gzip', ['-9nc'], { input: bytes })
  return [name, [bytes.length, gzip.length, brotli.length]]
}))
const sum = (/** @type {string[]} */ names) =>
  [0, 1, 2].map(column => names.reduce((total, name) => total + (sizes.get(name)?.[column] ?? 0), 0))

const row = (/** @type {string} */ name, /** @type {(string | number)[]} */ cells) =>
  console.log(name.padEnd(40) + cells.map(cell => String(cell).padStart(10)).join(''))
row('file', ['raw', 'gzip -9', 'brotli'])
for (const [name, columns] of sizes) row(name, columns)
row('all scripts and styles', sum(scripts))
row('first load of the page', sum(first))
row('more for a definition not compiled', sum(gate))
row('more when a result is shared', sum(together))
row('the page of a group', sum(group))
row('the page of a workshop, beside them', sum(workshop))
console.log()

const BUDGETS = [
  { name: 'wasm', files: [wasm], kB: 48,
    help: 'see what grew with twiggy: a new generic, an iterator chain, formatted floats, a clone' },
  { name: 'scripts and styles', files: scripts, kB: 24,
    help: 'see what grew with `esbuild --analyze`; wording belongs in the texts' },
  { name: 'first load', files: first, kB: 85,
    help: 'the parts stand above; load later what the first screen does not need' },
  // The gate of benchmark files and what shows them are 7 kB of it.
  { name: 'shared results', files: together, kB: 94,
    help: 'views of the widget that it does not share with the page are in it twice' },
  { name: 'page of a group', files: group, kB: 140,
    help: 'nothing on it has to wait for the widget, and its core is built for speed, so it may hold more' },
  { name: 'page of a workshop', files: workshop, kB: 40,
    help: 'it holds the widget and the figures of a group, each of them once more; the rest is its own' },
  { name: 'a definition not compiled', files: gate, kB: 56,
    help: 'only the gate belongs into this module' },
]
for (const { name, files, kB, help } of BUDGETS) {
  const used = (sum(files)[1] ?? 0) / 1000
  if (used <= kB) console.log(`within budget: ${name} ${used.toFixed(1)} of ${kB} kB gzip`)
  else {
    console.log(`OVER BUDGET: ${name} ${used.toFixed(1)} of ${kB} kB gzip; ${help}`)
    process.exitCode = 1
  }
}
