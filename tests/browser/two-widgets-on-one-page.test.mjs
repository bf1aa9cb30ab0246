// Two widgets on one page: with one key the second says so; either way their answers stay apart.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'

const SAVED = 'Saved in your browser, not on our servers.'
const TWICE = 'The same assessment is on this page a second time.'
const page2 = (/** @type {string} */ second) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title>
<script type="module" src="./define.js"></script><main><taut-line id="a"></taut-line>${second}</main></html>`

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: {
    '/same': page2('<taut-line id="b"></taut-line>'),
    '/other': page2('<taut-line id="b" storage-key="second"></taut-line>'),
  } })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

for (const [path, twice] of /** @type {[string, boolean][]} */ ([['same', true], ['other', false]])) {
  test(`${path} key: states are apart${twice ? ', and the second says that it is not saved' : ' and both are saved'}`, async t => {
    const { page, errors } = await browser.page(t)
    const before = server.requests.length
    await page.goto(`${server.url}${path}`)
    const [a, b] = [page.locator('#a'), page.locator('#b')]
    for (const widget of [a, b]) await widget.getByRole('button', { name: 'Start', exact: true }).click()
    assert.equal(server.requests.slice(before).filter(request => request.path === '/texts/en.json').length, 1)
    await a.getByRole('radio', { name: 'About once a month' }).check()
    await b.getByRole('radio', { name: 'About once a year' }).check()
    assert.equal(await a.getByRole('radio', { name: 'About once a month' }).isChecked(), true)
    assert.equal(await a.getByText(TWICE).count(), 0)
    assert.equal(await b.getByText(TWICE).count(), twice ? 1 : 0)
    for (const widget of twice ? [a] : [a, b]) await widget.getByText(SAVED).waitFor()
    await page.reload()
    await a.getByText('1 of 31 answered').waitFor()
    assert.equal(await a.getByRole('radio', { name: 'About once a month' }).isChecked(), true)
    if (twice) await b.getByRole('button', { name: 'Start', exact: true }).waitFor()
    else assert.equal(await b.getByRole('radio', { name: 'About once a year' }).isChecked(), true)
    assert.deepEqual(errors, [])
  })
}

test('the script twice and an answer in another tab do no harm', async t => {
  const { page, context, errors } = await browser.page(t)
  await page.goto(`${server.url}other`)
  await page.locator('#a').getByRole('button', { name: 'Start', exact: true }).click()
  await page.locator('#a').getByText(SAVED).waitFor()
  const other = await context.newPage()
  await other.goto(`${server.url}same`)
  await other.locator('#a').getByRole('radio', { name: 'About once a month' }).check()
  await other.locator('#a').getByText('1 of 31 answered').waitFor()
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.locator('#a').getByText('1 of 31 answered').waitFor()
  await page.evaluate(async () => { await import(`${location.origin}/define.js?again`) })
  assert.deepEqual(errors, [])
})
