// Each call to a store fails once, in every way a store can fail: within a second either everything is kept or the
// page says that it is not; nothing is lost on screen; whatever was kept is there when storage works again.
import { build } from 'esbuild'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch } from './harness/browser.mjs'
import { failNth } from './harness/faults.mjs'
import { shared } from './harness/shared.mjs'
import { NOT_SAVED } from './harness/stores.mjs'

const www = (/** @type {string} */ path) => fileURLToPath(new URL(`../../www/${path}`, import.meta.url))
const yesNo = (/** @type {string} */ id) => ({ id, text: `${id}?`, kind: { choice: { set: 'yn' } } })
const DEFINITION = {
  format: 1, id: 'tiny', version: '1.0', title: 'Tiny', language: 'en', license: 'none', source: [], intro: ['Tiny.'], about: [],
  glossary: [], dont_know: 'No idea', roles: [], dimensions: [{ id: 'd', title: 'D' }],
  choice_sets: [{ id: 'yn', choices: [{ value: 1, label: 'No' }, { value: 2, label: 'Yes' }] }],
  items: [...'ABCDEF'].map(yesNo),
  pages: [{ title: 'One', items: ['A', 'B', 'C'] }, { title: 'Two', items: ['D', 'E', 'F'] }],
  scales: [{ id: 's', title: 'S', higher: 'more', missing: { scored: 1, provisional: 1 }, members: [{ item: 'A', key: '+', weight: 1 }] }],
}

// One script in place of forty, since it is loaded hundreds of times.
const { outputFiles: [bundle] } = await build({
  entryPoints: [www('define.js')], bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', external: ['./local-storage.js', './pkg/compile.js', './together.js'],
})
const block = (/** @type {string} */ attributes, /** @type {string} */ data) => `<script type="application/json" ${attributes}>${data.replaceAll('<', '\\u003c')}</script>`
const { browser, server } = await shared({
  pages: {
    '/host': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title></html>',
    '/case': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Case</title>
<script>(${failNth})(JSON.parse(decodeURIComponent(location.search.slice(1))));
HTMLAnchorElement.prototype.click = () => {}; URL.createObjectURL = blob => { globalThis.file = blob; return '#' }</script>
<script type="module" src="./bundle.js"></script>
${block('id="taut-texts"', readFileSync(www('texts/en.json'), 'utf8'))}<taut-line>${block('', JSON.stringify(DEFINITION))}</taut-line></html>`,
  },
  // The core is not what this is about.
  change: path => (path === '/bundle.js' ? { body: bundle?.text ?? '' } : path.endsWith('.wasm') ? { status: 404, body: '' } : undefined),
})

/** The whole of a case, in the page that holds the frames. @param {{plan: import('./harness/faults.mjs').Plan, suffix: string, left: string, notSaved: string}} given */
async function run({ plan, suffix, left, notSaved }) {
  const pause = (/** @type {number} */ time) => new Promise(done => setTimeout(done, time))
  /** @type {(condition: () => any, what: string) => Promise<any>} */
  const until = async (condition, what) => {
    for (const end = performance.now() + 8000; performance.now() < end; await pause(5)) {
      const met = condition()
      if (met) return met
    }
    throw new Error(`waited for ${what}`)
  }
  /** @param {object} how */
  const open = async how => {
    const frame = document.createElement('iframe')
    frame.src = `/case?${encodeURIComponent(JSON.stringify(how))}`
    document.body.append(frame)
    await until(() => frame.contentDocument?.querySelector('taut-line'), 'the element')
    const scope = /** @type {any} */ (frame.contentWindow)
    const element = scope.document.querySelector('taut-line')
    element.setAttribute('storage-key', suffix)
    const root = await until(() => element.shadowRoot?.querySelector('.taut') && element.shadowRoot, 'the first screen')
    const press = async (/** @type {string} */ name) => (await until(() => [...root.querySelectorAll('button')].find((/** @type {HTMLElement} */ { textContent }) => textContent === name), name)).click()
    return {
      scope, root, press, close: () => frame.remove(),
      notice: () => [...root.querySelectorAll('[role=alert]')].some(({ textContent }) => textContent.includes(notSaved)),
      file: async () => {
        await press('Save answers to a file')
        return JSON.parse(await scope.file.text()).answers
      },
    }
  }
  const database = await new Promise(done => {
    const request = indexedDB.open('tautline', 1)
    request.onupgradeneeded = () => { for (const name of ['entries', 'aside']) request.result.createObjectStore(name, { autoIncrement: true }) }
    request.onsuccess = () => done(request.result)
  })
  /** What is kept, of each answer the one with the higher number, or the one made blind. @returns {Promise<{[id: string]: {a: any, n: number}}>} */
  const stored = () => new Promise(done => {
    const found = /** @type {{[id: string]: {a: any, n: number}}} */ ({})
    const take = (/** @type {string} */ id, /** @type {any} */ entry) => { if (id && (entry.blind || !(found[id]?.n >= entry.n))) found[id] = entry }
    const cursors = database.transaction('entries').objectStore('entries').openCursor()
    cursors.onsuccess = () => {
      const cursor = cursors.result
      if (cursor) {
        if (cursor.key[0].endsWith(`-${suffix}`)) take(cursor.key[1], cursor.value)
        return cursor.continue()
      }
      for (const name of Object.keys(localStorage)) {
        if (!name.startsWith('[')) continue
        const [key, id] = JSON.parse(name)
        if (key.endsWith(`-${suffix}`)) try { take(id, JSON.parse(localStorage.getItem(name) ?? '')) } catch {}
      }
      done(found)
    }
  })

  const problems = /** @type {string[]} */ ([])
  const entered = /** @type {{[id: string]: any}} */ ({})
  /** What each item may hold afterwards: the last that was kept, or anything later. @type {{[id: string]: any[]}} */
  const may = {}
  if (left) {
    // What stood in for the database before, and now goes back.
    localStorage.setItem(left + suffix, '1')
    for (const [id, a] of [['A', 2], ['F', 2]]) {
      localStorage.setItem(JSON.stringify([left + suffix, id]), JSON.stringify({ a, n: 1, blind: true }))
      entered[String(id)] = a
      may[String(id)] = [a]
    }
  }
  let slowest = 0
  let told = false
  const settle = async (/** @type {string} */ step) => {
    // In time that this page was given: on a busy machine all of its timers are late.
    let took = 0
    for (let wait = 10; ; wait = Math.min(wait * 2, 60)) {
      await pause(wait)
      took += wait
      const found = await stored()
      if (frame.notice()) {
        told = true
        slowest = Math.max(slowest, took)
        return
      }
      if (Object.entries(entered).every(([id, a]) => (found[id]?.a ?? null) === a)) {
        for (const [id, a] of Object.entries(entered)) may[id] = [a]
        return
      }
      if (took > 1000) {
        problems.push(`${step}: neither kept nor told after a second`)
        return
      }
    }
  }
  const answer = async (/** @type {string} */ id, /** @type {number} */ value) => {
    (await until(() => frame.root.querySelector(`[data-item=${id}] .options input[value="${value}"]`), id)).click()
    entered[id] = value
    may[id] = [...may[id] ?? [null], value]
    await settle(`${id} = ${value}`)
  }

  const frame = await open(plan)
  if (left) {
    // The person sees what was left before going on, however slow it comes; unless it does not come.
    await Promise.race([until(() => frame.root.querySelector('.saving')?.textContent || frame.notice(), 'what was left'), pause(1000)])
  }
  await (await until(() => [...frame.root.querySelectorAll('button')].find(({ textContent }) => /^(Start|Continue)$/.test(textContent)), 'the way on')).click()
  await settle('start')
  await answer('A', 1)
  await answer('B', 2)
  await answer('C', 1)
  await frame.press('Next')
  await settle('next')
  await answer('D', 1)
  await answer('E', 2)
  await frame.press('Undo')
  entered['E'] = null
  may['E']?.push(null)
  await settle('undo')
  await answer('F', 1)
  const onScreen = await frame.file()
  for (const [id, a] of Object.entries(entered)) if ((onScreen[id] ?? null) !== a) problems.push(`${id} is ${onScreen[id]} on screen, not ${a}`)
  const { calls, failed, errors } = frame.scope.faults
  frame.close()

  const again = await open({ nth: 0 })
  const wrong = async () => {
    const there = await again.file()
    return Object.entries(may).flatMap(([id, values]) => (values.includes(there[id] ?? null) ? [] : [`${id} is ${there[id]} afterwards, not ${values.join(' or ')}`]))
  }
  let afterwards = await wrong()
  for (let tries = 0; afterwards.length > 0 && tries < 100; tries++) {
    await pause(50)
    afterwards = await wrong()
  }
  problems.push(...afterwards)
  again.close()
  // The next case need not read past this one.
  const entries = database.transaction('entries', 'readwrite').objectStore('entries')
  const key = await new Promise(done => {
    entries.getAllKeys().onsuccess = (/** @type {any} */ { target }) => {
      const own = target.result.filter((/** @type {string[]} */ [key]) => key?.endsWith(`-${suffix}`))
      for (const one of own) entries.delete(one)
      done(own[0]?.[0].slice(0, -suffix.length))
    }
  })
  database.close()
  return { calls, failed, told, slowest, key, problems: [...problems, ...errors] }
}

const MODES = /** @type {const} */ (['throws', 'does nothing', 'lies', 'never answers'])

test('every call to a store fails once, in every way', async t => {
  const begun = Date.now()
  const host = async (from = browser) => {
    const made = await from.page()
    await made.page.goto(`${server.url}host`)
    return made
  }
  const { page: only, context } = await host()
  let cases = 0
  const once = (/** @type {any} */ plan, left = '', page = only) => page.evaluate(`(${run})(${JSON.stringify({ plan, suffix: `case${++cases}`, left, notSaved: NOT_SAVED })})`).then(result => /** @type {Awaited<ReturnType<typeof run>>} */ (result))

  const healthy = await once({ nth: 0 })
  const refused = await once({ nth: 0, refused: true })
  assert.deepEqual([...healthy.problems, ...refused.problems], [])
  const { key } = healthy
  const moved = await once({ nth: 0 }, key)
  assert.deepEqual(moved.problems, [])
  await context.close()
  assert.ok(healthy.calls > 40 && refused.calls > 20 && moved.calls > healthy.calls, JSON.stringify([healthy.calls, refused.calls, moved.calls]))

  /** @type {[any, string][]} */
  const plans = []
  for (const mode of MODES) {
    for (let nth = 1; nth <= healthy.calls; nth++) plans.push([{ nth, mode }, ''])
    // What is asked of localStorage answers at once, or not at all.
    if (mode !== 'never answers') for (let nth = 1; nth <= refused.calls; nth++) plans.push([{ nth, mode, refused: true }, ''])
    // Beyond that it goes on as above.
    for (let nth = 1; nth <= moved.calls - healthy.calls + 8; nth++) plans.push([{ nth, mode }, key])
  }
  const total = plans.length
  /** @type {string[]} */
  const problems = []
  const hit = new Set()
  let [told, slowest] = [0, 0]
  const work = async (/** @type {typeof plans} */ plans, /** @type {import('playwright-core').Page} */ page) => {
    for (let plan = plans.pop(); plan; plan = plans.pop()) {
      const late = new Promise((_, reject) => setTimeout(reject, 60_000, 'did not end').unref())
      const result = await Promise.race([once(...plan, page), late]).catch(error => ({ failed: '', told: false, slowest: 0, problems: [String(error)] }))
      hit.add(result.failed)
      told += Number(result.told)
      slowest = Math.max(slowest, result.slowest)
      for (const problem of result.problems) problems.push(`${JSON.stringify(plan)} ${result.failed}: ${problem}`)
    }
  }
  // The frames of one page share its thread, so there are two; and a driven browser tires of very many. Only one of the
  // two is in front, and Firefox gives a page behind no more time once it has used up its share.
  while (plans.length > 0) {
    const some = plans.splice(-80)
    const fresh = await launch({ prefs: { 'dom.timeout.enable_budget_timer_throttling': false, 'dom.min_background_timeout_value': 4 } })
    await Promise.all([await host(fresh), await host(fresh)].map(({ page }) => Promise.all(Array.from({ length: 6 }, () => work(some, page)))))
    await fresh.close()
  }
  t.diagnostic(`${total} cases, ${told} told, at the latest after ${Math.round(slowest)} ms; ${Math.round((Date.now() - begun) / 1000)} s`)
  assert.deepEqual(problems, [])
  for (const name of ['open', 'transaction', 'get', 'getAll', 'getAllKeys', 'put', 'complete', 'getItem', 'setItem', 'removeItem']) assert.ok(hit.has(name), `${name} never failed`)
})
