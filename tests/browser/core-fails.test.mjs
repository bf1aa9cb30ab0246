// A scoring part that does not arrive or breaks: a sentence, a way on, and every answer kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { damagedWasm, droppedWasm, missingWasm, plainTextWasm, startServer } from './harness/server.mjs'
import { STRICT_WITHOUT_WASM, strictHeaders } from './harness/strict.mjs'
import { answer, answerAll, expectAnswered, heard, open, press, ready, savedFile, start, watchEvents } from './harness/walk.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
before(async () => { browser = await launch() })
after(() => browser?.close())

const missingScript = (/** @type {string} */ path) => (path.endsWith('_plain.js') ? { status: 404, body: 'Not found\n' } : undefined)
const SENTENCE = 'The scoring part could not be loaded. You can go on answering; only the result needs it.'

for (const [name, options, cause] of /** @type {[string, any, RegExp][]} */ ([
  ['the file is missing', { change: missingWasm }, /a file of the scoring part was not found/],
  ['the file is damaged', { change: damagedWasm }, /Cause:/],
  ['the connection breaks', { change: droppedWasm }, /Cause:/],
  ['the policy forbids wasm, and the script that replaces it is missing', { headers: strictHeaders(STRICT_WITHOUT_WASM), change: missingScript }, /the policy of this page does not allow WebAssembly/],
])) {
  test(`${name}: the questions stay usable and the cause is named`, async t => {
    const server = await startServer(options)
    t.after(() => server.close())
    const { page } = await browser.page(t)
    await open(page, server.url)
    await start(page)
    await page.getByText(SENTENCE).first().waitFor()
    await page.getByText(cause).first().waitFor()
    await answer(page, 'DT1', 28)
    await expectAnswered(page, 1)
    assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28 })
  })
}

test('without WebAssembly, and without the script that replaces it, the sentence says so; then it arrives', async t => {
  const server = await startServer({ change: missingScript })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await watchEvents(page)
  await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly') })
  await open(page, server.url)
  await start(page)
  await page.getByText('WebAssembly is switched off in this browser').first().waitFor()
  await answer(page, 'DT1', 28)
  await expectAnswered(page, 1)
  server.change(() => undefined)
  await page.getByRole('button', { name: /try again/i }).first().click()
  await ready(page)
  await expectAnswered(page, 1)
})

test('a wasm with a wrong type is taken all the same', async t => {
  const server = await startServer({ change: plainTextWasm })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await watchEvents(page)
  await open(page, server.url)
  await ready(page)
})

test('after a missing file the result is one retry away', async t => {
  const server = await startServer({ change: missingWasm })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await watchEvents(page)
  await open(page, server.url)
  await start(page)
  await answerAll(page)
  server.change(() => undefined)
  await page.getByRole('button', { name: /try again/i }).first().click()
  await ready(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  assert.equal((await heard(page, 'taut-complete')).length, 1)
})

test('a refused definition shows every problem in words', async t => {
  const definition = JSON.stringify({ format: 1, id: 'x', title: '<img src=x onerror=alert(1)>' })
  const server = await startServer({
    pages: { '/refused.html': '<!doctype html><title>x</title><script type="module" src="./define.js"></script><taut-line src="./bad.json"><a href="./">Open</a></taut-line>' },
    change: (/** @type {string} */ path) => (path === '/bad.json' ? { headers: { 'Content-Type': 'application/json' }, body: definition } : undefined),
  })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await watchEvents(page)
  await page.goto(server.url + 'refused.html')
  await page.getByText('This assessment cannot be shown: its definition has problems.').waitFor()
  await page.getByText('the field `version` is missing').waitFor()
  await page.getByText('the field `items` is missing').waitFor()
  assert.equal(await page.locator('img').count(), 0)
  const [problem] = await heard(page, 'taut-error')
  assert.ok(problem.problems.length > 4)
})
