// axe finds nothing on the page as it is shipped, on any screen, and nothing on a page with two widgets.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { answerAll, open, press, ready, start, watchEvents } from './harness/walk.mjs'

const DEFINITION = '/instruments/bt-synchronization.json'

const { browser: light, server } = await shared({ pages: {
  '/two.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title><script type="module" src="./define.js"></script>
<main><h1>Two assessments</h1><taut-line id="a"></taut-line><taut-line id="b" storage-key="b"></taut-line><taut-line id="c" storage-key="c"></taut-line></main></html>`,
} })
const dark = await launch({ scheme: 'dark' })
after(() => dark.close())
const forced = await launch({ forcedColors: true })
after(() => forced.close())

every('light', light)
every('dark', dark)
every('forced colours', forced)

/** @param {string} name @param {typeof light} browser with that look */
function every(name, browser) {
  test(`${name}: the shipped page, from the first screen to the result`, async t => {
    const { page } = await browser.page(t)
    await watchEvents(page)
    await open(page, server.url)
    await ready(page)
    const silent = async (/** @type {string} */ screen) => {
      assert.deepEqual(await violations(page), [], screen)
      assert.equal(await page.locator('main > h1').count(), 1)
    }
    await silent('intro')
    await start(page)
    await silent('question page')
    await answerAll(page)
    await page.getByRole('heading', { name: 'Before the result' }).waitFor()
    await silent('review')
    await press(page, 'See the result')
    await page.locator('.report-title').waitFor()
    await silent('result')
  })

  for (const [fault, broken] of /** @type {[string, (path: string) => any][]} */ ([
    ['no definition', path => (path === DEFINITION ? { status: 404, body: 'Not found\n' } : undefined)],
    ['a refused definition', path => (path === DEFINITION ? { body: '{"format": 1, "id": "x"}' } : undefined)],
    ['no wording', path => (path === '/texts/en.json' ? { drop: true } : undefined)],
  ])) {
    test(`${name}: the shipped page with ${fault}`, async t => {
      const broke = await startServer({ change: broken })
      t.after(() => broke.close())
      const { page } = await browser.page(t)
      await page.goto(broke.url)
      await page.locator('.error h2').waitFor()
      await page.getByText('nothing you answer leaves it').waitFor()
      assert.deepEqual(await violations(page), [])
    })
  }

  test(`${name}: the shipped page where the core never comes`, async t => {
    const broke = await startServer({ change: path => (path.endsWith('.wasm') ? { status: 404, body: '' } : undefined) })
    t.after(() => broke.close())
    const { page } = await browser.page(t)
    await open(page, broke.url)
    await start(page)
    await page.getByText('only the result needs it').first().waitFor()
    assert.deepEqual(await violations(page), [], 'notice')
    await answerAll(page)
    await press(page, 'See the result')
    await page.locator('.outcome .error h2').waitFor()
    assert.deepEqual(await violations(page), [], 'error')
  })
}

test('widgets on one page have names of their own, also after one has gone', async t => {
  const { page, errors } = await light.page(t)
  await page.goto(`${server.url}two.html`)
  const names = () => page.getByRole('region', { name: /^Business-Technology/ }).evaluateAll(regions => regions.map(region => region.getAttribute('aria-label')))
  for (const id of ['a', 'b', 'c']) await page.locator(`#${id} .taut`).waitFor()
  const title = 'Business-Technology Synchronization Check'
  assert.deepEqual((await names()).sort(), [title, `${title} 2`, `${title} 3`])
  assert.deepEqual(await violations(page), [])
  await page.evaluate(() => document.querySelector('#a')?.remove())
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('taut-line')))
  await page.locator('taut-line:last-child .taut').waitFor()
  assert.deepEqual((await names()).sort(), [title, `${title} 2`, `${title} 3`])
  assert.deepEqual(errors, [])
})
