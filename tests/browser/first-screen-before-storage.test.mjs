// The first screen does not wait for what was saved; what was saved is taken over when it comes, and nothing done meanwhile is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { answer, expectAnswered, focusName, item, open, press, savedFile, start } from './harness/walk.mjs'

const SAVED = 'Saved in your browser, not on our servers.'

const { browser, server } = await shared()

/** Two answers saved, and the storage kept busy until `release`. @param {import('node:test').TestContext} t */
async function busy(t) {
  const { context, page: first } = await browser.page(t)
  await open(first, server.url)
  await start(first)
  await answer(first, 'DT1', 28)
  await answer(first, 'DT3', 4)
  await first.getByText(SAVED).waitFor()
  await first.goto(`${server.url}icon.png`)
  await first.evaluate(() => new Promise(held => {
    indexedDB.open('tautline').onsuccess = ({ target }) => {
      const entries = /** @type {any} */ (target).result.transaction('entries', 'readwrite').objectStore('entries')
      const hold = () => {
        held(undefined)
        if (!('free' in globalThis)) entries.get(['']).onsuccess = hold
      }
      hold()
    }
  }))
  const page = await context.newPage()
  await open(page, server.url)
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  return { page, release: () => first.evaluate(() => { Object.assign(globalThis, { free: true }) }) }
}

test('what is done before the saved answers come is the later word', async t => {
  const { page, release } = await busy(t)
  await start(page, 'CEO or equivalent')
  await answer(page, 'DT3', 2)
  await answer(page, 'DT4', 'dk')
  await expectAnswered(page, 2)
  const focus = await focusName(page)
  await release()
  await expectAnswered(page, 3)
  assert.equal(await item(page, 'DT1').locator('[type=text]').inputValue(), '28')
  assert.equal(await focusName(page), focus)
  const { role, answers } = JSON.parse((await savedFile(page)).text)
  assert.deepEqual([role, answers], ['ceo', { DT1: 28, DT3: 2, DT4: 'dk' }])
  await page.getByText(SAVED).waitFor()
  await page.reload()
  await expectAnswered(page, 3)
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, answers)
})

test('the saved place takes no focus, and loses none', async t => {
  const { page, release } = await busy(t)
  await release()
  await expectAnswered(page, 2)
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY')

  const { page: other, release: later } = await busy(t)
  await other.getByRole('radio', { name: 'Leave it open' }).focus()
  await later()
  await expectAnswered(other, 2)
  assert.match(await focusName(other), /^H2 Money and requests/)
})

test('where nothing is saved the first screen is drawn once', async t => {
  const { page } = await browser.page(t)
  await page.addInitScript(() => {
    const drawn = /** @type {any} */ (globalThis).drawn = /** @type {string[]} */ ([])
    const { attachShadow } = Element.prototype
    Element.prototype.attachShadow = function (how) {
      const root = attachShadow.call(this, how)
      new MutationObserver(changes => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLElement) drawn.push(node.className)
      }).observe(root, { childList: true, subtree: true })
      return root
    }
  })
  await open(page, server.url)
  await page.getByText(SAVED).waitFor()
  await press(page, 'Start')
  const drawn = await page.evaluate(() => /** @type {any} */ (globalThis).drawn)
  assert.deepEqual(drawn.filter((/** @type {string} */ name) => ['taut', 'intro', 'page'].includes(name)), ['taut', 'page'])
})
