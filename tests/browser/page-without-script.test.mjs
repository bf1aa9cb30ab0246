// Where the script never comes, the page says what it is and what it needs.
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'

const SENTENCE = /It needs a browser with scripts switched on/

/** @param {import('playwright-core').Page} page */
const waitUntilSeen = page => page.waitForFunction(() => document.querySelector('taut-line > p')?.checkVisibility({ contentVisibilityAuto: true }))

test('a script that is missing leaves no blank', async t => {
  const server = await startServer({ change: path => (path === '/define.js' ? { status: 404, body: '' } : undefined) })
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page } = await browser.page(t)
  await page.goto(server.url)
  await page.getByText(SENTENCE).waitFor()
  await waitUntilSeen(page)
})
