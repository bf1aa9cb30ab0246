// The page of one file: from disk, in frames of all kinds, with nothing around it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'

import { NAME, hosted } from './harness/hosts.mjs'
import { DIST } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { SHEET, answer, answerAll, expectAnswered, noteFiles, open, press, savedFile, start } from './harness/walk.mjs'

const { browser } = await shared()
const FILE = `${DIST}${NAME}.html`
/** Answers of a CIO: the worked sheet `cio`, as the vectors of links have it. */
const TOKEN = '1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC'

/** The frame on a page. @param {import('playwright-core').Page} page */
async function frameOf(page) {
  const frame = await (await page.locator('iframe').first().elementHandle())?.contentFrame()
  if (!frame) throw new Error('no frame')
  await frame.locator('.taut').waitFor()
  return /** @type {import('playwright-core').Page} */ (/** @type {unknown} */ (frame))
}

/** How high a frame is. @param {import('playwright-core').Page} page @returns {Promise<number>} */
const height = page => page.locator('iframe').evaluate(frame => frame.getBoundingClientRect().height)

test('from disk: the whole way, a link, and the answers are there again', async t => {
  const { page, errors } = await browser.page(t)
  /** @type {string[]} */ const asked = []
  page.on('request', request => asked.push(request.url()))
  const address = pathToFileURL(FILE).href
  await open(page, address)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText('Saved in your browser').waitFor()
  await page.reload()
  await expectAnswered(page, 1)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  await press(page, 'Share or compare')
  const link = await page.getByLabel('Link to this result').inputValue()
  assert.ok(link.startsWith(`${address}#r=`))
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByText('This result was opened from a link.').waitFor()
  assert.equal(page.url(), address)
  // Firefox tells its driver nothing of files
  assert.deepEqual(asked.filter(url => !/^(file|data|blob|about):/.test(url)), [])
  assert.deepEqual(errors, [])
})

test('it asks for itself and for nothing else, and can ask nobody', async t => {
  const server = await startServer({ root: 'dist' })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await open(page, `${server.url}${NAME}.html`)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
  assert.equal(await page.evaluate(address => fetch(address).then(() => 'sent', () => 'refused'), server.url), 'refused')
  assert.deepEqual(server.requests.map(({ path }) => path), [`/${NAME}.html`])
})

test('a file that was damaged on its way runs nothing and says what it is', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-damaged-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const html = readFileSync(FILE, 'utf8')
  const begin = html.indexOf('H4sI')
  for (const [name, place] of /** @type {[string, number][]} */ ([['early', 500], ['middle', 60_000], ['late', 90_000]])) {
    const at = begin + place
    await writeFile(join(folder, `${name}.html`), html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1))
    const { page } = await browser.page(t)
    const told = Promise.race([page.waitForEvent('pageerror'), page.waitForEvent('console', { predicate: message => message.type() === 'error' })])
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    await told
    await page.getByText(/It needs a browser with scripts switched on/).waitFor()
    assert.equal(await page.locator('.taut').count(), 0)
  }
})

test('WordPress: no origin, no store, and a height that follows', async t => {
  const { release, address } = await hosted(t, 'wordpress')
  const { page } = await browser.page(t)
  await page.goto(address)
  const frame = await frameOf(page)
  await page.waitForFunction(() => Number(document.querySelector('iframe')?.height) > 400)
  await start(frame)
  await answer(frame, 'DT1', 28)
  await expectAnswered(frame, 1)
  await frame.getByText(/not saved|only while/i).first().waitFor()
  assert.deepEqual(release.requests.map(({ path }) => path), [`/${NAME}.html`])
})

for (const name of ['sharepoint', 'notion']) {
  test(`${name}: a frame and nothing else`, async t => {
    const { release, address } = await hosted(t, name)
    const { page, errors } = await browser.page(t)
    await page.goto(address)
    const frame = await frameOf(page)
    const before = await height(page)
    await start(frame)
    await answerAll(frame)
    await press(frame, 'See the result')
    await frame.locator('.report-title').waitFor()
    assert.equal(await height(page), before)
    // it scrolls inside, and not sideways
    const sizes = await frame.evaluate(() => [document.documentElement.scrollHeight > innerHeight, document.documentElement.scrollWidth <= innerWidth])
    assert.deepEqual(sizes, [true, true])
    assert.deepEqual(release.requests.map(({ path }) => path), [`/${NAME}.html`])
    assert.deepEqual(errors.filter(error => !/sandbox|allow-scripts and allow-same-origin|favicon/i.test(error)), [])
  })
}

test('Confluence: the text of the file, pasted, where nothing may be asked for', async t => {
  const pasted = readFileSync(FILE).toString('base64')
  const { release, address } = await hosted(t, 'confluence', html => html.replace('PASTED', pasted))
  const { page } = await browser.page(t)
  await page.goto(address)
  const frame = await frameOf(page)
  await start(frame)
  await answerAll(frame)
  await press(frame, 'See the result')
  await frame.locator('.report-title').waitFor()
  assert.deepEqual(release.requests, [])
})

test('an article with our script: the height follows, a link opens in the frame and leads back to the article', async t => {
  const { host, address } = await hosted(t, 'article')
  const { page, errors } = await browser.page(t)
  await page.goto(`${address}?page=2#r=${TOKEN}`)
  const frame = await frameOf(page)
  await frame.getByText('This result was opened from a link.').waitFor()
  await frame.locator('.report-title').waitFor()
  assert.equal(page.url(), `${address}?page=2`)
  await page.waitForFunction(() => Number.parseFloat(document.querySelector('iframe')?.style.height ?? '') > 3000)
  const fits = () => frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1)
  assert.equal(await fits(), true)
  await press(frame, 'Answer the questions myself')
  await page.waitForFunction(() => Number.parseFloat(document.querySelector('iframe')?.style.height ?? '') < 2000)
  await start(frame)
  await answerAll(frame)
  await press(frame, 'See the result')
  await press(frame, 'Share or compare')
  const link = await frame.getByLabel('Link to this result').inputValue()
  assert.ok(link.startsWith(`${host.url}article.html?page=2#r=`), link)
  // a link that comes while the page is open
  await page.evaluate(token => { location.hash = `r=${token}` }, TOKEN)
  await frame.getByText('This result was opened from a link.').waitFor()
  assert.deepEqual(errors.filter(error => !/sandbox|allow-scripts and allow-same-origin|favicon/i.test(error)), [])
})

test('an invitation comes through a frame as well', async t => {
  const { address } = await hosted(t, 'article')
  const { page } = await browser.page(t)
  await page.goto(`${address}#for=ceo`)
  const frame = await frameOf(page)
  await frame.getByText(/You were invited to answer as/).waitFor()
})

test('what an address says is taken on: theme, role, accent', async t => {
  const { address } = await hosted(t, 'notion', html => html.replace(`${NAME}.html`, `${NAME}.html?theme=dark&respondent=ceo&accent=aa0000&onclick=x`))
  const { page } = await browser.page(t)
  await page.goto(address)
  const frame = await frameOf(page)
  const said = await frame.locator('taut-line').evaluate(widget => [
    widget.getAttribute('theme'), widget.getAttribute('respondent'), widget.style.getPropertyValue('--taut-accent'), widget.getAttribute('onclick'),
  ])
  assert.deepEqual(said, ['dark', 'ceo', '#aa0000', null])
})

test('forged messages have no effect, and what leaves is a height', async t => {
  const { address } = await hosted(t, 'notion', html => html.replace('</html>', `<iframe name="sibling" src="data:text/html,x"></iframe>
<script>globalThis.heard = []; addEventListener('message', event => heard.push(event.data))</script></html>`).replace('default-src', 'x-src'))
  const { page, errors } = await browser.page(t)
  await page.goto(address)
  const frame = await frameOf(page)
  await start(frame)
  await answer(frame, 'DT1', 28)
  const state = () => frame.evaluate(() => {
    const widget = /** @type {HTMLElement} */ (document.querySelector('taut-line'))
    return JSON.stringify([location.href, widget.getAttribute('home'), widget.shadowRoot?.querySelector('.taut')?.textContent?.replace(/Saved in your browser|Not saved.*?\./g, '')])
  })
  const before = await state()
  await page.evaluate(() => {
    const target = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).contentWindow
    const from = (/** @type {unknown} */ data) => target?.postMessage(data, '*')
    // right sender, wrong content
    const links = ['r=', 'r=!!', 'javascript:alert(1)', 'r=<script>', `r=${'A'.repeat(5000)}`, 7, null, {}, ['r=1234567890']]
    for (const link of links) from({ type: 'tautline:hello', link })
    for (const page of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', '', 7, null, {}, 'file:///etc']) from({ type: 'tautline:hello', page })
    for (const data of [null, undefined, 'tautline:hello', 7, [], { type: 'tautline:HELLO' }, { type: ['tautline:hello'] }]) from(data)
    // from a seed, so that a failure comes again
    let seed = 7
    const random = () => (seed = (seed * 16807) % 2147483647)
    const words = ['type', 'tautline:hello', 'tautline:height', 'link', 'r=', 'page', 'height', 'https:', 'value', 'secret', 'message', '__proto__', 'constructor']
    const word = () => words[random() % words.length] ?? ''
    for (let n = 0; n < 1000; n++) from({ [word()]: word() + random().toString(36), [word()]: random() % 3 ? word() : { [word()]: word() } })
  })
  // wrong senders, right content
  const right = { type: 'tautline:hello', page: 'https://evil.example/', link: 'r=1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC' }
  await frame.evaluate(message => { globalThis.postMessage(message, '*') }, right)
  const sibling = page.frame('sibling')
  await sibling?.evaluate(message => { globalThis.parent.frames[0]?.postMessage(message, '*') }, right)
  await page.evaluate(() => new Promise(done => setTimeout(done, 300)))
  assert.equal(await state(), before)
  /** @type {any[]} */
  const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard)
  for (const message of heard) {
    const plain = typeof message === 'string' ? JSON.parse(message) : message
    assert.ok(Object.entries(plain).every(([name, value]) => name === 'height' || ['tautline:height', 'tautline:ready', 'amp', 'embed-size', 'iframe.resize'].includes(value) || (name === 'src' && /^http[^?#]*$/.test(value))), JSON.stringify(message))
  }
  assert.deepEqual(errors.filter(error => !/sandbox|allow-scripts and allow-same-origin|Content-Security/i.test(error)), [])
})

test('answers go to the one origin that the publisher named, and the person is told', async t => {
  const html = readFileSync(FILE, 'utf8')
  const wait = async (/** @type {import('playwright-core').Page} */ page) => {
    const frame = await frameOf(page)
    await start(frame)
    await answerAll(frame)
    await press(frame, 'See the result')
    await frame.locator('.report-title').waitFor()
    return frame
  }
  const listener = '<script>globalThis.heard = []; addEventListener("message", event => { if (event.data?.detail) heard.push(event.data) })</script></html>'
  const { host, release, address } = await hosted(t, 'notion', page => page.replace('</html>', listener))
  release.page(`/${NAME}.html`, html.replace('<taut-line', `<taut-line data-post="${new URL(host.url).origin}"`))
  const { page } = await browser.page(t)
  await page.goto(address)
  const frame = await wait(page)
  await frame.getByText(`Your answers and your result are passed on to ${new URL(host.url).origin}`).waitFor()
  /** @type {any[]} */
  const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard)
  const complete = heard.find(({ type }) => type === 'tautline:complete')
  assert.deepEqual(complete.detail.answers.answers, SHEET)
  assert.ok(heard.some(({ type, detail }) => type === 'tautline:answer' && detail.item === 'DT1'))
  // the same in a page of another origin
  release.page(`/${NAME}.html`, html.replace('<taut-line', '<taut-line data-post="https://elsewhere.example"'))
  const { page: other } = await browser.page(t)
  await other.goto(address)
  await wait(other)
  assert.deepEqual(await other.evaluate(() => /** @type {any} */ (globalThis).heard), [])
})

test('saved answers leave as a file', async t => {
  const { page } = await browser.page(t)
  await page.addInitScript(noteFiles)
  await open(page, pathToFileURL(FILE).href)
  await start(page)
  await answer(page, 'DT1', 28)
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28 })
})

test('where no script may run there are the questions to read', async t => {
  const server = await startServer({ root: 'dist', headers: { 'Content-Security-Policy': "script-src 'none'" } })
  t.after(() => server.close())
  const { page } = await browser.page(t)
  await page.goto(`${server.url}${NAME}.html`)
  await page.getByText(/It needs a browser with scripts switched on/).waitFor()
  const { items } = JSON.parse(readFileSync(new URL('../../www/instruments/bt-synchronization.json', import.meta.url), 'utf8'))
  const asked = await page.locator('taut-line li').allTextContents()
  assert.deepEqual(asked.map(text => text.trim()).toSorted(), items.map((/** @type {{text: string}} */ { text }) => text).toSorted())
})
