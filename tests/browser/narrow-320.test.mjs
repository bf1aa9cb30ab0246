// 320 pixels wide: no screen scrolls sideways, every choice can be hit with a thumb.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { PAGES, open, press, start } from './harness/walk.mjs'

test('no screen scrolls sideways at 320 px, and answers are at least 44 px high', async t => {
  const server = await startServer()
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t, { viewport: { width: 320, height: 640 } })
  await open(page, server.url)
  /** @param {string} state */
  const fits = async state => {
    const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
    assert.ok(width <= 320, `${state} is ${width} px wide`)
  }
  await fits('intro')
  await start(page)
  for (let n = 1; n <= PAGES; n++) {
    await page.getByText(`Page ${n} of ${PAGES}`).waitFor()
    await fits(`page ${n}`)
    const low = await page.locator('.options label:visible').evaluateAll(labels =>
      labels.map(label => label.getBoundingClientRect().height).filter(height => height < 43.5))
    assert.deepEqual(low, [], `page ${n}`)
    await press(page, n < PAGES ? 'Next' : 'Review')
  }
  await fits('review')
  assert.deepEqual(errors, [])
})
