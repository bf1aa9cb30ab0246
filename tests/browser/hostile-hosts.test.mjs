// The pages of tests/hosts, which are there to be read as well: in each of them the widget goes from the first
// question to a result, asks no other host for anything, and leaves the page around it as it was.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { PAGES, SHEET, answer, heard, press, start, watchEvents } from './harness/walk.mjs'
import { compile, initSync } from '../../www/pkg/compile.js'

/** Enough for a result, and the kinds of answers that are lists and objects. */
const SHORT = /** @type {{[item: string]: any}} */ ({
  DT1: 28, DT3: 3, DS1: 3, DS2: 'dk', FT1: { keep: 35, requests: 25, process: 15, new: 10, foundations: 15 },
  P1: ['speed', 'relevance', 'service', 'cost', 'innovation'],
})
const www = new URL('../../www/', import.meta.url)
const host = (/** @type {string} */ name) => readFileSync(new URL(`../hosts/${name}.html`, import.meta.url), 'utf8')

/** The instrument as a release has it, compiled: without that each widget would compile it for itself. */
function released() {
  const definition = readFileSync(new URL('instruments/bt-synchronization.json', www))
  initSync({ module: new WebAssembly.Module(readFileSync(new URL('pkg/compile_bg.wasm', www))) })
  return JSON.stringify({ ...JSON.parse(String(definition)), compiled: compile(definition).ok.value })
}
const instrument = released()

/** Another build of the widget, with a mark to know it by. @param {string} path */
function otherBuild(path) {
  const [, name] = /^\/other\/(.*)$/.exec(path) ?? []
  if (!name) return undefined
  const body = readFileSync(new URL(name, www))
  return { body: name === 'taut-line.js' ? `${body}\nTautLine.build = 'other'\n` : body }
}

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({
    pages: {
      ...Object.fromEntries(['hostile', 'strict', 'hundred', 'two-versions', 'third-party'].map(name => [`/${name}.html`, host(name)])),
      '/calm.html': host('strict').replace(/<meta http-equiv.*>/, ''),
    },
    change: path => (path === '/instruments/bt-synchronization.json' ? { body: instrument } : otherBuild(path)),
  })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A page, and every address it asks for. @param {import('node:test').TestContext} t */
async function open(t, path = '', prepared = true) {
  const { page, context, errors } = await browser.page(t)
  /** @type {string[]} */
  const asked = []
  context.on('request', request => asked.push(request.url()))
  if (prepared) await watchEvents(page)
  if (path) await page.goto(server.url + path)
  return { page, context, errors, asked }
}

/** Runs in a page: what the widget must leave alone. */
function surroundings() {
  const STYLES = ['color', 'background-color', 'font', 'letter-spacing', 'text-transform', 'margin', 'padding', 'border', 'display', 'position', 'cursor', 'color-scheme', '--taut-accent', '--tone']
  const outside = [...document.querySelectorAll('*')].filter(element => !element.matches('taut-line, head, head *'))
  const names = (/** @type {any} */ object) => Object.getOwnPropertyNames(object).sort()
  return {
    globals: names(globalThis),
    prototypes: [Object, Array, String, Function, Node, Element, HTMLElement, Document, Window].map(({ prototype }) => names(prototype)),
    document: names(document), nodes: document.documentElement.outerHTML, title: document.title, address: location.href,
    styles: outside.map(element => {
      const style = getComputedStyle(element)
      return [element.tagName, ...STYLES.map(name => style.getPropertyValue(name))]
    }),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    stored: [localStorage.length, sessionStorage.length, document.cookie, name], focus: document.activeElement?.tagName, scrolled: scrollY,
  }
}

/** What is around the element without our script. @param {import('node:test').TestContext} t @param {string} path */
async function untouched(t, path) {
  const { page } = await browser.page(t)
  await watchEvents(page)
  await page.route('**/define.js*', route => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.goto(server.url + path)
  return page.evaluate(surroundings)
}

/** From the first screen to the result, in one widget. @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} widget */
async function shortRun(page, widget) {
  const inside = /** @type {any} */ (widget)
  await start(inside)
  for (let n = 1; n <= PAGES; n++) {
    await widget.getByText(`Page ${n} of ${PAGES}`).waitFor()
    for (const [id, value] of Object.entries(SHORT)) if (await widget.locator(`[data-item="${id}"]`).isVisible()) await answer(inside, id, value)
    await press(widget, n < PAGES ? 'Next' : 'Review')
  }
  await press(widget, 'See the result anyway')
  await widget.locator('.report-title').waitFor()
  const [complete] = await heard(page, 'taut-complete')
  assert.deepEqual(complete.answers.answers, SHORT)
}

/** The look of the inside, but for font and size, which are the page's. @param {import('playwright-core').Page} page */
const look = page => page.evaluate(() => {
  const STYLES = ['color', 'background-color', 'font-style', 'font-weight', 'letter-spacing', 'text-transform', 'text-align', 'cursor', 'display', 'border-top-style', 'border-top-color', 'outline', 'margin', 'padding-block', 'text-indent', 'white-space']
  const root = document.querySelector('taut-line')?.shadowRoot
  return ['.taut', '.main', '.quiet', '.options', '.option', 'h2', '.standfirst', 'legend', 'summary'].map(selector => {
    const style = getComputedStyle(root?.querySelector(selector) ?? assert(selector))
    return [selector, ...STYLES.map(name => `${name}: ${style.getPropertyValue(name)}`)]
  })
  /** @param {string} selector @returns {never} */
  function assert(selector) { throw new Error(selector) }
})

for (const name of ['hostile', 'strict']) {
  test(`${name}.html: to a result, with no other host, and nothing changed around it`, async t => {
    const alone = await untouched(t, `${name}.html`)
    const { page, errors, asked } = await open(t, `${name}.html`)
    await page.locator('.main').waitFor()
    assert.deepEqual(await page.evaluate(surroundings), alone, 'once it is there')
    await shortRun(page, page.locator('taut-line'))
    const { focus, scrolled, ...later } = await page.evaluate(surroundings)
    assert.equal(focus, 'TAUT-LINE')
    assert.deepEqual({ ...later, focus: alone.focus, scrolled: alone.scrolled }, alone, 'after the run')
    assert.deepEqual(asked.filter(address => !address.startsWith(server.url) && !address.startsWith('about:')), [])
    assert.deepEqual(errors, [])
  })
}

test('hostile.html: no style of the page gets in, and none of its inherited ones', async t => {
  const calm = await open(t, 'calm.html')
  await calm.page.locator('.main').waitFor()
  const hostile = await open(t, 'hostile.html')
  await hostile.page.locator('.main').waitFor()
  assert.deepEqual(await look(hostile.page), await look(calm.page))
})

test('hundred.html: one script, one core, all usable, and the two of one key are told apart', async t => {
  const { page, errors, asked } = await open(t)
  await page.addInitScript(() => {
    const made = /** @type {any} */ (globalThis).made = { compile: 0, compileStreaming: 0, instantiate: 0, instantiateStreaming: 0 }
    for (const name of /** @type {(keyof made)[]} */ (Object.keys(made))) {
      const usual = /** @type {any} */ (WebAssembly)[name]
      Object.assign(WebAssembly, { [name](/** @type {any} */ ...given) {
        made[name]++
        return usual.apply(WebAssembly, given)
      } })
    }
  })
  const begun = performance.now()
  await page.goto(`${server.url}hundred.html`)
  await page.waitForFunction(() => [...document.querySelectorAll('taut-line')].every(({ shadowRoot }) => shadowRoot?.querySelector('.main')))
  const drawn = performance.now() - begun
  await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.filter(([/** @type {string} */ kind]) => kind === 'taut-ready').length === 100)
  t.diagnostic(`100 widgets drawn after ${Math.round(drawn)} ms, ready after ${Math.round(performance.now() - begun)} ms`)
  assert.equal(await page.locator('taut-line').count(), 100)
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).made), { compile: 1, compileStreaming: 0, instantiate: 0, instantiateStreaming: 0 })
  const of = (/** @type {string} */ name) => asked.filter(address => new URL(address).pathname === name).length
  assert.deepEqual(['/define.js', '/texts/en.json', '/pkg/tautline_bg.wasm'].map(of), [1, 1, 1])
  const widget = (/** @type {number} */ n) => page.locator('taut-line').nth(n)
  for (const n of [0, 1, 99]) {
    await press(widget(n), 'Start')
    await widget(n).getByRole('radio', { name: 'About once a month' }).check()
    await widget(n).getByText('1 of 31 answered').waitFor()
    assert.equal(await widget(n).getByText('The same assessment is on this page a second time.').count(), n === 1 ? 1 : 0)
  }
  assert.deepEqual(errors, [])
})

test('two-versions.html: the first build stays, the script under two addresses and the other build do no harm', async t => {
  const { page, errors } = await open(t, 'two-versions.html')
  await page.locator('.main').nth(1).waitFor()
  await page.waitForFunction(async () => {
    const { TautLine } = await import(`${location.origin}/other/taut-line.js`)
    return TautLine.build === 'other'
  })
  assert.equal(await page.evaluate(() => 'build' in /** @type {object} */ (customElements.get('taut-line'))), false)
  await shortRun(page, page.locator('taut-line').first())
  assert.equal(await page.locator('taut-line').nth(1).getByRole('button', { name: 'Start', exact: true }).count(), 1)
  assert.deepEqual(errors, [])
})

test('third-party.html: in a frame of another site, to a result', async t => {
  const { page, asked } = await open(t)
  const elsewhere = server.url.replace('127.0.0.1', 'localhost')
  await page.goto(`${elsewhere}third-party.html#${server.url}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('.main').waitFor()
  // by script, since Firefox's driver reaches into no frame of another site with the mouse
  await frame.locator('taut-line').evaluate((/** @type {any} */ element, answers) => {
    element.answers = { instrument: 'bt-synchronization', version: '1.0', role: 'ceo', answers }
    element.finish()
  }, SHEET)
  await frame.locator('.report-title').waitFor()
  await frame.getByText('CEO').first().waitFor()
  assert.deepEqual(asked.filter(address => !address.startsWith(server.url) && !address.startsWith(elsewhere)), [])
  // nothing of it reaches the page around the frame
  assert.deepEqual(await heard(page, 'taut-complete'), [])
})
