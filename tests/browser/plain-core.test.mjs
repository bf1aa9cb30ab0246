// The core as a script, for pages that let no wasm run: bit for bit what the wasm replies, and a whole run with it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { ASKING, rounds } from './harness/replies.mjs'
import { startServer } from './harness/server.mjs'
import { SHEETS } from './harness/sheets.mjs'
import { STRICT, STRICT_WITHOUT_WASM, strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'
import { answerAll, heard, open, press, ready, start, watchEvents } from './harness/walk.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
before(async () => { browser = await launch() })
after(() => browser?.close())

/** Nothing but scripts of this host; the picture is the icon that every browser asks for. */
const BARE = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; img-src 'self'"

/** A page that asks the core. @param {import('node:test').TestContext} t @param {boolean} plain */
async function asking(t, plain) {
  const server = await startServer({
    headers: plain ? strictHeaders(BARE) : {},
    pages: { '/ask': strictPage('', ['./asking.js']) },
    change: path => (path === '/asking.js' ? { body: ASKING } : strictChange(path)),
  })
  t.after(() => server.close())
  const { page, errors } = await browser.page(t)
  await page.goto(`${server.url}ask${plain ? '?plain' : ''}`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  return { page, errors, server }
}

/** @param {import('playwright-core').Page} page @param {import('./harness/replies.mjs').Round} round @returns {Promise<string[]>} */
const ask = (page, round) => page.evaluate(round => /** @type {any} */ (globalThis).ask(round), round)

test('every reply has the bits that the wasm gives it', async t => {
  const [wasm, plain] = await Promise.all([asking(t, false), asking(t, true)])
  let refused = 0, others = 0
  for (const round of rounds()) {
    const wanted = await ask(wasm.page, round)
    const given = await ask(plain.page, round)
    const first = wanted.findIndex((digest, n) => digest !== given[n])
    const named = first < 1 ? round.definition.slice(0, 60) : JSON.stringify(round.calls[first - 1]).slice(0, 300)
    assert.equal(first, -1, `the first that differs: ${named}`)
    assert.equal(given.length, wanted.length)
    refused += wanted.filter(digest => digest.startsWith('refused')).length
    others += wanted.filter(digest => !digest.startsWith('refused')).length
  }
  assert.ok(refused > 300 && others > 2000, `${refused} refused, ${others} not`)
  // what was asked took more memory than there is at first, of each module
  const grown = await wasm.page.evaluate(() => Object.entries(/** @type {any} */ (globalThis).memory).filter(([, { buffer }]) => buffer.byteLength > 2 << 20).map(([name]) => name))
  assert.deepEqual(grown, ['compile', 'tautline', 'together', 'group'])
  assert.deepEqual([await violationsOf(plain.page), plain.errors.filter(line => !line.includes('taut-line: '))], [[], []])
})

const worked = JSON.parse(readFileSync(new URL('../vectors/worked-examples.json', import.meta.url), 'utf8'))
const { cio, ceo } = /** @type {any} */ (SHEETS)

for (const { name, policy, without } of [
  { name: 'the policy of the page lets no wasm run', policy: STRICT_WITHOUT_WASM, without: false },
  { name: 'the browser has no WebAssembly', policy: STRICT, without: true },
]) {
  test(`${name}: everything is there all the same, from the first screen to two views side by side`, async t => {
    const server = await startServer({
      headers: strictHeaders(policy), change: strictChange,
      pages: { '/strict.html': strictPage('<main><h1>Host page</h1><taut-line></taut-line></main>') },
    })
    t.after(() => server.close())
    const { page, errors } = await browser.page(t)
    if (without) await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly') })
    await watchEvents(page)
    await open(page, server.url + 'strict.html?as=cio')
    await ready(page)
    await start(page)
    await answerAll(page, cio.answers)
    await press(page, 'See the result')
    await page.locator('.report-title').waitFor()
    const [{ result }] = await heard(page, 'taut-complete')
    assert.equal(result.metrics.find((/** @type {{id: string}} */ { id }) => id === 'index').value, 49.83048)
    await page.locator('details[data-explains="index"] summary').click()
    await page.getByText(/geometric mean of 45, 55 and 50 = 50/).first().waitFor()

    await press(page, 'Share or compare')
    assert.equal(await page.getByLabel('Link to this result').inputValue(), `${server.url}strict.html#r=1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC`)
    const chooser = page.waitForEvent('filechooser')
    await press(page, 'Open a file')
    await (await chooser).setFiles({ name: 'ceo.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ceo)) })
    await page.getByText('ceo.json is open.').waitFor()
    await press(page, 'Side by side')
    await page.getByRole('heading', { name: 'Two views side by side' }).waitFor()
    const { gaps } = worked.pairs.find((/** @type {{name: string}} */ { name }) => name === 'cio_and_ceo').expected
    const shown = await page.locator('[data-gap="demand.practice"] .number').textContent()
    assert.equal(shown, `\u2212${-gaps.demand.practice.gap}`)

    // nothing was blocked but the wasm, and that was tried once
    const tried = server.requests.filter(({ path }) => path.endsWith('.wasm')).map(({ path }) => path)
    assert.deepEqual(tried, without ? [] : ['/pkg/tautline_bg.wasm'])
    const blocked = await violationsOf(page)
    t.diagnostic(JSON.stringify([blocked, errors]))
    assert.ok(blocked.every(one => one.startsWith('script-src wasm-eval')) && blocked.length <= (without ? 0 : 2), blocked.join('\n'))
    assert.equal(errors.length, blocked.length, errors.join('\n'))
  })
}
