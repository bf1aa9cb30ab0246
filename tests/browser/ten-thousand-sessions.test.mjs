// A page that stays open: 10,000 sessions of start, answers, result and erasing, by what the element offers its
// page. After the first thousand nothing grows: the memory of the core, nodes, listeners, the heap of the page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isFirefox, launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { watchEvents } from './harness/walk.mjs'
import { compile, initSync } from '../../www/pkg/compile.js'
import { readFileSync } from 'node:fs'

const EARLY = 1_000
const SESSIONS = 10_000
const MIB = 2 ** 20

const DEFINITION = {
  format: 1, id: 'small', version: '1.0', title: 'Small check', language: 'en', license: 'none', dont_know: 'No idea',
  choice_sets: [{ id: 'yn', choices: [{ value: 1, label: 'No' }, { value: 2, label: 'Yes' }] }],
  items: [
    { id: 'A', text: 'One?', kind: { choice: { set: 'yn' } } },
    { id: 'B', text: 'Two?', kind: { choice: { set: 'yn' } }, show_if: 'A == 2' },
  ],
  pages: [{ title: 'Page', items: ['A', 'B'] }],
  scales: [{ id: 's', title: 'S', higher: 'more', missing: { scored: 1, provisional: 1 }, members: [{ item: 'A', key: '+', weight: 1 }] }],
}

/** The definition with its compiled form, so that the page needs one module of the core only. */
function compiled() {
  initSync({ module: new WebAssembly.Module(readFileSync(new URL('../../www/pkg/compile_bg.wasm', import.meta.url))) })
  const reply = compile(new TextEncoder().encode(JSON.stringify(DEFINITION)))
  assert.ok('ok' in reply, JSON.stringify(reply))
  return JSON.stringify({ ...DEFINITION, compiled: reply.ok.value })
}

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: { '/small': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<script type="module" src="./define.js"></script>
${`<taut-line><script type="application/json">${compiled()}</script></taut-line>`.repeat(2)}</html>` } })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** Lets a test see the memory of every core, which a module shows to nobody else. Runs in the page. */
function watchMemory() {
  const memories = /** @type {WebAssembly.Memory[]} */ ([])
  const { Instance } = WebAssembly
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given)
      memories.push(...Object.values(/** @type {WebAssembly.Instance} */ (instance).exports).filter(one => one instanceof WebAssembly.Memory))
      return instance
    },
  })
  Object.assign(globalThis, { memories })
}

/**
 * Sessions one after the other, each to its result and erased. Runs in the page, with the second of two widgets,
 * which saves nothing: sessions are so short that the disk would come to lag behind them. @param {number} times
 */
async function sessions(times) {
  const element = /** @type {import('../../www/taut-line.js').TautLine} */ (document.querySelector('taut-line + taut-line'))
  const root = /** @type {ShadowRoot} */ (element.shadowRoot)
  /** @param {string} selector */
  const shown = async selector => { while (!root.querySelector(selector)) await new Promise(resolve => setTimeout(resolve)) }
  for (let n = 0; n < times; n++) {
    const complete = new Promise(resolve => element.addEventListener('taut-complete', resolve, { once: true }))
    element.answers = { instrument: 'small', version: '1.0', answers: { A: 1 + n % 2, ...n % 2 && { B: 2 } } }
    element.finish()
    const { detail: { answers: { answers } } } = await complete
    if (answers.A !== 1 + n % 2) throw new Error(`session ${n}: ${JSON.stringify(answers)}`)
    element.reset()
    await shown('.intro')
  }
}

test(`${SESSIONS} sessions: what ${EARLY} of them needed is enough for all`, async t => {
  const { page, context, errors } = await browser.page(t)
  await watchEvents(page)
  await page.addInitScript(watchMemory)
  await page.goto(`${server.url}small`)
  await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.filter(([/** @type {string} */ kind]) => kind === 'taut-ready').length === 2)
  // the events that the harness keeps are no part of the widget
  const inspector = isFirefox ? undefined : await context.newCDPSession(page)
  await inspector?.send('Performance.enable')
  async function collected() {
    await inspector?.send('HeapProfiler.collectGarbage')
    return (await inspector?.send('Performance.getMetrics'))?.metrics ?? []
  }
  async function measured() {
    // what is let go of late, such as what a timer held, goes in a further round
    let metrics = await collected()
    for (let before; before !== of('Nodes'); metrics = await collected()) before = of('Nodes')
    /** @param {string} name */
    function of(name) { return metrics.find(metric => metric.name === name)?.value ?? 0 }
    const inside = await page.evaluate(() => {
      const { memories, heard } = /** @type {any} */ (globalThis)
      heard.length = 0
      const root = document.querySelector('taut-line + taut-line')?.shadowRoot
      return {
        pages: memories.map((/** @type {WebAssembly.Memory} */ memory) => memory.buffer.byteLength / 65_536),
        elements: document.querySelectorAll('*').length + (root?.querySelectorAll('*').length ?? 0), sheets: root?.adoptedStyleSheets.length,
      }
    })
    const cleared = await collected()
    return { ...inside, nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: cleared.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0 }
  }
  const begun = performance.now()
  await page.evaluate(sessions, EARLY)
  const early = await measured()
  await page.evaluate(sessions, SESSIONS - EARLY)
  const late = await measured()
  t.diagnostic(`${SESSIONS} sessions in ${((performance.now() - begun) / 1000).toFixed(1)} s: ${JSON.stringify({ early, late })}`)
  const { heap, ...constant } = late
  assert.deepEqual(constant, { ...constant, pages: early.pages, elements: early.elements, sheets: early.sheets, nodes: early.nodes, listeners: early.listeners })
  assert.equal(early.pages.length, 1)
  assert.ok(heap - early.heap <= MIB, `the heap grew by ${((heap - early.heap) / MIB).toFixed(2)} MiB`)
  assert.deepEqual(errors, [])
})
