// Prints the sizes of a release and holds them against the budgets: node size.mjs DIST
// kB is 1000 bytes. Other lines than those of the budgets are for people.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { brotliCompressSync, constants } from 'node:zlib'
import { filesOf, partsOf } from '../harness/release.mjs'

const dist = process.argv[2] ?? 'dist'
if (!existsSync(join(dist, 'bundle.txt'))) {
  console.error('There is no release to measure: run `cargo xtask dist` first.')
  process.exit(1)
}

const parts = partsOf(dist)
const all = filesOf(dist)
const part = (/** @type {string[]} */ ...names) => names.map(name => `${parts}/${name}`)
const matching = (/** @type {RegExp} */ pattern) => all.filter(name => pattern.test(name.replace(`${parts}/`, '@/')))

const wasm = part('pkg/tautline_bg.wasm')
const scripts = part('tautline.js', 'index.css')
// The page holds its definition, its wording, and a copy of the script and the style.
const first = ['index.html', 'icon.png', ...wasm]
const single = all.filter(name => /^[^/]*\.html$/.test(name) && existsSync(join(dist, name.replace(/html$/, 'json'))))

/** What is measured together; `kB` of gzip, `raw` of all bytes. @type {{name: string, files: string[], kB: number, raw?: number, help: string}[]} */
const BUDGETS = [
  { name: 'wasm', files: wasm, kB: 48,
    help: 'see what grew with twiggy: a new generic, an iterator chain, formatted floats, a clone' },
  { name: 'scripts and styles', files: scripts, kB: 24,
    help: 'see what grew with `esbuild --analyze`; wording belongs in the texts' },
  { name: 'first load', files: first, kB: 85,
    help: 'the parts stand above; load later what the first screen does not need' },
  { name: 'single file', files: single, kB: 100, raw: 140,
    help: 'it holds the widget, links and the definition; nothing that only some readers need' },
  { name: 'one module with all inside', files: part('whole.js'), kB: 92,
    help: 'it holds what the single file holds but the definition' },
  // The gate of benchmark files and what shows them are 7 kB of it.
  { name: 'shared results', files: part('together.js', 'texts/en-together.json', 'pkg/together_bg.wasm'), kB: 105,
    help: 'views of the widget that it does not share with the page are in it twice' },
  { name: 'page of a group', files: ['group.html', ...part('group.js', 'group-worker.js', 'texts/en-group.json', 'pkg/group_bg.wasm')], kB: 150,
    help: 'nothing on it has to wait for the widget, and its core is built for speed, so it may hold more' },
  // Beside the core and what shared results and the page of a group load, which it asks for all at once.
  { name: 'page of a workshop', files: ['workshop.html', ...part('workshop.js', 'texts/en-workshop.json')], kB: 40,
    help: 'it holds the widget and the figures of a group, each of them once more; the rest is its own' },
  { name: 'a definition not compiled', files: part('pkg/compile.js', 'pkg/compile_bg.wasm'), kB: 72,
    help: 'only the gate belongs into this module' },
  // In the place of the core of a reader's page.
  { name: 'what the wider language needs', files: part('wide.js', 'texts/en-wide.json', 'pkg/wide_bg.wasm'), kB: 80,
    help: 'kinds of items and parts of a result that only some definitions have' },
  { name: 'core of the studio', files: part('pkg/studio_bg.wasm'), kB: 800,
    help: 'only authors load it; a parser of another format or a table of characters weighs most' },
  // Two thirds of it are the text editor.
  { name: 'page of the studio', files: ['studio.html', ...part('studio.js', 'studio-worker.js', 'texts/en-studio.json', 'pkg/editor.js')], kB: 240,
    help: 'only authors load it; it holds the widget once more' },
  { name: 'core as a script', files: part('pkg/tautline_plain.js'), kB: 75,
    help: 'it grows with the core; see plain.mjs' },
  { name: 'page for publishers', files: ['embed.html', ...part('embed-page.js', 'texts/en-embed-page.json')], kB: 14,
    help: 'words and code to copy; the previews load the rest' },
  { name: 'form on paper', files: ['form.html'], kB: 20, help: 'questions and key of the definition' },
  { name: 'packages for learning systems', files: matching(/^lms\/.*\.zip$/), kB: 212, help: 'the single file with an adapter, twice' },
  { name: 'what keeps a site offline', files: matching(/^sw\.js$|^manifest/), kB: 3.5,
    help: 'a list of files and little more' },
  { name: 'script for frames', files: ['resize.js'], kB: 1, help: 'it listens for a height and tells an address' },
]

/** @param {string} name */
function sizeOf(name) {
  const bytes = readFileSync(join(dist, name))
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  const gzip = execFileSync('gzip', ['-9nc'], { input: bytes, maxBuffer: 64 * 1024 * 1024 })
  return [bytes.length, gzip.length, brotli.length]
}
const sizes = new Map(all.map(name => [name, sizeOf(name)]))
const sum = (/** @type {string[]} */ names) => [0, 1, 2].map(column => names.reduce((total, name) => total + (sizes.get(name)?.[column] ?? 0), 0))

const row = (/** @type {string} */ name, /** @type {(string | number)[]} */ cells) =>
  console.log(name.padEnd(44) + cells.map(cell => String(cell).padStart(10)).join(''))
row('file', ['raw', 'gzip -9', 'brotli'])
for (const [name, columns] of sizes) row(name, columns)
console.log()
row('together', ['raw', 'gzip -9', 'brotli'])
for (const { name, files } of BUDGETS) row(name, sum(files))
console.log()

for (const { name, files, kB, raw = Infinity, help } of BUDGETS) {
  const [bytes = 0, gzip = 0] = sum(files).map(size => size / 1000)
  const missing = files.length === 0 || files.some(file => !sizes.has(file))
  if (missing) console.log(`OVER BUDGET: ${name} lacks a file of ${files}`)
  else if (gzip <= kB && bytes <= raw) console.log(`within budget: ${name} ${gzip.toFixed(1)} of ${kB} kB gzip${raw < Infinity ? `, ${bytes.toFixed(1)} of ${raw} kB` : ''}`)
  else console.log(`OVER BUDGET: ${name} ${gzip.toFixed(1)} of ${kB} kB gzip, ${bytes.toFixed(1)} kB; ${help}`)
  if (missing || gzip > kB || bytes > raw) process.exitCode = 1
}
