// The two wasm modules as they are published, after everything was taken out of them: every bit of every
// worked score, every refusal of an answer, every problem of every broken definition, word for word.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'

const read = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const worked = JSON.parse(read('vectors/worked-examples.json'))

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: { '/core': '<!doctype html><html lang="en"><title>Core</title>' } })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A page with both modules. @param {import('node:test').TestContext} t */
async function withCore(t) {
  const { page } = await browser.page(t)
  await page.goto(`${server.url}core`)
  await page.evaluate(async () => {
    const [gate, core] = await Promise.all(['./pkg/compile.js', './pkg/tautline.js'].map(path => import(path)))
    await gate.default()
    await core.default()
    const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text)
    const definition = utf8(await (await fetch('./instruments/bt-synchronization.json')).text())
    const { ok } = gate.compile(definition)
    const assessment = new core.Assessment(definition, utf8(ok.value))
    Object.assign(globalThis, {
      compile: (/** @type {string} */ text) => gate.compile(utf8(text)),
      finish: (/** @type {object} */ document) => assessment.finish(utf8(JSON.stringify(document))),
    })
  })
  return page
}

test('every worked score has the bits it has natively', async t => {
  const page = await withCore(t)
  const lines = await page.evaluate(sheets => sheets.flatMap((/** @type {any} */ { name, role, answers, active_seconds }) => {
    const seconds = active_seconds === undefined ? {} : { active_seconds }
    const { scales, metrics } = /** @type {any} */ (globalThis).finish({ role, answers, ...seconds }).ok.value
    const bits = (/** @type {number | null} */ x) => {
      if (x === null) return 'null'
      const view = new DataView(new ArrayBuffer(8))
      view.setFloat64(0, x)
      return view.getBigUint64(0).toString(16).padStart(16, '0')
    }
    return [...scales, ...metrics].map(({ id, value, low, high }) => `${name} ${id} ${[value, low, high].map(bits).join(' ')}`)
  }), worked.sheets)
  assert.deepEqual(lines, read('golden/bits.txt').trim().split('\n'))
})

test('every refused answer is named with its place and help', async t => {
  const page = await withCore(t)
  for (const { name, answers } of worked.refused) {
    const reply = await page.evaluate(answers => /** @type {any} */ (globalThis).finish({ answers }), answers)
    const [item] = Object.keys(answers)
    assert.ok(reply.refused.problems.length > 0, name)
    for (const { at, message, help } of reply.refused.problems) {
      assert.ok(at.startsWith(`/answers/${item}`) && message && help, `${name}: ${at} ${message} ${help}`)
    }
  }
})

test('every broken definition has the problems it has natively', async t => {
  const page = await withCore(t)
  const folder = new URL('../definitions/invalid/', import.meta.url)
  const names = readdirSync(folder).filter(name => name.endsWith('.json'))
  assert.ok(names.length >= 70)
  for (const name of names) {
    const { problems } = await page.evaluate(text => /** @type {any} */ (globalThis).compile(text).refused, read(`definitions/invalid/${name}`))
    const lines = problems.map((/** @type {any} */ { line, column, at, severity, code, message, help }) =>
      `${line}:${column} ${at} ${severity}[${code}] ${message} | ${help}\n`)
    assert.equal(lines.join(''), read(`definitions/invalid/${name.replace('.json', '.txt')}`), name)
  }
})
