import core from 'tautline/core.wasm?url'
import definition from 'tautline/definition.json'
import { init } from 'tautline/slim'
import { show } from './show'

// not compiled: the gate has to be found as well
const { compiled, ...source } = definition as { compiled?: string }
void compiled
show(source)
init(core)
