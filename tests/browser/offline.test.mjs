// The site without a network: after the first visit the server may go. An update comes wholly or not at all.
import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { DIST, partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { answer, answerAll, expectAnswered, open, press, start } from './harness/walk.mjs'

/** @param {import('node:test').TestContext} t @param {import('./harness/server.mjs').Options} options */
async function visited(t, options = {}) {
  const server = await startServer({ root: 'dist', ...options })
  const browser = await launch()
  t.after(() => Promise.all([server.close(), browser.close()]))
  const { page, context, errors } = await browser.page(t)
  await open(page, server.url)
  await kept(page)
  return { server, page, context, errors }
}

/** Waits until the worker answers for this page. @param {import('playwright-core').Page} page */
const kept = page => page.evaluate(async () => {
  await navigator.serviceWorker.ready
  if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
})

/** Names of caches of a page. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const caches = page => page.evaluate(() => globalThis.caches.keys())

test('after the first visit everything works with the server stopped', async t => {
  const { server, page, errors } = await visited(t)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText('Saved in your browser').waitFor()
  await server.close()
  await page.goto(`${server.url}?utm_source=mail`)
  await expectAnswered(page, 1)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  await press(page, 'Share or compare')
  const link = await page.getByLabel('Link to this result').inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByText('This result was opened from a link.').waitFor()
  await page.goto(`${server.url}group.html`)
  await page.getByLabel('Result links').fill(link)
  await page.getByRole('button', { name: 'Add' }).click()
  assert.equal(await page.locator('.counts .added dd').textContent(), '1')
  await page.goto(`${server.url}workshop.html`)
  await page.getByRole('button', { name: 'Pass one device round' }).waitFor()
  assert.deepEqual(errors, [])
})

test('the studio works with the server stopped once it was opened, and no reader keeps it', async t => {
  const { server, page } = await visited(t)
  const studio = (/** @type {string[]} */ kept) => kept.filter(name => /studio|editor|kit[.]zip/.test(name))
  assert.deepEqual(studio(await cached(page)), [])
  await page.goto(`${server.url}studio.html`)
  // last of all comes what bundles are made of
  for (const end = Date.now() + 60_000; !(await cached(page)).some(name => name.endsWith('kit.zip'));) assert.ok(Date.now() < end, 'never kept')
  await server.close()
  await page.goto(`${server.url}studio.html`)
  await page.locator('[data-template="quiz"]').click()
  await press(page.locator('dialog'), 'Begin')
  await page.locator('.problems-head').getByText('Nothing found').waitFor()
  await page.locator('taut-line').getByRole('button', { name: 'Start', exact: true }).waitFor()
  await page.getByRole('tab', { name: 'Simulate' }).click()
  await page.getByText('invented respondents have answered').waitFor()
})

/** Addresses of all that is kept for the time without a network. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const cached = page => page.evaluate(async () => {
  const all = await Promise.all((await globalThis.caches.keys()).map(async name => (await globalThis.caches.open(name)).keys()))
  return all.flat().map(({ url }) => url)
})

/**
 * A second build, which differs in one text of the widget.
 * @param {import('node:test').TestContext} t
 */
async function secondBuild(t) {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-second-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const [old, now] = [partsOf(), '9.9.9-00000000']
  await cp(DIST, folder, { recursive: true })
  await cp(join(folder, old), join(folder, now), { recursive: true })
  await rm(join(folder, old), { recursive: true })
  const { createHash } = await import('node:crypto')
  const hash = (/** @type {string | Uint8Array} */ text) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  const script = /<script type="module"[^>]*>([^]*?)<\/script>/.exec(index)?.[1] ?? ''
  const moved = script.replaceAll(old, now)
  await writeFile(join(folder, 'index.html'), index.replace(script, () => moved).replace(hash(script), () => hash(moved)).replace('<h1>', '<h1>Second build: '))
  for (const page of ['group.html', 'workshop.html', 'studio.html']) {
    await writeFile(join(folder, page), (await readFile(join(folder, page), 'utf8')).replaceAll(old, now))
  }
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  const [list = ''] = /\[\[.*\]\]/.exec(worker) ?? []
  const files = JSON.parse(list)
  for (const file of files) {
    file[0] = file[0].replace(old, now)
    file[1] = hash(await readFile(join(folder, file[0])))
  }
  await writeFile(join(folder, 'sw.js'), worker.replace(list, () => JSON.stringify(files)).replaceAll(old, now))
  return { folder, old, now }
}

test('an update while somebody answers mixes nothing and loses nothing', async t => {
  const { folder, old, now } = await secondBuild(t)
  /** @type {string | undefined} */ let update
  const { server, page, context, errors } = await visited(t, {
    change: path => {
      if (!update) return undefined
      // what the second build does not hold is gone from the host
      return { later: join(update, path.endsWith('/') ? `${path}index.html` : path) }
    },
  })
  await start(page)
  await answerAll(page)
  update = folder
  // Somebody opens the page elsewhere: the new build is fetched, and the old page stays open.
  const other = await context.newPage()
  await other.goto(server.url)
  await other.evaluate(async () => { await (await navigator.serviceWorker.ready).update() })
  await other.waitForFunction(async build => (await globalThis.caches.keys()).some(name => name.endsWith(build)), now)
  await other.waitForFunction(async build => (await navigator.serviceWorker.getRegistration())?.active && !(await navigator.serviceWorker.getRegistration())?.installing && (await globalThis.caches.keys()).length === 2 && build, now)
  // The old page now asks for a part that only its own build has.
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  await press(page, 'Share or compare')
  await page.getByLabel('Link to this result').waitFor()
  assert.ok((await caches(page)).some(name => name.endsWith(old)))
  await other.reload()
  await other.getByRole('heading', { name: 'Second build: ' }).waitFor({ state: 'attached' })
  // The answers are those of both.
  await other.getByRole('button', { name: 'See the result' }).or(other.locator('.report-title')).first().waitFor()
  await page.close()
  await other.close()
  // Nobody is left who could want the old parts.
  const last = await context.newPage()
  await last.goto(server.url)
  await last.locator('.taut').first().waitFor()
  await last.waitForFunction(async () => (await globalThis.caches.keys()).length === 1)
  assert.ok((await caches(last)).every(name => name.endsWith(now)))
  assert.deepEqual(errors, [])
})

test('an upload that is half done is not taken', async t => {
  const { folder, now } = await secondBuild(t)
  /** @type {string | undefined} */ let update
  const { server, page } = await visited(t, {
    // only the worker has arrived so far
    change: path => (update && path === '/sw.js' ? { later: join(update, 'sw.js') } : undefined),
  })
  update = folder
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const worker = registration.installing
    if (!worker) return 'none'
    await new Promise(done => worker.addEventListener('statechange', () => worker.state !== 'installing' && done(undefined)))
    return worker.state
  })
  assert.equal(state, 'redundant')
  assert.ok((await caches(page)).some(name => !name.endsWith(now)))
  await server.close()
  await page.reload()
  await page.locator('.taut').first().waitFor()
})

test('a widget in somebody else\'s page leaves no worker and no cache', async t => {
  const widget = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } })
  const host = await startServer({ pages: { '/article.html': `<!doctype html><html lang="en"><title>Article</title><script type="module" src="${widget.url}tautline.js"></script><taut-line></taut-line>` } })
  const browser = await launch()
  t.after(() => Promise.all([widget.close(), host.close(), browser.close()]))
  const { page } = await browser.page(t)
  await open(page, `${host.url}article.html`)
  await start(page)
  const left = await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await globalThis.caches.keys()).length])
  assert.deepEqual(left, [0, 0])
})
