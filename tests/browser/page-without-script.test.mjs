// Where no script comes or may run, the page says what it is and what it needs.
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { strictHeaders } from './harness/strict.mjs'

const SENTENCE = /It needs a browser with scripts switched on/

/** @type {{name: string, options: Parameters<typeof startServer>[0]}[]} */
const CASES = [
  { name: 'a script that is missing', options: { change: path => (path === '/define.js' ? { status: 404, body: '' } : undefined) } },
  { name: 'a host that forbids the script in the page of the release', options: { root: 'dist', headers: strictHeaders() } },
]

for (const { name, options } of CASES) {
  test(`${name} leaves no blank`, async t => {
    const server = await startServer(options)
    t.after(() => server.close())
    const browser = await launch()
    t.after(() => browser.close())
    const { page } = await browser.page(t)
    await page.goto(server.url)
    await page.getByText(SENTENCE).waitFor()
  })
}
