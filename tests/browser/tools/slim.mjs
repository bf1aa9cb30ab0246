// Makes a bound wasm module small: node slim.mjs MODULE.wasm (written in place)
// 1. What only words a panic goes: a panic ends in a trap either way, and the page says so in its own
//    words. The standard library cannot be built without it on stable Rust.
// 2. Closures of js-sys that nothing calls go: the table keeps them alive.
// 3. wasm-opt for size as it is sent. Calls compress better than copies, so nothing is inlined, and
//    functions that are merely alike are not merged: that costs 5 % raw and saves 4 % in gzip.
import binaryen from 'binaryen'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const NEVER_RETURNS = [
  'panicking', 'rust_panic', 'begin_unwind', 'FormatStringPayload', 'rust_oom', 'handle_alloc_error',
  'raw_vec.*handle_error', 'capacity_overflow', 'slice_index_fail', 'slice_error_fail', 'unwrap_failed',
  'assert_failed', 'len_mismatch_fail', 'throw_str',
]
const NEVER_CALLED = ['closures::_::invoke', 'jspi', 'core.*::fmt::Formatter', 'fmt::write']
const gone = new RegExp([...NEVER_RETURNS, ...NEVER_CALLED].join('|'))

const [file] = process.argv.slice(2)
binaryen.setDebugInfo(true)
const module = binaryen.readBinary(readFileSync(file))
module.setFeatures(binaryen.Features.All)
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
execFileSync(process.execPath, [optimizer, '-Oz', '-aimfs=1', '-fimfs=1', '-ocimfs=1',
  '--skip-pass=merge-similar-functions', '--skip-pass=local-cse', '--converge',
  '--strip-debug', '--strip-producers', '--strip-target-features', file, '-o', file], { stdio: 'inherit' })
