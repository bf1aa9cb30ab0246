// Ways through the widget in WebKit. Scripts in the page only find things and wait; clicks and keys are the driver's.
import assert from 'node:assert/strict'
import { Key } from 'selenium-webdriver'
import { PAGES } from '../harness/walk.mjs'
import { until } from './harness.mjs'

/** @typedef {import('./harness.mjs').Page} Page */
/** @typedef {{item?: string, name?: string, text?: string, nth?: number}} Wanted   the item it belongs to, its whole name, a part of its text, which one of several */

/** Runs in the page: what can be seen of the widget and fits. @param {string} css @param {Wanted} wanted */
function look(css, { item, name, text, nth = 0 }) {
  const root = document.querySelector('taut-line')?.shadowRoot
  const within = item ? root?.querySelector(`[data-item="${item}"]`) : root
  return [...within?.querySelectorAll(css) ?? []].filter(one => one.checkVisibility()
    && (name === undefined || (one.getAttribute('aria-label') ?? one.textContent).trim() === name)
    && (text === undefined || one.textContent.includes(text)))[nth]
}

/** Waits for something on the screen. @param {Page} page @param {string} css @param {Wanted} [wanted] @returns {Promise<import('selenium-webdriver').WebElement>} */
export const find = (page, css, wanted = {}) => until(page, `${css} ${JSON.stringify(wanted)}`, look, css, wanted)

/** By the mouse itself: the driver's own click takes a text field in a shadow root for covered. @param {Page} page @param {string} css @param {Wanted} [wanted] */
export async function click(page, css, wanted) {
  const origin = await find(page, css, wanted)
  await page.executeScript((/** @type {Element} */ one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }), origin)
  await page.actions().move({ origin }).click().perform()
}

/** @param {Page} page @param {string} name */
export const press = (page, name) => click(page, 'button', { name })

/** @param {Page} page @param {string} text */
export const says = (page, text) => find(page, 'p, span, strong, h2, h3, label, output', { text })

/** @param {Page} page @param {...string} keys */
export const keys = (page, ...keys) => page.actions().sendKeys(...keys).perform()

/** Loads an address and waits for the first screen; from then on `heard` has the results. @param {Page} page @param {string} url */
export async function visit(page, url) {
  await page.get(url)
  await find(page, 'h2')
  await page.executeScript(() => {
    const heard = /** @type {any} */ (globalThis).heard = /** @type {any[]} */ ([])
    addEventListener('taut-complete', event => heard.push(/** @type {CustomEvent} */ (event).detail))
  })
}

/** What `taut-complete` told. @param {Page} page @returns {Promise<any>} */
export const completed = page => until(page, 'taut-complete', () => /** @type {any} */ (globalThis).heard.at(-1))

/** @param {Page} page @param {string} [role] */
export async function start(page, role = 'CIO or equivalent') {
  await click(page, 'label.option', { text: role })
  await press(page, 'Start')
}

/** The items on the screen. @param {Page} page @returns {Promise<string[]>} */
const items = page => page.executeScript(() => [.../** @type {any} */ (document.querySelector('taut-line')).shadowRoot.querySelectorAll('[data-item]')]
  .filter(frame => frame.checkVisibility()).map(frame => frame.dataset.item))

/** Answers one item by mouse, and by keys where something is written. @param {Page} page @param {string} item @param {any} answer */
export async function answer(page, item, answer) {
  const field = async (/** @type {any} */ value, nth = 0) => {
    await click(page, 'input[type=text]', { item, nth })
    await keys(page, String(value))
  }
  const pick = (/** @type {any} */ value, nth = 0) => click(page, `.options label:has([value="${value}"])`, { item, nth })
  if (answer === 'dk') await click(page, '.foot .dont-know', { item })
  else if (item === 'P1') for (const option of answer) await click(page, '.pool button', { item, text: LABELS[option] })
  else if (item === 'P2') for (const [row, value] of Object.values(answer).entries()) await gridRow(page, row, value)
  else if (typeof answer === 'object') for (const [nth, value] of Object.values(answer).entries()) await field(value, nth)
  else if (['DT1', 'DT2'].includes(item)) await field(answer)
  else await pick(answer)
}

const LABELS = /** @type {{[id: string]: string}} */ ({
  cost: 'Cost effectiveness', speed: 'Speed at creating new value', innovation: 'Innovation', service: 'Service levels', relevance: 'Business relevance',
})

/** @param {Page} page @param {number} row @param {any} value */
const gridRow = (page, row, value) => click(page, `.rated:nth-of-type(${row + 1}) label:has([value="${value}"])`, { item: 'P2' })

/** From the first page to the review. @param {Page} page @param {{[item: string]: any}} sheet @param {(page: number) => unknown} [each] called on every page before its answers */
export async function answerAll(page, sheet, each) {
  for (let n = 1; n <= PAGES; n++) {
    await says(page, `Page ${n} of ${PAGES}`)
    await each?.(n)
    for (const id of await items(page)) if (id in sheet) await answer(page, id, sheet[id])
    await press(page, n < PAGES ? 'Next' : 'Review')
  }
}

/** What has the focus inside the widget. @param {Page} page @returns {Promise<string>} its item, its tag and its name */
export const focused = page => page.executeScript(() => {
  const active = document.querySelector('taut-line')?.shadowRoot?.activeElement
  return `${active?.closest('[data-item]')?.getAttribute('data-item') ?? ''} ${active?.tagName} ${active?.getAttribute('aria-label') ?? active?.textContent ?? ''}`
})

/** Tabs on until the focus is where it should be. @param {Page} page @param {string} where part of what `focused` says */
export async function tabTo(page, where) {
  for (let n = 0; n < 60; n++) {
    await keys(page, Key.TAB)
    if ((await focused(page)).includes(where)) return
  }
  assert.fail(`no way by Tab to ${where}`)
}
