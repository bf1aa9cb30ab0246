// The harness itself: this browser starts, the server's tricks arrive, the strict page counts, a kill is a kill.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { isFirefox, launch, launchWithProfile, name, profile } from './harness/browser.mjs'
import { plainTextWasm, startServer } from './harness/server.mjs'
import { strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'

const PAGE = '<!doctype html><html lang="en"><title>Smoke</title><main><h1>Smoke</h1></main>'

/** @type {Awaited<ReturnType<typeof launch>>} */ let light
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  light = await launch()
  server = await startServer({ pages: { '/smoke': PAGE }, modules: true })
})
after(async () => {
  await light?.close()
  await server?.close()
})

test(`${name} opens a page and logs what it asked for`, async t => {
  const { page, errors } = await light.page(t)
  await page.goto(`${server.url}smoke`)
  assert.equal(await page.textContent('h1'), 'Smoke')
  assert.ok(server.requests.some(({ path, status }) => path === '/smoke' && status === 200))
  assert.deepEqual(errors, [])
})

test('axe finds a fault inside a shadow root, and none in a sound page', async t => {
  const { page } = await light.page(t)
  await page.goto(`${server.url}smoke`)
  assert.deepEqual(await violations(page), [])
  await page.evaluate(() => {
    const host = document.querySelector('main')?.appendChild(document.createElement('div'))
    host?.attachShadow({ mode: 'open' }).append(document.createElement('button'))
  })
  assert.deepEqual((await violations(page)).map(({ id }) => id), ['button-name'])
})

test('the strict page records what it blocks', async t => {
  const strict = await startServer({
    headers: strictHeaders(), change: strictChange, pages: { '/strict': strictPage('<main><h1>Strict</h1></main>', []) },
  })
  t.after(() => strict.close())
  const { page } = await light.page(t)
  await page.goto(`${strict.url}strict`)
  assert.deepEqual(await violationsOf(page), [])
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await page.waitForFunction(() => /** @type {any} */ (globalThis).violations.length > 0)
  assert.match((await violationsOf(page))[0] ?? '', /style-src/)
})

test('the server changes an answer', async t => {
  const changed = await startServer({ change: plainTextWasm, pages: { '/x.wasm': 'x' } })
  t.after(() => changed.close())
  assert.equal((await fetch(`${changed.url}x.wasm`)).headers.get('content-type'), 'text/plain')
  changed.change(() => ({ delay: 50, status: 503, body: 'later' }))
  assert.equal((await fetch(`${changed.url}x.wasm`)).status, 503)
  assert.equal((await fetch(`${server.url}../package.json`)).status, 404)
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a ${scheme} page, reduced motion and forced colours reach the media queries`, async t => {
    const look = await launch({ scheme, reducedMotion: true, forcedColors: true })
    t.after(() => look.close())
    const { page } = await look.page(t)
    await page.goto(`${server.url}smoke`)
    const matches = (/** @type {string} */ query) => page.evaluate(query => matchMedia(query).matches, query)
    assert.equal(await matches(`(prefers-color-scheme: ${scheme})`), true)
    assert.equal(await matches('(prefers-reduced-motion: reduce)'), true)
    assert.equal(await matches('(forced-colors: active)'), true)
  })
}

test('what a page stored survives a kill of the browser', async t => {
  const folder = await profile(t)
  const first = await launchWithProfile(folder)
  await first.page.goto(`${server.url}smoke`)
  await first.page.evaluate(() => new Promise((done, fail) => {
    const open = indexedDB.open('smoke', 1)
    open.onupgradeneeded = () => open.result.createObjectStore('kept')
    open.onerror = fail
    open.onsuccess = () => {
      const write = open.result.transaction('kept', 'readwrite', { durability: 'strict' })
      write.objectStore('kept').put('here', 'key')
      write.oncomplete = () => done(undefined)
    }
  }))
  await first.kill()
  const second = await launchWithProfile(folder)
  t.after(() => second.close())
  await second.page.goto(`${server.url}smoke`)
  const kept = await second.page.evaluate(() => new Promise((done, fail) => {
    const open = indexedDB.open('smoke', 1)
    open.onerror = fail
    open.onsuccess = () => {
      const read = open.result.transaction('kept').objectStore('kept').get('key')
      read.onsuccess = () => done(read.result)
    }
  }))
  assert.equal(kept, 'here', isFirefox ? 'Firefox' : 'Chromium')
})
