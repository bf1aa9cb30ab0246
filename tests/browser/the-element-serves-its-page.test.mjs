// What a page may ask of the element: attributes and the properties that mirror them, answers, links, methods; and
// where a page may put it: clones, templates, roots within roots, other documents, late upgrades.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { SHEET, answer, heard, press, ready, watchEvents } from './harness/walk.mjs'

/** Answers of a CIO who has got as far as two items. */
const TWO = { instrument: 'bt-synchronization', version: '1.0', role: 'cio', answers: { DT3: 3, DS1: 4 } }
const ALL = { instrument: 'bt-synchronization', version: '1.0', role: 'ceo', answers: SHEET }
const REVIEW = 'Before the result'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: {
    '/empty': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><input id="mine"><main></main></html>',
  } })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** A page without the widget; its script has not been loaded. @param {import('node:test').TestContext} t */
async function host(t) {
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await watchEvents(page)
  await page.goto(`${server.url}empty`)
  return page
}

/** @typedef {import('playwright-core').Page} Page */
const define = (/** @type {Page} */ page) => page.evaluate(() => import(`${location.origin}/define.js`))

/** A widget in the page, with properties set before it is there. @param {Page} page @param {object} [properties] */
async function widget(page, properties = {}) {
  await page.evaluate(given => {
    document.getElementById('mine')?.focus()
    document.querySelector('main')?.append(Object.assign(document.createElement('taut-line'), given))
  }, properties)
  return page.locator('taut-line').last()
}

/** Sets a property, or calls a method. @param {import('playwright-core').Locator} element @param {string} name @param {...unknown} given */
const tell = (element, name, ...given) => element.evaluate((/** @type {any} */ widget, { name, given }) => {
  if (typeof widget[name] === 'function') widget[name](...given)
  else widget[name] = given[0]
}, { name, given })

/** @param {import('playwright-core').Locator} element @param {string} name @returns {Promise<any>} */
const read = (element, name) => element.evaluate((/** @type {any} */ widget, name) => widget[name], name)

/** A result's token, from the widget's own panel. @param {Page} page @param {import('playwright-core').Locator} element */
async function linkOf(page, element) {
  await press(element, 'Share or compare')
  const field = element.locator('.share input, .share textarea').first()
  await field.waitFor()
  return field.inputValue()
}

test('each attribute has a property; one that is empty takes the attribute away', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page, { theme: 'dark', storageKey: 'mine', respondent: 'ceo' })
  assert.deepEqual(await element.evaluate(element => [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort()), ['respondent=ceo', 'storage-key=mine', 'theme=dark'])
  assert.deepEqual(await element.evaluate((/** @type {any} */ one) => [one.src, one.result, one.benchmark, one.theme, one.storageKey, one.respondent]), ['', '', '', 'dark', 'mine', 'ceo'])
  await tell(element, 'theme', '')
  assert.equal(await element.getAttribute('theme'), null)
})

test('the respondent is chosen at first, but not over a choice, an answer or a name that nobody has', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page, { respondent: 'ceo' })
  const chosen = (/** @type {string} */ name) => element.getByRole('radio', { name }).and(element.locator(':checked'))
  await chosen('CEO').waitFor()
  await tell(element, 'respondent', 'cio')
  await tell(element, 'respondent', 'nobody')
  await ready(page)
  assert.equal(await chosen('CEO').count(), 1)
  await tell(element, 'reset')
  await tell(element, 'respondent', 'cio')
  await tell(element, 'reset')
  await chosen('CIO or equivalent').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'mine')
})

test('answers come and go as a document; what the core refuses changes nothing and is told', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page, { answers: TWO })
  await element.getByRole('heading', { name: REVIEW }).waitFor()
  assert.deepEqual(await read(element, 'answers'), { ...TWO, seed: undefined, active_seconds: 0 })
  await tell(element, 'answers', { ...TWO, answers: { DT3: 99 } })
  await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some(([/** @type {string} */ kind]) => kind === 'taut-error'))
  const [{ problems }] = await heard(page, 'taut-error')
  assert.deepEqual(problems.map((/** @type {any} */ { at }) => at), ['/answers/DT3'])
  assert.deepEqual((await read(element, 'answers')).answers, TWO.answers)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'mine')
  // it was saved, and what it was read as is nobody's but the reader's
  await element.evaluate((/** @type {any} */ one) => { one.answers.answers.DT3 = 1 })
  await page.reload()
  await define(page)
  const again = await widget(page)
  await again.getByRole('heading', { name: REVIEW }).waitFor()
  assert.deepEqual((await read(again, 'answers')).answers, TWO.answers)
})

test('finish shows the result, reset erases without asking, also what was saved', async t => {
  const page = await host(t)
  await define(page)
  // asked for before there is anything to do it to, and done in this order
  const element = await widget(page)
  await tell(element, 'answers', ALL)
  await tell(element, 'finish')
  await element.locator('.report-title').waitFor()
  assert.equal(await read(element, 'phase'), 'done')
  assert.deepEqual((await heard(page, 'taut-complete')).map(({ answers }) => answers.answers), [SHEET])
  assert.deepEqual(await page.evaluate(() => [document.activeElement?.id, scrollY]), ['mine', 0])
  await tell(element, 'reset')
  await element.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual((await read(element, 'answers')).answers, {})
  await page.reload()
  await define(page)
  await (await widget(page)).getByRole('button', { name: 'Start', exact: true }).waitFor()
})

test('a result opens from a token, a link or a text around it, at the start and later; an invitation seats', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page)
  await tell(element, 'answers', ALL)
  await tell(element, 'finish')
  await element.locator('.report-title').waitFor()
  const link = await linkOf(page, element)
  const token = link.split('r=')[1] ?? assert.fail(link)
  await tell(element, 'answers', TWO)
  await tell(element, 'finish')
  await element.locator('.byline').getByText('CIO or equivalent').waitFor()
  const second = (await linkOf(page, element)).split('r=')[1] ?? ''
  await tell(element, 'reset')
  await element.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await element.evaluate(one => one.remove())

  const other = await widget(page, { result: token })
  const title = other.locator('.byline')
  await title.getByText('CEO').waitFor()
  assert.deepEqual(await page.evaluate(() => [document.activeElement?.id, scrollY, location.hash]), ['mine', 0, ''])
  assert.deepEqual((await read(other, 'answers')).answers, {})
  await tell(other, 'result', `look: <https://example.org/page?x=1#r=${second}> (mine)`)
  await title.getByText('CIO').waitFor()
  await tell(other, 'result', '')
  await other.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await tell(other, 'open', 'no link at all')
  await other.getByText('Close').first().waitFor()
  await tell(other, 'open', `${server.url}#for=ceo`)
  await other.getByRole('radio', { name: 'CEO' }).and(other.locator(':checked')).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'mine')
})

test('properties that were set before the script came are taken up', async t => {
  const page = await host(t)
  const element = await widget(page, { theme: 'dark', answers: TWO, storageKey: 'late', phase: 'mine' })
  await page.evaluate(() => {
    const element = document.querySelector('taut-line')
    element?.setAttribute('respondent', 'ceo')
    element?.append('Children stay')
  })
  await define(page)
  await element.getByRole('heading', { name: REVIEW }).waitFor()
  assert.deepEqual(await element.evaluate((/** @type {any} */ one) => [one.getAttribute('theme'), one.getAttribute('storage-key'), Object.keys(one), one.textContent, one.phase]),
    ['dark', 'late', [], 'Children stay', 'answering'])
  assert.equal((await read(element, 'answers')).role, 'cio')
})

test('clones, templates and roots within roots', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page, { storageKey: 'first' })
  await press(element, 'Start')
  await answer(/** @type {any} */ (element), 'DT1', 20)
  await page.evaluate(() => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'))
    const copy = /** @type {HTMLElement} */ (document.querySelector('taut-line')?.cloneNode(true))
    copy.id = 'copy'
    copy.setAttribute('storage-key', 'copy')
    const template = document.createElement('template')
    const inner = document.createElement('taut-line')
    inner.setAttribute('storage-key', 'template')
    template.content.append(inner)
    const outer = document.createElement('section')
    outer.attachShadow({ mode: 'open' }).append(template.content.cloneNode(true))
    main.append(copy, document.importNode(template.content, true), outer)
  })
  for (const one of [page.locator('#copy'), page.locator('[storage-key=template]').first(), page.locator('section taut-line')]) {
    await press(one, 'Start')
    await one.getByText('0 of 31 answered').waitFor()
    await answer(/** @type {any} */ (one), 'DT3', 2)
    await one.getByText('1 of 31 answered').waitFor()
  }
  await element.getByText('1 of 31 answered').waitFor()
  assert.equal((await heard(page, 'taut-answer')).at(-1).item, 'DT3')
})

test('in a frame\'s document and back: looks and works as before, to a result', async t => {
  const page = await host(t)
  await define(page)
  const element = await widget(page)
  await press(element, 'Start')
  await answer(/** @type {any} */ (element), 'DT1', 20)
  // by the page itself: the driver of Firefox loses an element that changes its document
  const inPage = (/** @type {string | undefined} */ deed) => page.evaluate(deed => {
    const element = /** @type {any} */ (document.querySelector('taut-line') ?? document.querySelector('iframe')?.contentDocument?.querySelector('taut-line'))
    if (deed) element[deed]()
    const style = element.ownerDocument.defaultView.getComputedStyle(element.shadowRoot.querySelector('button.main'))
    return [style.backgroundColor, style.paddingTop, style.cursor]
  }, deed)
  const before = await inPage(undefined)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.width = '1000'
    frame.height = '700'
    document.body.append(frame)
    const inside = /** @type {Document} */ (frame.contentDocument)
    inside.body.append(inside.adoptNode(/** @type {Node} */ (document.querySelector('taut-line'))))
  })
  const moved = page.frameLocator('iframe').locator('taut-line')
  await moved.getByText('1 of 31 answered').waitFor()
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('taut-line')?.shadowRoot?.adoptedStyleSheets.length)
  assert.deepEqual(await inPage(undefined), before)
  await inPage('finish')
  await moved.locator('.report-title').waitFor()
  await press(moved, 'Share or compare')
  await moved.locator('.share').waitFor()
  await page.evaluate(() => document.querySelector('main')?.append(/** @type {Node} */ (document.querySelector('iframe')?.contentDocument?.querySelector('taut-line'))))
  await page.waitForFunction(() => document.querySelector('taut-line')?.shadowRoot?.adoptedStyleSheets.length)
  await page.locator('taut-line .report-title').waitFor()
})

test('removed while it loads, put back, and put into a document before it is defined: one widget, one start', async t => {
  const page = await host(t)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    Object.assign(globalThis, { stranger: frame.contentDocument?.createElement('taut-line') })
  })
  await define(page)
  await page.evaluate(async () => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'))
    const element = /** @type {any} */ (globalThis).stranger
    for (const pause of [0, 1, 5, 20, 60, 120, 250, 400]) {
      main.append(element)
      element.remove()
      main.append(element)
      await new Promise(resolve => setTimeout(resolve, pause))
      element.remove()
      await Promise.resolve()
      if (element.phase !== 'idle') throw new Error(`${element.phase} after ${pause} ms`)
    }
    main.append(element)
  })
  await ready(page)
  const element = page.locator('taut-line')
  assert.equal(await element.getByText('a second time').count(), 0)
  await press(element, 'Start')
  await answer(/** @type {any} */ (element), 'DT3', 2)
  await element.getByText('1 of 31 answered').waitFor()
  assert.equal((await heard(page, 'taut-answer')).length, 1)
})
