// The whole check from the first radio to the result and the saved files, without one mouse event.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { PAGES, SHEET, fileAfter, focusName, open } from './harness/walk.mjs'

const { browser, server } = await shared()

/** Keys for each answer of the sheet, from the first control of the item. @param {string} id @returns {string[]} */
function keysFor(id) {
  const answer = /** @type {any} */ (SHEET)[id]
  if (id === 'P1') return ['2', '5', '4', '1', '3'] // places the n-th option next
  if (id === 'P2') return Object.values(answer).flatMap((grade, row) => [...(row ? ['Tab'] : []), grade === 'dk' ? '0' : String(grade)])
  if (id === 'DT1' || id === 'DT2') return ['Tab', ...String(answer)]
  return answer === 'dk' ? ['0'] : [String(answer)]
}

test('everything can be reached, answered and saved by keyboard', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(() => {
    const mouse = /** @type {any} */ (globalThis).mouse = /** @type {string[]} */ ([])
    for (const kind of ['mousedown', 'pointerdown']) addEventListener(kind, () => mouse.push(kind), true)
  })
  await open(page, server.url)
  const key = (/** @type {string} */ name) => page.keyboard.press(name)
  /** Tabs on until the focus is on something whose name starts so. @param {string} name */
  const tabTo = async name => {
    for (let n = 0; n < 60; n++) {
      await key('Tab')
      if ((await focusName(page)).includes(name)) return
    }
    assert.fail(`no way by Tab to ${name}`)
  }

  await tabTo('INPUT')
  await key('ArrowDown')
  await page.getByRole('radio', { name: 'CIO or equivalent' }).and(page.locator(':checked')).waitFor()
  await tabTo('BUTTON Start')
  await key('Enter')

  for (let n = 1; n <= PAGES; n++) {
    await page.getByText(`Page ${n} of ${PAGES}`).waitFor()
    assert.match(await focusName(page), /^H2/)
    const ids = await page.locator('[data-item]:visible').evaluateAll(frames => frames.map(frame => /** @type {HTMLElement} */ (frame).dataset['item'] ?? ''))
    for (const id of ids) {
      await tabIntoItem(page, id)
      if (id === 'FT1' || id === 'P3') {
        const values = Object.values(/** @type {any} */ (SHEET)[id])
        for (const [part, value] of values.entries()) {
          await page.locator(`[data-item="${id}"] input[type=text]`).nth(part).focus()
          for (const digit of String(value)) await key(digit)
        }
      } else for (const name of keysFor(id)) await key(name)
      assert.ok(await focusName(page))
    }
    // Enter goes on where the focus is in a field or a radio; a page may also end on a button
    if (n < PAGES) await key('Enter')
    else await tabTo('BUTTON Review')
  }
  await key('Enter')
  await page.getByRole('heading', { name: 'Before the result' }).waitFor()
  await page.getByText('Every question has an answer.').waitFor()
  await tabTo('BUTTON See the result')
  await key('Enter')
  await page.locator('.report-title').waitFor()
  assert.ok(await focusName(page))

  await page.locator('.menu summary').focus()
  await key('Enter')
  await key('Tab')
  const saved = JSON.parse((await fileAfter(page, () => key('Enter'))).text)
  assert.deepEqual(saved.answers, SHEET)
  assert.equal(saved.role, 'cio')
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).mouse), [])
  assert.deepEqual(errors, [])
})

/** @param {import('playwright-core').Page} page @param {string} id */
async function tabIntoItem(page, id) {
  for (let n = 0; n < 40; n++) {
    const inside = await page.evaluate(() => {
      const active = document.querySelector('taut-line')?.shadowRoot?.activeElement
      return active?.closest('[data-item]')?.getAttribute('data-item')
    })
    if (inside === id) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`no way by Tab to ${id}`)
}
