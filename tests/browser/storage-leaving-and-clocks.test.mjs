// Leaving and coming back, another site around the page, a clock that is wrong: what is kept is there, is said to be
// where it is, and counts the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFirefox, launch } from './harness/browser.mjs'
import { shared } from './harness/shared.mjs'
import { kept, NOT_SAVED, SAVED, untilKept } from './harness/stores.mjs'
import { answer, expectAnswered, item, menu, fileAfter, open, press, savedFile, SHEET, start } from './harness/walk.mjs'

const { browser, server } = await shared()
/** The same server as another site. */
const OTHER = server.url.replace('127.0.0.1', 'localhost')
const FRAMED = 'and for this site only: the same assessment on another site does not know these answers.'
const host = (/** @type {string} */ address) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><iframe title="Check" width="900" height="900" src="${address}"></iframe></html>`

test('away and back by the history, with an answer given elsewhere meanwhile', async t => {
  // Without the cache, whose pages the driver loses sight of: the next test is about those.
  const uncached = await launch({ prefs: { 'browser.sessionhistory.max_total_viewers': 0 } })
  t.after(() => uncached.close())
  const { page, context, errors } = await uncached.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT3', 4)
  await answer(page, 'DT4', 2)
  await untilKept(page, 'DT4', 2)
  await page.goto(`${server.url}icon.png`)
  const other = await context.newPage()
  await open(other, server.url)
  await expectAnswered(other, 2)
  await answer(other, 'DT3', 1)
  await untilKept(other, 'DT3', 1)
  await page.goBack()
  await item(page, 'DT3').locator('input[value="1"]:checked').waitFor()
  await expectAnswered(page, 2)
  await answer(page, 'DT4', 3)
  await item(other, 'DT4').locator('input[value="3"]:checked').waitFor()
  assert.deepEqual(errors, [])
})

test('a page that is put aside and shown again has heard nothing, and looks', async t => {
  const { page, context, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT3', 4)
  await untilKept(page, 'DT3', 4)
  const aside = () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  const shown = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const other = await context.newPage()
  await open(other, server.url)
  await expectAnswered(other, 1)
  await aside()
  await answer(other, 'DT4', 2)
  await untilKept(other, 'DT4', 2)
  // An open channel would keep the page out of the cache, so it is deaf now.
  await expectAnswered(page, 1)
  await shown()
  await expectAnswered(page, 2)
  await aside()
  await menu(other, 'Erase my answers')
  await press(other, 'Erase')
  await press(other, 'Really erase')
  await other.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await other.waitForFunction(() => new Promise(done => {
    indexedDB.open('tautline').onsuccess = ({ target }) => {
      /** @type {any} */ (target).result.transaction('entries').objectStore('entries').count().onsuccess = (/** @type {any} */ event) => done(event.target.result === 0)
    }
  }))
  await shown()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, {})
  assert.deepEqual((await kept(page)).database, {})
  assert.deepEqual(errors, [])
})

test('in frames of two sites nothing is shared, and each says what holds', async t => {
  // The frame is of 127.0.0.1 each time; what is around it is not.
  server.page('/around', host(server.url))
  const { page, errors } = await browser.page(t)
  const frame = page.frameLocator('iframe')
  const said = frame.getByText(FRAMED).or(frame.getByRole('alert').filter({ hasText: NOT_SAVED }))
  await page.goto(`${OTHER}around`)
  // The driver's mouse does not reach into a frame of another process in every browser.
  await frame.getByRole('button', { name: 'Start', exact: true }).dispatchEvent('click')
  await frame.getByRole('radio', { name: 'About once a month' }).dispatchEvent('click')
  await frame.getByText('1 of 31 answered').waitFor()
  await said.first().waitFor()
  // Where the browser keeps such a frame apart, its answers are there again; where it refuses, they were not promised.
  const refused = await frame.getByText(NOT_SAVED).count() > 0
  t.diagnostic(refused ? 'refused to frames of other sites' : 'kept apart by site')
  await page.goto(`${OTHER}around`)
  if (refused) await frame.getByRole('button', { name: 'Start', exact: true }).waitFor()
  else await frame.getByText('1 of 31 answered').waitFor()
  await page.goto(`${server.url}around`)
  await frame.getByText(FRAMED).waitFor()
  await frame.getByRole('button', { name: 'Start', exact: true }).waitFor()
  // On its own page it is not in a frame, and says so; nothing of the other site is here.
  await page.goto(server.url)
  await page.getByText(SAVED, { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual((await kept(page)).database, {})
  // That it refuses a frame the browser may say in its console.
  if (!isFirefox || !refused) assert.deepEqual(errors.filter(error => !/storage|denied/i.test(error)), [])
})

const YEAR = 365 * 24 * 3600 * 1000
/** What the clock says, and what it says from the middle on. @type {{[name: string]: [(now: number) => number, (now: number) => number]}} */
const CLOCKS = {
  right: [now => now, now => now],
  'a year slow': [now => now - YEAR, now => now - YEAR],
  'fifty years fast': [now => now + 50 * YEAR, now => now + 50 * YEAR],
  'at its beginning': [() => 0, () => 0],
  'put back a year midway': [now => now, now => now - YEAR],
  'put on fifty years midway': [now => now, now => now + 50 * YEAR],
}

test('whatever the clock says, the result and the link are the same, and no time is negative', async t => {
  const sheet = { instrument: 'bt-synchronization', version: '1.0', role: 'cio', answers: SHEET }
  /** @type {Map<string, string>} */
  const results = new Map()
  for (const [name, [before, after]] of Object.entries(CLOCKS)) {
    const { page, context, errors } = await browser.page()
    await page.addInitScript(`{
      const { now } = Date, Real = Date
      let clock = ${before}
      globalThis.jump = () => { clock = ${after} }
      globalThis.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(clock(now())) }
        static now() { return clock(now()) }
      }
    }`)
    await open(page, server.url)
    await start(page)
    await answer(page, 'DT1', 28)
    await page.evaluate(() => /** @type {any} */ (globalThis).jump())
    await answer(page, 'DT3', 3)
    await untilKept(page, 'DT3', 3)
    await page.reload()
    await expectAnswered(page, 2)
    await page.evaluate(() => /** @type {any} */ (globalThis).jump())
    await answer(page, 'DT3', 2)
    await untilKept(page, 'DT3', 2)
    await expectAnswered(page, 2)
    const { active_seconds: seconds } = JSON.parse((await savedFile(page)).text)
    assert.ok(seconds >= 0 && seconds < 120, `${name}: ${seconds} s`)
    const choosing = page.waitForEvent('filechooser')
    await menu(page, 'Open an answers file')
    await (await choosing).setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...sheet, active_seconds: 540 })) })
    await press(page, 'See the result')
    await page.locator('.report-title').waitFor()
    const file = await fileAfter(page, () => press(page, 'Save JSON'))
    const result = JSON.parse(file.text)
    assert.ok(result.answers.active_seconds >= 540)
    result.answers.active_seconds = 540
    await press(page, 'Share or compare')
    const link = await page.getByLabel('Link to this result').inputValue()
    results.set(name, JSON.stringify([result, link]))
    assert.deepEqual(errors, [], name)
    await context.close()
  }
  assert.ok(results.get('right')?.includes('#r='))
  for (const [name, result] of results) assert.equal(result, results.get('right'), name)
})
