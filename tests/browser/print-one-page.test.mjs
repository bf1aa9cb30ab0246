// Commitments fit one page; everything prints with every computation open; afterwards all is as before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isFirefox, launch } from './harness/browser.mjs'
import { callsOf, showResult, startResultServer } from './harness/result.mjs'
import { SHEETS } from './harness/sheets.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startResultServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startResultServer()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** @param {import('playwright-core').Page} page @param {'A4' | 'Letter'} format */
async function pages(page, format) {
  const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
  const pdf = (await page.pdf({ format, margin })).toString('latin1')
  const found = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  assert.ok(found > 0, 'no page was found in the PDF')
  return found
}

/** @param {import('playwright-core').Page} page */
const afterPrint = page => page.evaluate(() => dispatchEvent(new Event('afterprint')))

for (const name of ['cio', 'ceo', 'dont_know_heavy', 'states_lower', 'all_best']) {
  test(`sheet ${name}: the commitments are one page with a row each`, async t => {
    const { page } = await browser.page(t)
    await showResult(page, server.url, SHEETS[name] ?? {})
    const commitments = await page.locator('[data-advice]').count()
    await page.getByRole('button', { name: 'Print commitments' }).click()
    assert.deepEqual(await callsOf(page), [['print', 'commitments']])
    const rows = page.locator('.sheet tbody tr')
    assert.equal(await rows.count(), commitments)
    if (!isFirefox) {
      await page.emulateMedia({ media: 'print' })
      assert.ok(await rows.first().isVisible())
      assert.ok(!(await page.locator('.part-stage').isVisible()))
      await page.emulateMedia({ media: null })
      assert.equal(await pages(page, 'A4'), 1)
      await page.getByRole('button', { name: 'Print commitments' }).click() // the PDF was a print: all is as before
      assert.equal(await pages(page, 'Letter'), 1)
    }
    await afterPrint(page)
    assert.equal(await page.locator('.sheet').count(), 0)
    assert.ok(await page.locator('.part-stage').isVisible())
  })
}

test('everything prints with every computation open, and closes them again', async t => {
  const { page } = await browser.page(t)
  await showResult(page, server.url, SHEETS['ceo'] ?? {})
  const details = page.locator('.part-computed details')
  const open = () => details.evaluateAll(all => all.filter(one => /** @type {HTMLDetailsElement} */ (one).open).length)
  await details.nth(2).locator('summary').click()
  assert.equal(await open(), 1)
  await page.getByRole('button', { name: 'Print everything' }).click()
  assert.deepEqual(await callsOf(page), [['print', 'all']])
  assert.equal(await open(), await details.count())
  assert.equal(await page.locator('.explanation').count(), await details.count())
  if (!isFirefox) assert.ok((await pages(page, 'A4')) > 5)
  await afterPrint(page)
  assert.equal(await open(), 1)
})

test('the page of commitments names the address of the page, without what that may hold of answers', async t => {
  const { page } = await browser.page(t)
  await page.goto(`${server.url}?who=somebody#part`)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open an answers file' }).last().click()
  await (await choosing).setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(SHEETS['cio'])) })
  await page.getByRole('button', { name: 'See the result' }).click()
  await page.evaluate(() => { globalThis.print = () => {} })
  await page.getByRole('button', { name: 'Print commitments' }).click()
  const last = await page.locator('.sheet > p').textContent()
  assert.ok(last?.endsWith(`. ${server.url}`), last ?? '')
})
