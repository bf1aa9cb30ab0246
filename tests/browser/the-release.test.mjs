// The release folder as a host serves it: what it asks for, and that it runs from the first screen to the result.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFirefox, launch } from './harness/browser.mjs'
import { partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { strictHeaders } from './harness/strict.mjs'
import { answerAll, heard, open, press, ready, start, watchEvents } from './harness/walk.mjs'

const parts = partsOf()

test('the release asks for its page and its core, and for nothing after them', async t => {
  // the worker fetches for the time without a network, which is another matter
  const server = await startServer({ root: 'dist', change: path => (path === '/sw.js' ? { status: 404, body: '' } : undefined) })
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await open(page, server.url)
  await ready(page)
  const asked = () => [...new Set(server.requests.map(({ path }) => path))].filter(path => !/icon/.test(path)).sort()
  const first = ['/', `/${parts}/pkg/tautline_bg.wasm`]
  // a browser may or may not look at the manifest
  const beside = ['/manifest.webmanifest', '/sw.js']
  assert.deepEqual(asked().filter(path => !beside.includes(path)), first)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  await page.locator('details[data-explains] summary').first().click()
  await page.locator('.explanation').first().waitFor()
  assert.equal((await heard(page, 'taut-complete')).length, 1)
  assert.deepEqual(asked().filter(path => !beside.includes(path)), first)
  assert.deepEqual(errors.filter(error => !/when fetching the script/.test(error)), [])
})

// Firefox takes no emulated paper here; what is tested is the sheet, the same in both.
if (!isFirefox) test('on paper there is the result without the tools, or the page of commitments', async t => {
  const server = await startServer({ root: 'dist' })
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page } = await browser.page(t)
  await page.addInitScript(() => { globalThis.print = () => {} })
  await open(page, server.url)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  const [title, picture, tools, sheet] = ['.masthead .report-title', '.part-picture', '.masthead .actions', '.sheet'].map(name => page.locator(name))
  await title?.waitFor()
  const seen = () => Promise.all([title, picture, tools, sheet].map(one => one?.isVisible()))
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual(await seen(), [true, true, false, false])
  await page.emulateMedia({ media: 'screen' })
  await press(page, 'Print commitments')
  await sheet?.waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  assert.deepEqual(await seen(), [false, false, false, true])
})

test('the page of the release can ask nobody but its own host', async t => {
  const [server, other] = await Promise.all([startServer({ root: 'dist' }), startServer({ headers: { 'Access-Control-Allow-Origin': '*' } })])
  t.after(() => Promise.all([server.close(), other.close()]))
  const browser = await launch()
  t.after(() => browser.close())
  const { page } = await browser.page(t)
  await open(page, server.url)
  const asked = await page.evaluate(address => fetch(address).then(() => 'sent', () => 'refused'), other.url)
  assert.equal(asked, 'refused')
  assert.deepEqual(other.requests, [])
})

test('another page embeds the release, under the hardest policy; a definition that was not compiled brings the gate', async t => {
  const server = await startServer({
    root: 'dist', headers: strictHeaders(),
    pages: { '/host.html': `<!doctype html><html lang="en"><title>Host</title><script type="module" src="./${parts}/tautline.js"></script><h1>Host</h1><taut-line src="./own.json"></taut-line>` },
    change: path => (path === '/own.json' ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({
      format: 1, id: 'own', version: '1.0', title: 'One question', language: 'en', license: 'CC0-1.0', dont_know: 'No idea',
      items: [{ id: 'A', text: 'Well?', kind: { choice: { choices: [{ value: 1, label: 'No' }, { value: 2, label: 'Yes' }] } } }],
      pages: [{ title: 'All of it', items: ['A'] }],
      scales: [{ id: 'well', title: 'Well', higher: 'better', members: [{ item: 'A' }], missing: { scored: 1 } }],
    }) } : undefined),
  })
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await page.goto(`${server.url}host.html`)
  await ready(page)
  assert.ok(server.requests.some(({ path }) => path === `/${parts}/pkg/compile_bg.wasm`))
  await press(page, 'Start')
  await page.getByRole('radio', { name: 'Yes' }).check()
  await press(page, 'Review')
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  assert.equal((await heard(page, 'taut-complete'))[0].scales[0].value, 100)
  assert.deepEqual(errors, [])
})
