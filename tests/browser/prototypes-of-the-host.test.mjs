// A host page whose scripts have added to Object.prototype and Array.prototype, as libraries once did.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { SHEET, answerAll, open, press, start } from './harness/walk.mjs'

const { browser, server } = await shared()

test('what a host page adds to prototypes reaches no attribute, and a whole run goes through', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(() => {
    Object.assign(Object.prototype, { 'data-extra': 'of the host' })
    Object.assign(Array.prototype, { each: () => {}, last: 'of the host' })
  })
  await open(page, server.url)
  await start(page)
  await answerAll(page, SHEET)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  await page.locator('.part-computed summary').first().click()
  assert.equal(await page.locator('taut-line [data-extra]').count(), 0)
  assert.equal(await page.locator('.part-picture tbody tr').count(), 3)
  assert.deepEqual(errors, [])
})
