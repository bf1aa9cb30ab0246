// Ways through the widget that several tests need, by what a person sees.
import assert from 'node:assert/strict'

/** A complete sheet: item -> answer, as in the answers document. */
export const SHEET = {
  DT1: 28, DT2: 20, DT3: 3, DT4: 2, DS1: 3, DS2: 'dk', DS3: 2, DS4: 3, DS5: 2,
  FT1: { keep: 35, requests: 25, process: 15, new: 10, foundations: 15 },
  FT2: 4, FT3: 3, FT4: 2, FS1: 3, FS2: 2, FS3: 3, FS4: 3, FS5: 4,
  CT1: 4, CT2: 3, CT3: 4, CT4: 2, CS1: 3, CS2: 3, CS3: 2, CS4: 3, CS5: 4,
  P1: ['speed', 'relevance', 'service', 'cost', 'innovation'],
  P2: { cost: 3, speed: 2, innovation: 3, service: 4, relevance: 'dk' },
  P3: { keep: 20, requests: 15, process: 25, new: 20, foundations: 20 }, G1: 3,
}
export const PAGES = 9
/** What is said on the way. */
const ENGLISH = { page_of: 'Page {page} of {pages}', next: 'Next', to_review: 'Review' }

/** @typedef {import('playwright-core').Page} Page */

/** Opens the page and waits for the first screen. @param {Page} page @param {string} url */
export async function open(page, url) {
  await page.addInitScript(noteFiles)
  await page.goto(url)
  await page.locator('.taut').first().waitFor()
}

/**
 * Notes every file the page hands to the browser. Runs in the page: Firefox
 * tells its driver of no download of a blob.
 */
export function noteFiles() {
  if ('files' in globalThis) return
  const files = /** @type {Promise<{name: string, text: string}>[]} */ ([])
  Object.assign(globalThis, { files })
  const blobs = new Map()
  const { createObjectURL } = URL
  URL.createObjectURL = blob => {
    const url = createObjectURL(blob)
    blobs.set(url, blob)
    return url
  }
  const { click } = HTMLAnchorElement.prototype
  HTMLAnchorElement.prototype.click = function () {
    const { download: name, href } = this
    if (name) files.push(blobs.get(href).text().then((/** @type {string} */ text) => ({ name, text })))
    click.call(this)
  }
}

/** Waits until the core has accepted the definition. Call it after `watchEvents`. @param {Page} page */
export const ready = page => page.waitForFunction(() => /** @type {any} */ (globalThis).heard?.some(([/** @type {string} */ kind]) => kind === 'taut-ready'))

/** Records the element's events from before the first script. @param {Page} page */
export const watchEvents = page => page.addInitScript(() => {
  const heard = /** @type {any} */ (globalThis).heard = /** @type {any[]} */ ([])
  for (const kind of ['taut-ready', 'taut-answer', 'taut-complete', 'taut-error']) {
    addEventListener(kind, event => heard.push([kind, /** @type {CustomEvent} */ (event).detail]))
  }
})

/** @param {Page} page @param {string} kind @returns {Promise<any[]>} */
export const heard = (page, kind) => page.evaluate(wanted => /** @type {any} */ (globalThis).heard.filter(([/** @type {string} */ k]) => k === wanted).map(([, /** @type {any} */ detail]) => detail), kind)

/** @param {Page | import('playwright-core').Locator} page @param {string} name */
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

/** The frame of an item. @param {Page | import('playwright-core').Locator} page @param {string} id */
export const item = (page, id) => page.locator(`[data-item="${id}"]`)

/** @param {Page} page @param {string} [role] */
export async function start(page, role = 'CIO or equivalent') {
  await page.getByRole('radio', { name: role }).check()
  await press(page, 'Start')
}

/** Answers one item with the mouse. @param {Page} page @param {string} id @param {any} answer */
export async function answer(page, id, answer) {
  const frame = item(page, id)
  if (answer === 'dk') await frame.locator('.foot .dont-know input').check()
  else if (Array.isArray(answer)) for (const option of answer) await frame.locator('.pool button', { hasText: LABELS[option] }).click()
  else if (typeof answer === 'object') await parts(frame, id, answer)
  else if (await frame.locator('input[type=text]').count()) await frame.locator('input[type=text]').fill(String(answer))
  else await frame.locator(`.options input[value="${answer}"]`).check()
}

const LABELS = /** @type {{[id: string]: string}} */ ({
  cost: 'Cost effectiveness', speed: 'Speed at creating new value', innovation: 'Innovation', service: 'Service levels', relevance: 'Business relevance',
})

/** @param {import('playwright-core').Locator} frame @param {string} id @param {{[part: string]: any}} values */
async function parts(frame, id, values) {
  for (const [n, value] of Object.values(values).entries()) {
    if (id === 'P2') await frame.locator('.rated').nth(n).locator(`input[value="${value}"]`).check()
    else await frame.locator('input[type=text]').nth(n).fill(String(value))
  }
}

/**
 * Answers what a page asks as far as the sheet has it, in the page itself: the same controls, without a mouse that
 * costs a second per item.
 * @param {Page} page @param {{[item: string]: any}} sheet
 */
export const answerPage = (page, sheet) => page.locator('[data-item]').evaluateAll((frames, [sheet, labels]) => {
  for (const frame of frames.filter(frame => frame.getClientRects().length > 0)) {
    const value = sheet[/** @type {HTMLElement} */ (frame).dataset['item'] ?? '']
    /** @param {string} selector @param {number} [n] @returns {any} */
    const control = (selector, n = 0) => frame.querySelectorAll(selector)[n]
    /** @param {HTMLInputElement} field @param {unknown} typed */
    const type = (field, typed) => {
      field.value = String(typed)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (value === 'dk') control('.foot .dont-know input').click()
    else if (Array.isArray(value)) for (const option of value) Array.from(control('.pool').querySelectorAll('button')).find(place => place.textContent === labels[option]).click()
    else if (value instanceof Object) {
      for (const [n, one] of Object.values(value).entries()) {
        control('.rated') ? control('.rated', n).querySelector(`input[value="${one}"]`).click() : type(control('input[type=text]', n), one)
      }
    } else if (value !== undefined) control('input[type=text]') ? type(control('input[type=text]'), value) : control(`.options input[value="${value}"]`).click()
  }
}, /** @type {const} */ ([sheet, LABELS]))

/** The same with the mouse, as a person does it. @param {Page} page @param {{[item: string]: any}} sheet */
export async function answerByMouse(page, sheet) {
  for (const id of await page.locator('[data-item]:visible').evaluateAll(frames => frames.map(frame => /** @type {HTMLElement} */ (frame).dataset['item'] ?? ''))) {
    if (id in sheet) await answer(page, id, sheet[id])
  }
}

/** From the first page to the review, answering what the sheet has. @param {Page} page @param {{[item: string]: any}} [sheet] @param {typeof answerByMouse} [way] @param {typeof ENGLISH} [words] of the widget */
export async function answerAll(page, sheet = SHEET, way = answerPage, words = ENGLISH) {
  for (let n = 1; n <= PAGES; n++) {
    await page.getByText(words.page_of.replace('{page}', String(n)).replace('{pages}', String(PAGES))).waitFor()
    await way(page, sheet)
    await press(page, n < PAGES ? words.next : words.to_review)
  }
}

/** How many files the page has saved. @param {Page} page @returns {Promise<number>} */
const filesOf = page => page.evaluate(() => /** @type {any} */ (globalThis).files.length)

/** Does something that saves a file, and returns the file. @param {Page} page @param {() => Promise<unknown>} act @returns {Promise<{name: string, text: string}>} */
export async function fileAfter(page, act) {
  const before = await filesOf(page)
  await act()
  const file = await page.waitForFunction(n => /** @type {any} */ (globalThis).files[n], before)
  return /** @type {Promise<any>} */ (file.evaluate(promise => promise))
}

/** The answers file, saved from the menu. @param {Page} page */
export const savedFile = page => fileAfter(page, () => menu(page, 'Save answers to a file'))

/** Opens the answers menu and picks from it. @param {Page} page @param {string} name */
export async function menu(page, name) {
  await page.locator('.menu summary').click()
  await press(page.locator('.menu'), name)
}

/** Erases what was answered, which is asked twice. @param {Page} page */
export async function eraseAll(page) {
  await menu(page, 'Erase my answers')
  await press(page, 'Erase')
  await press(page, 'Really erase')
}

/** Reads what the screen says is answered. @param {Page} page @param {number} n */
export const expectAnswered = (page, n, of = 31) => page.getByText(`${n} of ${of} answered`).waitFor()

/** The focus is on something of the widget, never lost. @param {Page} page */
export async function focusName(page) {
  const name = await page.evaluate(() => {
    const inside = document.querySelector('taut-line')?.shadowRoot?.activeElement
    return inside && `${inside.tagName} ${inside.getAttribute('aria-label') ?? inside.textContent}`
  })
  assert.ok(name, 'the focus is lost')
  return name
}
