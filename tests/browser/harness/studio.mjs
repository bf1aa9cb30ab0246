// Ways through the studio that its tests share.
import { noteFiles, press } from './walk.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} url */
export async function opened(page, url) {
  await page.addInitScript(noteFiles)
  await page.goto(`${url}studio.html`)
  await page.locator('.studio').waitFor()
}

/** Begins with a template under a title. @param {Page} page @param {string} id @param {string} title */
export async function begin(page, id, title) {
  await page.locator(`[data-template="${id}"]`).click()
  const name = page.getByLabel('Title, as everybody sees it')
  await name.fill(title)
  await press(page.locator('dialog'), 'Begin')
  await page.locator('.outline .section').first().waitFor()
}

/** What is kept in the browser, once that holds what is wanted: writing waits for a pause. @param {Page} page @param {(definition: any) => boolean} wanted @returns {Promise<any>} */
export async function kept(page, wanted = () => true) {
  const handle = await page.waitForFunction(`(kept => kept && (${wanted})(JSON.parse(kept)) && kept)(localStorage.getItem('tautline-studio'))`)
  return JSON.parse(String(await handle.jsonValue()))
}

/** The head of an entry of the outline. @param {Page} page @param {string} key */
export const head = (page, key) => page.locator(`[data-key="head ${key}"]`)
/** A control of the outline. @param {Page} page @param {string} key */
export const control = (page, key) => page.locator(`:is(input, textarea, select, button)[data-key="${key}"]`)
/** @param {Page} page @param {string} name */
export const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click()
/** What the list of problems is headed with. @param {Page} page @param {string} words */
export const tally = (page, words) => page.locator('.problems-head').getByText(words, { exact: true }).waitFor()
/** Writes over the whole text. @param {Page} page @param {string} text */
export async function write(page, text) {
  await tab(page, 'Text')
  await page.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** Opens a definition from a file. @param {Page} page @param {string} text */
export async function openFile(page, text) {
  await page.locator('input[type=file]').setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.locator('.outline .section').first().waitFor()
}

/** What is written now: a page that is left keeps it at once. @param {Page} page */
export const current = page => page.evaluate(() => {
  dispatchEvent(new Event('pagehide'))
  return localStorage.getItem('tautline-studio') ?? ''
})

/** Takes everything back. @param {Page} page */
export async function undoAll(page) {
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  while (await undo.isEnabled()) await undo.click()
}
