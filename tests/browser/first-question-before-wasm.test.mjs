// The questions are usable before the wasm has arrived; nothing waits for it but the result.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { SHEET, answerAll, expectAnswered, heard, open, press, start, watchEvents } from './harness/walk.mjs'

test('the first question can be answered while the wasm is still on its way', async t => {
  /** @type {(value?: unknown) => void} */ let arrive = () => {}
  const held = new Promise(done => { arrive = done })
  const server = await startServer()
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await page.route('**/*.wasm', async route => {
    await held
    await route.continue()
  })
  await open(page, server.url)
  await start(page)
  await answerAll(page)
  assert.deepEqual(await heard(page, 'taut-ready'), [])
  assert.deepEqual((await heard(page, 'taut-answer')).length > Object.keys(SHEET).length, true)
  await press(page, 'See the result')
  await page.getByText('The scoring part is still being loaded.').waitFor()
  arrive()
  await page.locator('.report-title').waitFor()
  assert.equal((await heard(page, 'taut-ready')).length, 1)
  assert.deepEqual(errors, [])
})

test('a wasm that never arrives is named after 20 seconds, with a way to try again', async t => {
  const server = await startServer()
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page } = await browser.page(t)
  await page.clock.install()
  let stalled = true
  await page.route('**/*.wasm', route => { if (!stalled) return route.continue() })
  await open(page, server.url)
  await start(page)
  await page.getByRole('radio', { name: 'About once a month' }).check()
  await page.clock.fastForward(20_500)
  await page.getByText('no complete reply after 20 seconds').waitFor()
  await expectAnswered(page, 1)
  stalled = false
  await press(page, 'Try again')
  await page.getByText('no complete reply after 20 seconds').waitFor({ state: 'hidden' })
  await expectAnswered(page, 1)
})
