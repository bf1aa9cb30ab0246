// Writes a bound wasm module as a script: node plain.mjs MODULE.wasm BINDINGS.js PROFILE OUT.js
// For pages that let no wasm run. The module was bound without references, because a script has one table and
// no second one for objects of the page; these lie in a list of the bindings.
import binaryen from 'binaryen'
import { transform } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Pages of 64 KiB: what a phone can still promise at once, and a group of a million needs less. */
const MOST = 2048

const [file = '', bindings = '', profile = '', out = ''] = process.argv.slice(2)
const tool = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const run = (/** @type {string[]} */ ...command) => execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] })

let glue = readFileSync(bindings, 'utf8')

// 1. Where the objects begin that can be dropped, the module asks a module that only wasm-bindgen knows.
const [first] = parted(glue, /if \(idx < (\d+)\) return;/)
const XFORM = '__wbindgen_externref_xform__'
cut(`import * as import1 from "${XFORM}"\n`)
cut(`        "${XFORM}": import1,\n`)
binaryen.setDebugInfo(true)
const module = binaryen.readBinary(readFileSync(file))
const functions = Array.from({ length: module.getNumFunctions() }, (_, n) => binaryen.getFunctionInfo(module.getFunctionByIndex(n)))
const asked = functions.filter(({ module }) => module === XFORM)
if (asked.length !== 1 || asked[0]?.base !== '__wbindgen_externref_statics_end') stop(`${file}: asks other things of ${XFORM} than expected.`)
for (const { name, params, results } of asked) {
  module.removeFunction(name)
  module.addFunction(name, params, results, [], module.i32.const(Number(first)))
}
writeFileSync(file, module.emitBinary())
writeFileSync(bindings, glue)

// 2. Smaller by the same means, then in the words of the first wasm, which are those that a script has.
run(tool('slim.mjs'), file, bindings, profile, 'aligned')
glue = readFileSync(bindings, 'utf8')
const FEATURES = ['bulk-memory', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'multivalue', 'reference-types'].map(name => `--enable-${name}`)
const LOWER = ['--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering', '--signext-lowering']
run(tool('../node_modules/binaryen/bin/wasm-opt'), ...FEATURES, ...LOWER, file, '-o', file)
let core = run(tool('../node_modules/binaryen/bin/wasm2js'), '-O', file).replace(/^import .*\n/gm, '')
core = core.slice(0, core.indexOf('\nvar retasmFunc = '))

// 3. All the memory that the core may take is there from the start, untouched until it is used, and growing only
//    counts: as written by wasm2js it moves to a new buffer while the bindings go on in the old one, and a core
//    that may not grow any more is told that it has grown.
const [most] = parted(core, /&& \(newPages <= (\d+)\)\) \{/)
const pages = Math.min(Number(most), MOST)
const [begin] = parted(core, /var buffer = new ArrayBuffer\((\d+)\)/)
replaceIn(`var buffer = new ArrayBuffer(${begin})`, `var buffer = new ArrayBuffer(${pages} << 16)`)
const [size] = parted(core, /( function __wasm_memory_size\(\) \{\n(?:  .*\n)+ \}\n)/)
const [grow] = parted(core, /( function __wasm_memory_grow\(pagesToAdd\) \{\n(?:  .*\n)+ \}\n)/)
replaceIn(size, ` var pages = ${Number(begin) >> 16};\n function __wasm_memory_size() { return pages }\n`)
replaceIn(grow, ` function __wasm_memory_grow(more) {
  more = more >>> 0;
  if (more > ${pages} - pages) return -1;
  pages += more;
  return pages - more;
 }
`)

// 4. Bytes of the data as characters: base64 hides from gzip what is alike in them.
core = core.replace(/^ {2}var base64ReverseLookup [^]*?^ {2}}\n(?=function initActiveSegments)/m, `  function put(at, text) {
   for (var i = 0; i < text.length; i++) bufferView[at + i] = text.charCodeAt(i);
  }
`).replace(/base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g,
  (_, at, text) => `put(${at}, ${JSON.stringify(Buffer.from(text, 'base64').toString('latin1'))})`)
if (/base64[A-Z]/.test(core)) stop(`${file}: the data stands there otherwise than expected.`)

// 5. A new instance is a call; what loads and compiles wasm goes.
cut('    wasm.__wbindgen_start();\n')
change('new WebAssembly.Instance(wasmModule, __wbg_get_imports())', '{ exports: asmFunc(__wbg_get_imports()) }')
const [rest] = parted(glue, /(let wasmModule, wasmInstance, wasm;\n[^]*)/)
change(rest, `let wasmInstance, wasm;
export function initSync() {
  if (!wasm) __wbg_reset_state();
}
`)
if (/WebAssembly|\beval\b|\bFunction\b/.test(core + glue)) stop(`${out}: a page that lets no wasm run would not let this run either.`)
const define = { 'Symbol.dispose': 'undefined', FinalizationRegistry: 'undefined' }
const { code } = await transform(core + glue, { format: 'esm', target: 'es2022', minify: true, treeShaking: true, charset: 'utf8', legalComments: 'none', define })
// The pages that may import it are type-checked, and it is theirs by its bindings only.
writeFileSync(out, `// @ts-nocheck\n${code}`)

/** The one place where this stands, by its first group. @param {string} text @param {RegExp} what @returns {[string, ...string[]]} */
function parted(text, what) {
  const [match, another] = text.matchAll(new RegExp(what, 'g'))
  if (!match || another) stop(`${file}: ${what} does not stand there once.`)
  return [match[1] ?? '']
}

/** @param {string} text @param {string} from @param {string} to */
function replaced(text, from, to) {
  if (text.split(from).length !== 2) stop(`${file}: "${from}" does not stand there once.`)
  return text.replace(from, () => to)
}
/** @param {string} from @param {string} to */
function replaceIn(from, to) { core = replaced(core, from, to) }
/** @param {string} from @param {string} to */
function change(from, to) { glue = replaced(glue, from, to) }
/** @param {string} line */
function cut(line) { change(line, '') }

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
