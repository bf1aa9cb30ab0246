// The scripts for other people's pages: named by hash, parts checked by hash, the same bytes each time.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { DIST, filesOf, partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { open, press, answerAll, ready, start, watchEvents } from './harness/walk.mjs'

const { browser } = await shared()
const parts = partsOf()
const whole = readFileSync(join(DIST, parts, 'whole.js'))
const integrity = `sha384-${createHash('sha384').update(whole).digest('base64')}`
const CORS = { 'Access-Control-Allow-Origin': '*' }

/** @param {import('node:test').TestContext} t @param {string} script @param {import('./harness/server.mjs').Options} options of the release */
async function article(t, script, options = {}) {
  const release = await startServer({ root: 'dist', headers: CORS, ...options })
  const html = `<!doctype html><html lang="en"><title>Article</title>
<script>addEventListener("error", ({ target }) => { if (target instanceof HTMLScriptElement) document.documentElement.dataset.refused = "" }, true)</script>
${script.replaceAll('HOST/', release.url)}
<taut-line src="${release.url}bt-synchronization.json"><a href="${release.url}">Open the assessment</a></taut-line>`
  const host = await startServer({ pages: { '/article.html': html } })
  t.after(() => Promise.all([release.close(), host.close()]))
  const { page, errors } = await browser.page(t)
  return { release, page, errors, address: `${host.url}article.html` }
}

test('one module with its hash shows an assessment from another host, and asks for nothing but the definition', async t => {
  const { release, page, errors, address } = await article(t, `<script type="module" src="HOST/${parts}/whole.js" integrity="${integrity}" crossorigin="anonymous"></script>`)
  await watchEvents(page)
  await open(page, address)
  await ready(page)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await press(page, 'Share or compare')
  await page.getByLabel('Link to this result').waitFor()
  assert.deepEqual(release.requests.map(({ path }) => path).sort(), [`/${parts}/whole.js`, '/bt-synchronization.json'].sort())
  assert.deepEqual(errors, [])
})

test('one byte less or other in the module, and it does not run: the link stays', async t => {
  for (const place of [0, 1000, 40_000, whole.length - 1]) {
    const other = Buffer.from(whole)
    other[place] = (other[place] ?? 0) ^ 1
    const { page, address } = await article(t, `<script type="module" src="HOST/${parts}/whole.js" integrity="${integrity}" crossorigin="anonymous"></script>`, {
      change: path => (path.endsWith('/whole.js') ? { body: other } : undefined),
    })
    await page.goto(address)
    await page.locator('html[data-refused]').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'Open the assessment' }).waitFor()
    assert.equal(await page.locator('.taut').count(), 0)
  }
})

test('one module where no wasm may run: the core comes as a script, and links work', async t => {
  const release = await startServer({ root: 'dist', headers: CORS })
  const policy = `default-src 'none'; script-src ${new URL(release.url).origin}; connect-src ${new URL(release.url).origin}; require-trusted-types-for 'script'; trusted-types 'none'`
  const host = await startServer({
    headers: { 'Content-Security-Policy': policy },
    pages: { '/article.html': `<!doctype html><html lang="en"><title>Article</title><script type="module" src="${release.url}${parts}/whole.js"></script><taut-line src="${release.url}bt-synchronization.json"></taut-line>` },
  })
  t.after(() => Promise.all([release.close(), host.close()]))
  const { page } = await browser.page(t)
  await watchEvents(page)
  await open(page, `${host.url}article.html`)
  await ready(page)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await press(page, 'Share or compare')
  assert.match(await page.getByLabel('Link to this result').inputValue(), /#r=\w{40}$/)
  assert.ok(release.requests.some(({ path }) => path === `/${parts}/pkg/whole_plain.js`))
})

test('the script beside its parts knows the hash of the core: another core is refused, the questions stay', async t => {
  const core = readFileSync(join(DIST, parts, 'pkg/tautline_bg.wasm'))
  for (const place of [8, 50_000, core.length - 1]) {
    const other = Buffer.from(core)
    other[place] = (other[place] ?? 0) ^ 1
    const { page, address } = await article(t, `<script type="module" src="HOST/${parts}/tautline.js"></script>`, {
      change: path => (path.endsWith('/tautline_bg.wasm') ? { body: other } : undefined),
    })
    await open(page, address)
    await page.getByText('The scoring part could not be loaded.').waitFor()
    await start(page)
  }
})

test('the address that moves with the releases leads to the newest', async t => {
  const { page, errors, address } = await article(t, '<script type="module" src="HOST/tautline.js"></script>')
  await watchEvents(page)
  await open(page, address)
  await ready(page)
  assert.deepEqual(errors, [])
})

test('two bundles of the same are the same, and no more than one stays in a folder', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-twice-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const bundle = (/** @type {string[]} */ ...more) => execFileSync(join(DIST, 'tautline'), ['bundle', 'bt-synchronization', '--studio', '-o', folder, ...more])
  bundle('--url', 'https://example.org/check')
  assert.equal(JSON.parse(readFileSync(join(folder, 'bt-synchronization.oembed.json'), 'utf8')).type, 'rich')
  bundle()
  const names = filesOf(folder)
  assert.deepEqual(names, filesOf())
  for (const name of names) assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(DIST, name))), name)
  assert.equal(filesOf(folder).some(name => /oembed/.test(name)), false)
})
