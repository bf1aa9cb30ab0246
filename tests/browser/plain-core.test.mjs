// The core as a script, for pages that let no wasm run: bit for bit what the wasm replies, and a whole run with it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { ASKING, rounds } from './harness/replies.mjs'
import { startServer } from './harness/server.mjs'
import { strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
before(async () => { browser = await launch() })
after(() => browser?.close())

/** The hardest policy there is for a script: nothing but scripts of this host. */
const BARE = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

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
