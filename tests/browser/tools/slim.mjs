// Makes a bound wasm module small: node slim.mjs MODULE.wasm BINDINGS.js PROFILE [aligned] (both written in place)
// 1. What only words a panic goes: a panic ends in a trap either way, and the page says so in its own
//    words. The standard library cannot be built without it on stable Rust.
// 2. Closures of js-sys that nothing calls go: the table keeps them alive.
// 3. wasm-opt for size as it is sent. Calls compress better than copies, so nothing is inlined, and
//    functions that are merely alike are not merged: that costs 5 % raw and saves 4 % in gzip. A module
//    that was built for speed is optimized for speed here as well.
// 4. The words that these panics would have said, and where, are blanked in the data.
// 5. Loads and stores lose the hint how they are aligned, which engines do not need and which says two things of
//    one instruction; only a script made of the module needs it (aligned).
// 6. What crosses between the module and its bindings gets short names on both sides.
import binaryen from 'binaryen'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEVER_RETURNS = [
  'panicking', 'rust_panic', 'begin_unwind', 'FormatStringPayload', 'rust_oom', 'handle_alloc_error',
  'raw_vec.*handle_error', 'capacity_overflow', 'slice_index_fail', 'slice_error_fail', 'unwrap_failed',
  'assert_failed', 'len_mismatch_fail', 'throw_str',
]
const NEVER_CALLED = ['closures::_::invoke', 'jspi', 'core.*::fmt::Formatter', 'fmt::write']
const gone = new RegExp([...NEVER_RETURNS, ...NEVER_CALLED].join('|'))

const NEVER_SAID = [
  '(?:/rustc/|cargo/|src/)[-.\\w/]+\\.rs', 'capacity overflow', 'attempted to take ownership of Rust value while it was borrowed',
  'null pointer passed to rust', 'recursive use of an object detected which would lead to unsafe aliasing in rust',
  'internal error: entered unreachable code', 'called `Option::unwrap_throw\\(\\)` on a `None` value',
  'insertion index \\(is ', '\\) should be <= len \\(is ', 'removal index \\(is ', '\\) should be < len \\(is ',
  'closure invoked recursively or after being dropped', 'Tried to shrink to a larger capacity',
  'LazyCell instance has previously been poisoned', 'RefCell already (?:mutably )?borrowed',
]

const [file, bindings, profile, aligned] = process.argv.slice(2)
binaryen.setDebugInfo(true)
const module = binaryen.readBinary(readFileSync(file))
const functions = Array.from({ length: module.getNumFunctions() }, (_, n) => binaryen.getFunctionInfo(module.getFunctionByIndex(n)))
const found = functions.filter(({ name, base }) => base === '' && gone.test(name))
if (found.length < 10) {
  console.error(`${file}: functions have other names than expected; see the lists in slim.mjs.`)
  process.exit(1)
}
for (const { name, params, results } of found) {
  module.removeFunction(name)
  module.addFunction(name, params, results, [], module.unreachable())
}
writeFileSync(file, module.emitBinary())

// Never a wasm-opt from PATH: an old one refuses the module or makes it larger.
const optimizer = fileURLToPath(new URL('../node_modules/binaryen/bin/wasm-opt', import.meta.url))
const small = ['-Oz', '-aimfs=1', '-fimfs=1', '-ocimfs=1', '--skip-pass=merge-similar-functions', '--skip-pass=local-cse', '--converge']
optimize(...profile === 'wasm-fast' ? ['-O3'] : small, '--strip-debug', '--strip-producers')

const data = readFileSync(file, 'latin1')
writeFileSync(file, data.replace(new RegExp(NEVER_SAID.join('|'), 'g'), words => '\0'.repeat(words.length)), 'latin1')

const { imports, exports } = JSON.parse(optimize('--coalesce-locals-learning', '--reorder-locals', ...aligned ? [] : ['--dealign'], '--minify-imports-and-exports-and-modules', '--strip-target-features'))
let glue = readFileSync(bindings, 'utf8')
for (const [, long, short] of imports) glue = replaced(glue, `${long}: function`, `${short}: function`)
glue = replaced(glue, `"./${basename(bindings, '.js')}_bg.js": import0`, '"a": import0')
// What is left with its long name nothing imports any more.
glue = glue.replace(/^ {8}__wbg_\w+: function\(.*\) \{\n(?: {12}.*\n)* {8}\},\n/gm, '')
// Guards against what the engine never does: it keeps no object of an earlier instance, and frees nothing in one
// that has trapped.
glue = glue.replace(/^ {8}if \(this\.__wbg_inst !== undefined .*\n.*\n {8}\}\n/gm, '').replace(/^ +__wbg_call_guard\(\);\n/gm, '')
  .replace(/^ {8}try \{\n((?: {12}.*\n)+) {8}\} catch \(e\) \{\n(?: {12}.*\n)+ {8}\}\n/gm, '$1')
  .replace(/^ +Object\.defineProperty\(this, '__wbg_inst'.*\n/m, '')
// Nor does it leave one to the collector, give bytes for a module, or decode the 2 GiB that one decoder of Safari takes.
if (glue.includes('export class')) {
  shorter(/__destroy_into_raw\(\) \{\n[^}]+\}\n +(free\(\) \{\n).*\n( +wasm\.\w+\()ptr, 0\);\n/, '$1$2this.__wbg_ptr, 0);')
  shorter(/let ret;\n +ret = (.+)\n +this\.__wbg_ptr = ret;\n.*\n +return this;/, 'this.__wbg_ptr = $1')
  shorter(/^const \w+Finalization = .*\n(?: .*\n)+\}\);\n/m, '')
}
shorter(/\(cachedUint8ArrayMemory0 === null .*\) \{/, '(!cachedUint8ArrayMemory0?.length) {')
shorter(/^(let cachedTextDecoder .*\n)(?:.*\n)+?(function decodeText.*\n)(?:.*\n)+?( +return .*\n\})/m, '$1$2$3')
shorter(/^(export function __wbg_reset_state .*\n)(?: .*\n)+? +wasmInstance = (.*);\n.*\n/m, '$1    cachedUint8ArrayMemory0 = null;\n    wasm = $2.exports;\n')
shorter(/^function initSync\(module\) \{\n(?:.*\n)+?\}/m, `function initSync({ module }) {
    if (wasm) return;
    wasmModule = module;
    __wbg_reset_state();
}`)
// The rest is said in fewer words: results without a name, arrows, bytes as a pair of place and length.
shorter(/ +__proto__: null,\n/g, '')
shorter(/(?:let ret;\n +|const )ret = (.+)\n +return ret;/g, 'return $1')
shorter(/: function(\(.*\)) \{/g, ': $1 => {')
shorter(/(?<==> )\{(?:\n +\/\/.*)?\n +return (.+);\n +\},/g, '$1,')
const malloc = /passArray8ToWasm0\(\w+, (.+)\)/.exec(glue)?.[1]
for (const [lines, pointer, pass] of glue.matchAll(/^ +(?:const )?(ptr\d) = (passArray8ToWasm0\(\w+), .*\n.*\n/gm)) {
  glue = glue.replace(lines, '')
  shorter(new RegExp(`(wasm\\..*)${pointer}, len\\d`), `$1...${pass})`)
}
glue = glue.replace(/^ +let ptr0.*\n/gm, '')
shorter(/^function passArray8ToWasm0.*\n(?: .*\n)+/m, `function passArray8ToWasm0(arg) {
    const ptr = ${malloc}(arg.length, 1) >>> 0;
    getUint8ArrayMemory0().set(arg, ptr);
    return [ptr, arg.length];
`)
for (const [long, short] of exports) glue = glue.replace(new RegExp(`\\bwasm\\.${long}\\b`, 'g'), `wasm.${short}`)
writeFileSync(bindings, glue)

/** @param {string[]} passes */
function optimize(...passes) {
  return execFileSync(process.execPath, [optimizer, ...passes, file, '-o', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Says what matches in another way. @param {RegExp} from @param {string} to */
function shorter(from, to) {
  if (glue.search(from) < 0) missing(from)
  glue = glue.replace(from, to)
}

/** @param {string} text @param {string} from @param {string} to */
function replaced(text, from, to) {
  return text.split(from).length === 2 ? text.replace(from, to) : missing(from)
}

/** @param {string | RegExp} from @returns {never} */
function missing(from) {
  console.error(`${bindings}: ${from} does not stand there, or more than once.`)
  process.exit(1)
}
