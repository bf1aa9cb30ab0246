// The page that writes the code for other people's pages: each piece is pasted into a page of another origin, where
// the widget must come up. The release folder is served as a host would serve it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { isFirefox, launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'

const PAGE = readFileSync(new URL('../../dist/embed.html', import.meta.url), 'utf8')
const ALL = ['script', 'frame', 'wordpress', 'sharepoint', 'confluence', 'notion', 'moodle', 'link']

/** @type {Awaited<ReturnType<typeof launch>>} */
let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */
let site
/** @type {Awaited<ReturnType<typeof startServer>>} */
let host
before(async () => {
  browser = await launch()
  site = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } })
  host = await startServer()
})
after(() => Promise.all([browser.close(), site.close(), host.close()]))

/** @typedef {import('playwright-core').Page} Page */

/** The page, with a record of what its policy blocks. @param {{after: (fn: () => unknown) => void}} t @param {{[fact: string]: unknown}} [facts] other ones than those of the bundle */
async function open(t, facts, own = browser) {
  const body = PAGE.replace(/(id="taut-bundle"[^>]*>)(.*?)(?=<\/script>)/, (_, tag, json) => tag + JSON.stringify({ ...JSON.parse(json), ...facts }).replaceAll('<', '\\u003c'))
  site.change(path => (path === '/embed.html' ? { headers: { 'Content-Type': 'text/html' }, body } : undefined))
  const { page, errors, context } = await own.page(t)
  await page.addInitScript(() => {
    const blocked = /** @type {any} */ (globalThis).blocked = /** @type {string[]} */ ([])
    addEventListener('securitypolicyviolation', event => blocked.push(`${event.effectiveDirective} ${event.blockedURI}`))
  })
  await page.goto(site.url + 'embed.html')
  await page.locator('.chips').waitFor()
  return { page, errors, context }
}

/** @param {Page} page @param {string} way */
const choose = (page, way) => page.locator(`.chip input[value=${way}]`).check()

/** The pieces of code on screen, by their headings. @param {Page} page @returns {Promise<{[title: string]: string}>} */
const pieces = page => page.locator('.code').evaluateAll(sections => Object.fromEntries(sections.map(section =>
  [section.querySelector('h3')?.textContent, section.querySelector('pre')?.textContent])))

/** What the page says that a policy must allow. @param {Page} page */
const policyOf = async page => (await page.locator('section.facts pre').allTextContents()).join('; ')

/** Everything that can be chosen, but for another assessment. @param {Page} page */
async function dress(page) {
  await choose(page, 'frame')
  await page.getByLabel('Light or dark').selectOption('Dark')
  await page.getByLabel('Role of those who answer').selectOption({ index: 2 })
  await page.getByLabel('Accent colour', { exact: true }).fill('#B03060')
  await page.getByLabel('Height in pixels').fill('500')
}

/** A page of somebody else with a piece of code in it. @param {{after: (fn: () => unknown) => void}} t @param {string} code @param {string} [policy] */
async function paste(t, code, policy = '') {
  const guard = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  host.page('/article.html', `<!doctype html><html lang="en"><head>${guard}<title>Article</title></head><body><p>Text.</p>\n${code}\n</body></html>`)
  const { page, errors } = await browser.page(t)
  await page.goto(host.url + 'article.html')
  return { page, errors }
}

const attributes = (/** @type {import('playwright-core').Locator} */ widget) => widget.evaluate(element => ({
  theme: element.getAttribute('theme'), role: element.getAttribute('respondent'), accent: getComputedStyle(element).getPropertyValue('--taut-accent').trim(),
}))
const CHOSEN = { theme: 'dark', role: 'ceo', accent: '#b03060' }

test('both scripts show the widget as it was chosen, under no more than the policy that the page names', async t => {
  const { page } = await open(t)
  await dress(page)
  await choose(page, 'script')
  const made = await pieces(page)
  assert.deepEqual(Object.keys(made), ['This build, sealed', 'Always the newest'])
  assert.match(made['This build, sealed'] ?? '', /integrity="sha384-[\w+/]{64}"/)
  const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; ${await policyOf(page)}`
  for (const [title, code] of Object.entries(made)) {
    const { page: article, errors } = await paste(t, code, policy)
    await article.locator('taut-line .taut').waitFor()
    await article.getByRole('button', { name: 'Start' }).waitFor()
    assert.deepEqual(await attributes(article.locator('taut-line')), CHOSEN, title)
    assert.deepEqual(errors, [], title)
  }
})

test('a changed script is refused by its hash, and the link in the element stays', async t => {
  const { page } = await open(t)
  const code = (await pieces(page))['This build, sealed'] ?? ''
  const { page: article } = await paste(t, code.replace(/(integrity="sha384-)(.)/, (_, name, first) => name + (first === 'A' ? 'B' : 'A')))
  await article.getByRole('link', { name: 'Business-Technology Synchronization Check' }).click()
  await article.locator('taut-line .taut').waitFor()
})

for (const way of ['frame', 'wordpress', 'sharepoint', 'confluence']) test(`the frame for ${way} shows the widget as it was chosen`, async t => {
  const { page } = await open(t)
  await dress(page)
  await choose(page, way)
  const code = (await pieces(page))['The frame'] ?? ''
  const policy = `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; ${await policyOf(page) || `frame-src ${new URL(site.url).origin}`}`
  const { page: article } = await paste(t, code, policy)
  const frame = article.frameLocator('iframe')
  await frame.locator('taut-line .taut').waitFor()
  assert.deepEqual(await attributes(frame.locator('taut-line')), CHOSEN)
  assert.equal((await article.locator('iframe').boundingBox())?.height, 500)
  assert.match(await article.locator('iframe').getAttribute('sandbox') ?? '', /allow-same-origin/)
})

test('one script more, and the frame is as high as its content', async t => {
  const { page } = await open(t)
  await choose(page, 'frame')
  const made = await pieces(page)
  const { page: article, errors } = await paste(t, `${made['The frame']}\n${made['The height that it needs']}\n<script>let e = 1, t = 2</script>`)
  await article.frameLocator('iframe').locator('taut-line .taut').waitFor()
  await article.waitForFunction(() => {
    const height = document.querySelector('iframe')?.getBoundingClientRect().height ?? 0
    return height > 300 && height !== 640
  })
  assert.deepEqual(errors, [])
})

test('on the site itself the frame does not get the right to take off its fence', async t => {
  const { page } = await open(t)
  await choose(page, 'frame')
  await page.getByRole('checkbox', { name: /^My page lies at/ }).check()
  assert.match((await pieces(page))['The frame'] ?? '', /sandbox="allow-scripts allow-popups allow-downloads"/)
})

test('addresses open the widget, and links lead to it', async t => {
  const { page } = await open(t, { url: site.url, oembed: true })
  await dress(page)
  for (const [way, title] of [['notion', 'The address for a frame'], ['confluence', 'The address for a frame'], ['moodle', 'The address for a frame']]) {
    await choose(page, way ?? '')
    const { page: other } = await browser.page(t)
    await other.goto((await pieces(page))[title ?? ''] ?? '')
    await other.locator('taut-line .taut').waitFor()
    assert.deepEqual(await attributes(other.locator('taut-line')), CHOSEN, way)
  }
  await choose(page, 'wordpress')
  assert.equal((await pieces(page))['The address alone'], site.url)
  await choose(page, 'moodle')
  assert.equal((await pieces(page))['The package (SCORM 1.2)'], `${site.url}lms/bt-synchronization-scorm12.zip`)
  await choose(page, 'link')
  const made = await pieces(page)
  assert.equal(made['The address'], site.url)
  const { page: article } = await paste(t, made['A link'] ?? '')
  await article.getByRole('link').click()
  await article.locator('taut-line .taut').waitFor()
})

test('without the address of the site there is nothing for WordPress to ask, and the page says where the code leads', async t => {
  const { page } = await open(t, { url: null, oembed: false })
  await page.getByText(`The code holds ${site.url}, the address at which you opened this page.`).waitFor()
  await choose(page, 'wordpress')
  assert.deepEqual(Object.keys(await pieces(page)), ['The frame'])
})

test('hostile titles, roles and addresses end no attribute and no tag', async t => {
  const title = `"><script>globalThis.hit = 1</script><img src=x onerror='globalThis.hit=1'>&amp;`
  const { page } = await open(t, { title, roles: [{ id: 'a', label: title }, { id: 'b', label: 'B' }] })
  await page.getByLabel('Assessment').selectOption('Another one')
  await page.getByLabel('Address of its definition').fill(`${site.url}x'"><script>alert(1)</script>.json`)
  await page.getByLabel('Role, by its id').fill(`"><b>`)
  /** @type {string[]} */
  const codes = []
  for (const way of ALL) {
    await choose(page, way)
    codes.push(...Object.values(await pieces(page)).filter(code => code.startsWith('<')))
  }
  assert.equal(codes.length, 8)
  const { page: reader } = await browser.page(t)
  for (const code of codes) {
    // read by a browser's own parser
    const tree = await reader.evaluate(html => {
      const parsed = new DOMParser().parseFromString(html, 'text/html')
      return {
        tags: [...parsed.querySelectorAll('*')].map(element => element.localName).filter(tag => !['html', 'head', 'body'].includes(tag)),
        title: parsed.querySelector('a')?.textContent ?? parsed.querySelector('iframe')?.title ?? null,
        role: parsed.querySelector('taut-line')?.getAttribute('respondent') ?? null,
      }
    }, code)
    assert.ok(tree.tags.every(tag => ['script', 'taut-line', 'a', 'iframe'].includes(tag)), `${tree.tags}\n${code}`)
    assert.equal(tree.tags.filter(tag => tag === 'script').length, code.startsWith('<script') ? 1 : 0, code)
    if (tree.title !== null) assert.equal(tree.title, title)
    if (tree.role !== null) assert.equal(tree.role, '"><b>')
  }
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hit), undefined)
})

test('what is no address, colour or height says so, and is not in the code', async t => {
  const { page } = await open(t)
  await choose(page, 'frame')
  await page.getByLabel('Accent colour', { exact: true }).fill('red')
  await page.getByText('Write six digits').waitFor()
  await page.getByLabel('Height in pixels').fill('9')
  await page.getByText('Write a whole number from 200').waitFor()
  const code = (await pieces(page))['The frame'] ?? ''
  assert.match(code, /height="640"/)
  assert.doesNotMatch(code, /accent/)
  await page.getByLabel('Assessment').selectOption('Another one')
  await page.getByLabel('Address of its definition').fill('javascript:alert(1)')
  await page.getByText('This is no address of a file').waitFor()
  assert.doesNotMatch((await pieces(page))['The frame'] ?? '', /javascript/)
  // another assessment's page for frames lies beside its definition
  await page.getByLabel('Address of its definition').fill('https://example.org/other/my.json')
  assert.match((await pieces(page))['The frame'] ?? '', /src="https:\/\/example\.org\/other\/my\.html"/)
  await page.getByText('there is no preview of another assessment').waitFor()
})

test('the preview is the widget itself, and keeps its answers apart', async t => {
  const { page, errors } = await open(t)
  await page.locator('.window taut-line .taut').waitFor()
  await dress(page)
  await choose(page, 'script')
  await page.locator('.window taut-line[theme=dark] .taut').waitFor()
  assert.deepEqual(await attributes(page.locator('.window taut-line')), CHOSEN)
  assert.equal(await page.locator('.window taut-line').getAttribute('storage-key'), 'preview')
  await choose(page, 'frame')
  const frame = page.frameLocator('.window iframe')
  await frame.locator('taut-line .taut').waitFor()
  assert.deepEqual(await attributes(frame.locator('taut-line')), CHOSEN)
  assert.equal(await frame.locator('taut-line').getAttribute('storage-key'), 'preview')
  assert.deepEqual(errors, [])
})

test('the code is copied with the keyboard alone, and the page says so; where it may not copy, the code is selected', async t => {
  const { page } = await open(t)
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
    writeText: async (/** @type {string} */ text) => { /** @type {any} */ (globalThis).copied = text },
  } }))
  await page.locator('.chip input[value=script]').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('heading', { name: 'Own page, frame' }).waitFor()
  const copy = page.getByRole('button', { name: 'Copy: The frame' })
  for (let n = 0; n < 20 && !await copy.evaluate(button => button.matches(':focus')); n++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
  const code = (await pieces(page))['The frame']
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).copied), code)
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) })
  await page.keyboard.press('Enter')
  await page.getByText('The code is selected').first().waitFor()
  assert.equal((await page.evaluate(() => getSelection()?.toString()))?.replace(/\s+/g, ' '), code?.replace(/\s+/g, ' '))
})

// Firefox lets no test read the clipboard.
if (!isFirefox) test('the clipboard of the browser holds the code', async t => {
  const { page, context } = await open(t)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy: This build, sealed' }).click()
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await pieces(page))['This build, sealed'])
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) test(`axe finds nothing on the page for any place, ${scheme}`, async t => {
  const own = await launch({ scheme })
  t.after(() => own.close())
  const { page } = await open(t, {}, own)
  await page.locator('.window taut-line .taut').waitFor()
  for (const way of ALL) {
    await choose(page, way)
    await page.locator('.shown > *').first().waitFor()
    assert.deepEqual(await violations(page), [], way)
  }
})

test('the policy of the page blocks nothing that it does', async t => {
  const { page, errors } = await open(t)
  await page.locator('.window taut-line .taut').waitFor()
  await dress(page)
  await page.frameLocator('.window iframe').locator('taut-line .taut').waitFor()
  for (const way of ALL) await choose(page, way)
  await page.locator('.shown').getByRole('link').waitFor()
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).blocked), [])
  assert.deepEqual(errors, [])
})

test('nothing is wider than a narrow phone', async t => {
  const { page } = await open(t)
  await page.setViewportSize({ width: 320, height: 700 })
  for (const way of ALL) {
    await choose(page, way)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, way)
  }
})
