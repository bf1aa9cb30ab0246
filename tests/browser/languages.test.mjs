// The element speaks the language of the page or its own; what was answered stays when that changes.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { DIST, partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { SHEET, answer, answerAll, item, open, press, ready, start, watchEvents } from './harness/walk.mjs'
import { LANGUAGES } from '../../www/language.js'

/** @param {string} lang of the page @param {string} body */
const host = (lang, body) => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>
<script type="module" src="./define.js"></script><main><h1>Host</h1>${body}</main></html>`
const { browser, server } = await shared({ pages: {
  ...Object.fromEntries(LANGUAGES.map(lang => [`/${lang}.html`, host(lang, '<taut-line></taut-line>')])),
  '/at.html': host('de-AT', '<taut-line></taut-line>'), '/sv.html': host('sv', '<taut-line></taut-line>'),
  '/own.html': host('fr', '<taut-line lang="de"></taut-line>'),
  '/two.html': host('en', '<taut-line></taut-line><taut-line lang="ja" storage-key="second"></taut-line>'),
} })
/** @param {string} lang @param {string} [kind] */
const words = (lang, kind = '') => JSON.parse(readFileSync(new URL(`../../www/texts/${lang}${kind}.json`, import.meta.url), 'utf8'))
/** @param {import('playwright-core').Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true })

for (const [address, lang] of [['at.html', 'de'], ['sv.html', 'en'], ['own.html', 'de'], ['zh.html', 'zh']]) {
  test(`${address} is shown in ${lang}, and no other catalogue is asked for`, async t => {
    const before = server.requests.length
    const { page, errors } = await browser.page(t)
    await open(page, server.url + address)
    await button(page, words(String(lang)).flow.start).waitFor()
    assert.deepEqual(server.requests.slice(before).map(({ path }) => path).filter(path => path.startsWith('/texts/')), [`/texts/${lang}.json`, `/texts/${lang}-wide.json`])
    assert.deepEqual(errors, [])
  })
}

test('two widgets of one page in two languages, each with its own forms of plural', async t => {
  const { page } = await browser.page(t)
  await open(page, `${server.url}two.html`)
  const [english, japanese] = [page.locator('taut-line').first(), page.locator('taut-line').last()]
  await english.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await japanese.getByRole('button', { name: words('ja').flow.start, exact: true }).waitFor()
  assert.equal(await english.getByText('9 pages, 31 questions').count(), 1)
  assert.equal(await japanese.getByText(words('ja').flow.pages.other.replace('{n}', '9')).count(), 1)
})

test('a change of the language keeps the place and every answer, where nothing can be stored as well', async t => {
  for (const blocked of [false, true]) {
    const { page, errors } = await browser.page(t)
    if (blocked) await page.addInitScript(() => { for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(globalThis, name, { get() { throw new DOMException('blocked', 'SecurityError') } }) })
    await open(page, `${server.url}en.html`)
    await start(page)
    await answer(page, 'DT1', 28)
    await answer(page, 'DT3', 4)
    await page.evaluate(() => { document.querySelector('taut-line')?.setAttribute('lang', 'pl') })
    const { flow } = words('pl')
    await page.getByText(flow.page_of.replace('{page}', '1').replace('{pages}', '9')).waitFor()
    await page.getByText(flow.answered_of.replace('{n}', '2').replace('{of}', '31')).waitFor()
    await item(page, 'DT3').locator('input[value="4"]:checked').waitFor()
    await button(page, flow.next).click()
    await page.evaluate(() => { document.querySelector('taut-line')?.removeAttribute('lang') })
    await page.getByText('Page 2 of 9').waitFor()
    assert.deepEqual(errors, [])
  }
})

for (const lang of ['de', 'ar', 'he', 'ja']) {
  test(`a whole run in ${lang}: the result says it, nothing scrolls sideways at 320 px, axe is silent`, async t => {
    const { page, errors } = await browser.page(t, { viewport: { width: 320, height: 800 } })
    const { flow, result } = words(lang)
    await watchEvents(page)
    await open(page, `${server.url}${lang}.html`)
    await ready(page)
    await button(page, flow.start).click()
    /** @param {string} screen */
    const fits = async screen => {
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), screen)
      assert.deepEqual(await violations(page), [], screen)
    }
    await fits('first page')
    await answerAll(page, SHEET, undefined, flow)
    await fits('review')
    await button(page, flow.to_result).click()
    await page.getByRole('heading', { name: result.dimensions }).waitFor()
    await fits('result')
    const root = page.locator('.taut')
    assert.equal(await root.getAttribute('dir'), ['ar', 'he'].includes(lang) ? 'rtl' : 'ltr')
    // the questions are English all the same, and say so
    assert.equal(await page.locator('.running').getAttribute('lang'), 'en')
    assert.deepEqual(errors, [])
  })
}

test('one module has English inside and gets another language from beside it', async t => {
  const release = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } })
  const article = await startServer({ pages: { '/': `<!doctype html><html lang="nl"><title>Artikel</title><script type="module" src="${release.url}${partsOf()}/whole.js"></script><taut-line src="${release.url}bt-synchronization.json"></taut-line>` } })
  t.after(() => Promise.all([release.close(), article.close()]))
  const { page, errors } = await browser.page(t)
  await open(page, article.url)
  await button(page, words('nl').flow.start).click()
  await answerAll(page, SHEET, undefined, words('nl').flow)
  await button(page, words('nl').flow.to_result).click()
  await button(page, words('nl').result.share).click()
  await page.getByLabel(words('nl', '-together').link.result).waitFor()
  assert.deepEqual(release.requests.map(({ path }) => path).filter(path => path.includes('/texts/')).map(path => path.split('/').at(-1)), ['nl.json', 'nl-together.json'])
  assert.deepEqual(errors, [])
})

test('a bundle speaks what it was told to: its pages the first language, a single file each', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-languages-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  execFileSync(join(DIST, 'tautline'), ['bundle', join(DIST, 'bt-synchronization.json'), '-o', folder, '--lang', 'he,de'])
  const site = await startServer({ root: folder })
  t.after(() => site.close())
  for (const [name, lang] of [['index.html', 'he'], ['bt-synchronization.html', 'he'], ['bt-synchronization.de.html', 'de']]) {
    const { page, errors } = await browser.page(t)
    const before = site.requests.length
    await open(page, site.url + name)
    await button(page, words(String(lang)).flow.start).click()
    assert.equal(await page.locator('html').getAttribute('lang'), lang)
    assert.equal(await page.locator('html').getAttribute('dir'), lang === 'he' ? 'rtl' : null)
    await answerAll(page, SHEET, undefined, words(String(lang)).flow)
    await button(page, words(String(lang)).flow.to_result).click()
    await button(page, words(String(lang)).result.share).click()
    await page.getByLabel(words(String(lang), '-together').link.result).waitFor()
    if (name !== 'index.html') assert.equal(site.requests.length, before + 1)
    assert.deepEqual(errors, [])
  }
  const { page } = await browser.page(t)
  for (const [name, kind] of [['group.html', 'group'], ['workshop.html', 'workshop'], ['embed.html', 'embed-page']]) {
    await page.goto(site.url + name)
    await page.getByRole('heading', { name: words('he', `-${kind}`).title }).waitFor()
  }
  assert.throws(() => execFileSync(join(DIST, 'tautline'), ['bundle', join(DIST, 'bt-synchronization.json'), '-o', folder, '--lang', 'tlh'], { stdio: 'pipe' }), /no catalogue of words in `tlh`; use one of ar, de, en/)
})
