// The core as a script, for pages that let no wasm run: bit for bit what the wasm replies, and a whole run with it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { ASKING, rounds } from './harness/replies.mjs'
import { startServer } from './harness/server.mjs'
import { SHEETS } from './harness/sheets.mjs'
import { STRICT, STRICT_WITHOUT_WASM, THREADS, startStrict, strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'
import { SHEET, answerAll, heard, open, press, ready, savedFile, start, watchEvents } from './harness/walk.mjs'

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
/** What is expected of an example. @param {any[]} examples @param {string} wanted */
const named = (examples, wanted) => examples.find(({ name }) => name === wanted).expected

/** Opens the computation of the index. @param {import('playwright-core').Page} page */
async function explained(page) {
  await page.locator('details[data-explains="index"] summary').click()
  await page.getByText(/geometric mean of 45, 55 and 50 = 50/).first().waitFor()
}

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
    await open(page, server.url + 'strict.html')
    await ready(page)
    await start(page)
    await answerAll(page, cio.answers)
    await press(page, 'See the result')
    await page.locator('.report-title').waitFor()
    const [{ metrics }] = await heard(page, 'taut-complete')
    const { value } = metrics.find((/** @type {{id: string}} */ { id }) => id === 'index')
    assert.ok(Math.abs(value - named(worked.sheets, 'cio').index.value) < 1e-9, value)
    await explained(page)

    await press(page, 'Share or compare')
    const link = await page.getByLabel('Link to this result').inputValue()
    const { page: other } = await browser.page(t)
    if (without) await other.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly') })
    await open(other, link)
    await other.getByText('This result was opened from a link.').waitFor()
    await explained(other)
    const chooser = page.waitForEvent('filechooser')
    await press(page, 'Open a file')
    await (await chooser).setFiles({ name: 'ceo.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(ceo)) })
    await page.getByText('ceo.json is open.').waitFor()
    await press(page, 'Side by side')
    await page.getByRole('heading', { name: 'Two views side by side' }).waitFor()
    const { gaps } = named(worked.pairs, 'cio_and_ceo')
    const shown = await page.locator('[data-gap="demand.practice"] .number').textContent()
    assert.equal(shown, `\u2212${-gaps.demand.practice.gap}`)

    // nothing was blocked but the wasm, and on each of the two pages that was tried once
    const tried = server.requests.filter(({ path }) => path.endsWith('.wasm')).map(({ path }) => path)
    assert.deepEqual(tried, without ? [] : ['/pkg/wide_bg.wasm', '/pkg/wide_bg.wasm'])
    const blocked = await violationsOf(page)
    assert.ok(blocked.every(one => one.startsWith('script-src wasm-eval')) && blocked.length <= (without ? 0 : 2), blocked.join('\n'))
    assert.ok(errors.length <= blocked.length && errors.every(one => one.includes('blocked WebAssembly')), errors.join('\n'))
  })
}

const script = readFileSync(new URL('../../www/pkg/wide_plain.js', import.meta.url), 'utf8')
const [, door] = script.match(/(\w+) as Assessment\b/) ?? []

/** The script, whose core is handed a null pointer while `globalThis.traps` is above 0: there it traps of itself. */
const TRAPPING = `${script}
const { finish } = ${door}.prototype
globalThis.trapped = []
${door}.prototype.finish = function (answers) {
  if (traps-- > 0) this.__wbg_ptr = 0
  try {
    return finish.call(this, answers)
  } catch (error) {
    trapped.push(String(error))
    throw error
  }
}`

/** A page with every answer given and the result asked for. @param {import('node:test').TestContext} t @param {number} traps */
async function withTraps(t, traps) {
  const server = await startServer({ change: path => (path === '/pkg/wide_plain.js' ? { body: TRAPPING } : undefined) })
  t.after(() => server.close())
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await page.addInitScript(n => {
    Reflect.deleteProperty(globalThis, 'WebAssembly')
    Object.assign(globalThis, { traps: n })
  }, traps)
  await watchEvents(page)
  await open(page, server.url)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  return page
}
const trapped = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).trapped)

test('one trap of the script is mended unseen', async t => {
  const page = await withTraps(t, 1)
  await page.locator('.report-title').waitFor()
  assert.deepEqual([await trapped(page), await heard(page, 'taut-error')], [['Error: abort'], []])
})

test('a trap of the script that comes back ends in a sentence; the answers are there, and so is another try', async t => {
  const page = await withTraps(t, 2)
  await page.getByRole('heading', { name: 'The scoring part stopped unexpectedly. Your answers are all here.' }).waitFor()
  assert.deepEqual(await trapped(page), ['Error: abort', 'Error: abort'])
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, SHEET)
  await press(page, 'Try again')
  await page.locator('.report-title').waitFor()
})

for (const [name, policy] of THREADS) test(`the page of a group without wasm, under a policy ${name}`, async t => {
  const strict = await startStrict('group.html', policy.replace(" 'wasm-unsafe-eval'", ''))
  t.after(() => strict.close())
  const { page } = await browser.page(t)
  await page.goto(`${strict.url}group.html`)
  await page.getByText('No result is in yet.').waitFor()
  await page.getByLabel('Result links').fill(['cio', 'ceo', 'all_best'].map(name => JSON.stringify(SHEETS[name])).join('\n'))
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByText('3 results', { exact: true }).waitFor()
  assert.ok(strict.requests.some(({ path }) => path === '/pkg/group_plain.js'))
})
