// The hardest policy, from the intro to the saved result: nothing is blocked, nothing is requested, nothing is logged.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations as axe } from './harness/axe.mjs'
import { isFirefox, launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'
import { PAGES, SHEET, answer, fileAfter, open, press, ready, savedFile, start, watchEvents } from './harness/walk.mjs'

const LOOKS = [
  { name: 'light', look: { scheme: 'light' } },
  { name: 'dark', look: { scheme: 'dark' } },
  { name: 'forced colours', look: { forcedColors: true } },
]

for (const { name, look } of LOOKS) {
  test(`strict page, ${name}: no violation, no request up to the result, axe silent in every state`, async t => {
    const server = await startServer({
      // by name it can be said what is asked for
      headers: strictHeaders(), change: strictChange, modules: true,
      pages: { '/strict.html': strictPage('<main><h1>Host page</h1><taut-line></taut-line></main>') },
    })
    t.after(() => server.close())
    const browser = await launch(/** @type {any} */ (look))
    t.after(() => browser.close())
    const { page, errors } = await browser.page(t)
    await watchEvents(page)
    await open(page, server.url + 'strict.html')
    await ready(page)
    const loaded = server.requests.length
    /** @param {string} state */
    const silent = async state => assert.deepEqual(await axe(page), [], state)

    await silent('intro')
    await start(page)
    for (let n = 1; n <= PAGES; n++) {
      await page.getByText(`Page ${n} of ${PAGES}`).waitFor()
      await silent(`page ${n}`)
      const ids = await page.locator('[data-item]:visible').evaluateAll(frames => frames.map(frame => /** @type {HTMLElement} */ (frame).dataset['item'] ?? ''))
      // The last item of each page is left open, so that the review has something to list.
      for (const id of ids.slice(0, -1)) if (id in SHEET) await answer(page, id, /** @type {any} */ (SHEET)[id])
      await press(page, n < PAGES ? 'Next' : 'Review')
    }
    await silent('review')
    await press(page, 'See the result anyway')
    await page.locator('.report-title').waitFor()
    await silent('result')
    const late = () => server.requests.slice(loaded).map(({ path }) => path).filter(path => !path.includes('favicon'))
    assert.deepEqual(late(), [])
    for (const file of ['Save JSON', 'Save CSV']) {
      assert.ok((await fileAfter(page, () => press(page, file))).text.length > 500, file)
    }
    await savedFile(page)

    assert.deepEqual(await violationsOf(page), [])
    // what leaves the page is made by scripts of the widget that are loaded then, once, and by nothing else
    assert.deepEqual(late().filter(path => !/^\/(pkg\/)?together[./]/.test(path)), [])
    assert.equal(new Set(late()).size, late().length)
    assert.deepEqual(errors, [])
    if (!isFirefox) assert.equal(await page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0), 0)
  })
}
