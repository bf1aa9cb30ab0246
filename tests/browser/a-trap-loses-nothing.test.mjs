// A core that traps: one trap is mended unseen; one that comes back ends in a sentence, with every answer kept.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { SHEET, answerAll, heard, open, press, ready, savedFile, start, watchEvents } from './harness/walk.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
before(async () => { browser = await launch() })
after(() => browser?.close())

// Of the wider core: the definition of www is not compiled.
const glue = readFileSync(new URL('../../www/pkg/wide.js', import.meta.url), 'utf8')

/** The glue with a method that traps while `globalThis.traps` is above 0; a new instance is alive again. @param {string} method */
const trapping = method => `${glue.replace('function __wbg_reset_state () {', '$&\n    trapped = false;')}
const { ${method}: sound, free } = Assessment.prototype
let trapped = false
globalThis.freed = 0
Assessment.prototype.${method} = function (...given) {
  if (trapped) throw new Error('the dead instance was called')
  if (globalThis.traps-- > 0) {
    trapped = true
    throw new WebAssembly.RuntimeError('unreachable')
  }
  return sound.apply(this, given)
}
Assessment.prototype.free = function () {
  if (trapped) globalThis.freed++
  free.call(this)
}
`

/** @param {import('node:test').TestContext} t @param {string} method @param {number} traps */
async function withTraps(t, method, traps) {
  const server = await startServer({ change: path => (path === '/pkg/wide.js' ? { body: trapping(method) } : undefined) })
  t.after(() => server.close())
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await watchEvents(page)
  await page.addInitScript(n => { /** @type {any} */ (globalThis).traps = n }, traps)
  await open(page, server.url)
  return page
}

test('one trap while loading is mended unseen', async t => {
  const page = await withTraps(t, 'check', 1)
  await ready(page)
  assert.deepEqual(await heard(page, 'taut-error'), [])
})

test('one trap while scoring is mended unseen, and the dead instance is left alone', async t => {
  const page = await withTraps(t, 'finish', 1)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  assert.equal((await heard(page, 'taut-complete')).length, 1)
  await page.evaluate(() => document.querySelector('taut-line')?.remove())
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).freed), 0)
})

test('a trap that comes back ends in a sentence; the answers are there, and so is another try', async t => {
  const page = await withTraps(t, 'finish', 2)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await page.getByRole('heading', { name: 'The scoring part stopped unexpectedly. Your answers are all here.' }).waitFor()
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, SHEET)
  assert.equal((await heard(page, 'taut-error')).length, 1)
  await press(page, 'Try again')
  await page.locator('.report-title').waitFor()
})

test('a trap in an explanation leaves the result on screen', async t => {
  const page = await withTraps(t, 'explain', 1)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  const [first, second] = [page.locator('details[data-explains]').nth(0), page.locator('details[data-explains]').nth(1)]
  await first.locator('summary').click()
  await first.getByText('The calculation cannot be shown just now.').waitFor()
  await page.locator('.report-title').waitFor()
  await second.waitFor()
})
