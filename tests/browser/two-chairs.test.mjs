// Two people, two browsers: one invites, both answer unseen, both see both.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { SHEET, answer, answerAll, answerByMouse, expectAnswered, open, press, start } from './harness/walk.mjs'

const { browser, server } = await shared()

/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page */
const sideBySide = page => page.getByRole('heading', { name: 'Two views side by side' }).waitFor()

/** @param {Page} page */
async function finish(page) {
  await answerAll(page, SHEET, answerByMouse)
  await press(page, 'See the result')
  await page.locator('.report-title').waitFor()
}

/** The links that the panel offers. @param {Page} page */
async function links(page) {
  await press(page, 'Share or compare')
  const of = (/** @type {string} */ label) => page.getByLabel(label).inputValue()
  return { result: await of('Link to this result'), invitation: await of('Link to invite your counterpart') }
}

/** Opens an address in the same tab, as pasting it into the address bar does. @param {Page} page @param {string} href */
const follow = (page, href) => page.evaluate(to => { location.href = to }, href)

/** All that the page holds: its text, its address, its stores. @param {Page} page */
const everything = page => page.evaluate(async () => {
  const text = [...document.querySelectorAll('taut-line')].map(element => element.shadowRoot?.textContent).join()
  const stores = await indexedDB.databases()
  const kept = await Promise.all(stores.map(({ name = '' }) => new Promise(done => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database = /** @type {any} */ (target).result
      const all = [...database.objectStoreNames].map(store => new Promise(read => {
        database.transaction(store).objectStore(store).getAll().onsuccess = (/** @type {any} */ event) => read(event.target.result)
      }))
      Promise.all(all).then(done)
    }
  })))
  return JSON.stringify([text, location.href, history.length, kept, { ...localStorage }, { ...sessionStorage }, document.cookie])
})

test('the invited one sees nothing of the other before the end; then both see both, in either order', async t => {
  const { page: cio, errors } = await browser.page(t)
  await open(cio, server.url)
  await start(cio)
  await finish(cio)
  const first = await links(cio)
  assert.match(first.invitation, /#for=ceo$/)

  const { page: ceo, errors: others } = await browser.page(t)
  await open(ceo, first.invitation)
  await ceo.getByText('You were invited to answer as: CEO or equivalent.').waitFor()
  assert.equal(ceo.url(), server.url)
  assert.ok(await ceo.getByRole('radio', { name: 'CEO or equivalent' }).isChecked())
  await press(ceo, 'Start')
  await answer(ceo, 'DT3', 5)
  await expectAnswered(ceo, 1)

  // too early: the link is not opened, and nothing of it stays
  await follow(ceo, first.result)
  await ceo.getByText('You were asked to answer first').waitFor()
  const held = await everything(ceo)
  const token = first.result.split('#r=')[1] ?? ''
  assert.ok(token.length > 20 && !held.includes(token))
  assert.ok(!held.includes('Speed at creating new value'), 'an answer of the other is in the page')
  await press(ceo, 'Close')
  await ceo.reload()
  await ceo.getByText('Page 1 of 9').waitFor()
  assert.ok(!(await everything(ceo)).includes(token))

  await finish(ceo)
  await follow(ceo, first.result)
  await press(ceo, 'Side by side with my answers')
  await sideBySide(ceo)
  await ceo.reload()
  await ceo.locator('.report-title').waitFor()
  const second = await links(ceo)

  // the other way: the invitation's author opens the link that came back
  await follow(cio, second.result)
  await press(cio, 'Side by side with my answers')
  await sideBySide(cio)
  assert.deepEqual([errors, others], [[], []])
})

test('a pasted text or a file beside the own result; what is no link says so', async t => {
  const { page } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await finish(page)
  const { result } = await links(page)
  const field = page.getByLabel('Link of the other result')
  await field.fill('nothing here')
  await press(page, 'Side by side')
  await page.locator('.share .problem').getByText('There is no result link in this text.').waitFor()
  await field.fill(`Here it is: <${result}>, see you`)
  await field.press('Enter')
  await sideBySide(page)

  await press(page, 'Back to one result')
  await press(page, 'Share or compare')
  const answers = JSON.stringify({ instrument: 'bt-synchronization', version: '1.0', role: 'ceo', answers: { DT3: 1, DS1: 5 } })
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'Open a file')
  await (await chooser).setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(answers) })
  await page.getByText('answers.json is open.').waitFor()
  await press(page, 'Side by side')
  await sideBySide(page)
})
