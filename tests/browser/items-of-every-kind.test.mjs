// Each kind of item: what counts as an answer, what is only kept on screen, and how either is taken back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { answer, expectAnswered, item, open, press, savedFile, start } from './harness/walk.mjs'

const { browser, server } = await shared()

/** A page of the check, by its number. @param {import('node:test').TestContext} t @param {number} n */
async function onPage(t, n, role = 'CIO or equivalent') {
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await open(page, server.url)
  await start(page, role)
  for (let at = 1; at < n; at++) await press(page, 'Next')
  return page
}

/** @param {import('playwright-core').Page} page */
const answers = async page => JSON.parse((await savedFile(page)).text).answers

test('a number: no handle before the first touch, out of range is kept and is no answer', async t => {
  const page = await onPage(t, 1)
  const [slider, field] = [item(page, 'DT1').locator('[type=range]'), item(page, 'DT1').locator('[type=text]')]
  assert.equal(await slider.getAttribute('aria-valuetext'), 'no answer yet')
  assert.match(await slider.getAttribute('class') ?? '', /untouched/)
  await field.fill('140')
  await item(page, 'DT1').getByText('Please give a number from 0 to 100.').waitFor()
  await press(page, 'Next')
  await press(page, 'Back')
  assert.equal(await field.inputValue(), '140')
  assert.deepEqual(await answers(page), {})
  await field.fill('12,5')
  await item(page, 'DT1').getByText('in steps of 1').waitFor()
  await field.fill('abc')
  await item(page, 'DT1').getByText('Please give a number, such as').waitFor()
  await field.fill('0')
  await expectAnswered(page, 1)
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  assert.equal(await field.inputValue(), '1')
  assert.deepEqual(await answers(page), { DT1: 1 })
  await item(page, 'DT1').getByRole('button', { name: /^Clear/ }).click()
  assert.deepEqual([await field.inputValue(), await answers(page)], ['', {}])
})

test('an allocation: the rest runs along, only the whole counts', async t => {
  const page = await onPage(t, 3)
  const fields = item(page, 'FT1').locator('[type=text]')
  await fields.nth(0).fill('70')
  await fields.nth(1).fill('40')
  await item(page, 'FT1').getByText('10 points too many').waitFor()
  assert.deepEqual(await answers(page), {})
  await press(page, '5 fewer for Small requests and maintenance')
  await press(page, '5 fewer for Small requests and maintenance')
  await press(page, '5 fewer for Small requests and maintenance')
  await item(page, 'FT1').getByText('5 points left').waitFor()
  await press(page, 'Add the rest to Changing business processes')
  await item(page, 'FT1').getByText('All 100 points given').waitFor()
  assert.deepEqual(await answers(page), { FT1: { keep: 70, requests: 25, process: 5, new: 0, foundations: 0 } })
  await fields.nth(0).fill('7x')
  await item(page, 'FT1').getByText('whole numbers from 0 to 100 only').waitFor()
  assert.deepEqual(await answers(page), {})
})

test('a ranking: by tap, by arrow keys, by drag; unfinished is no answer', async t => {
  const page = await onPage(t, 9)
  const order = () => item(page, 'P1').locator('.ranked .what').allTextContents()
  await answer(page, 'P1', ['cost', 'speed'])
  assert.deepEqual(await order(), ['Cost effectiveness', 'Speed at creating new value'])
  assert.deepEqual(await answers(page), {})
  await answer(page, 'P1', ['innovation', 'service', 'relevance'])
  assert.deepEqual(await answers(page), { P1: ['cost', 'speed', 'innovation', 'service', 'relevance'] })

  await item(page, 'P1').locator('.grip').nth(4).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  assert.deepEqual((await answers(page)).P1, ['cost', 'speed', 'relevance', 'innovation', 'service'])
  await page.getByText('Business relevance is number 3 of 5').waitFor({ state: 'attached' })
  await press(page, 'Move Cost effectiveness down')
  assert.deepEqual((await answers(page)).P1, ['speed', 'cost', 'relevance', 'innovation', 'service'])

  const grip = item(page, 'P1').locator('.grip')
  const [from, to] = [await grip.nth(0).boundingBox(), await grip.nth(3).boundingBox()]
  assert.ok(from && to)
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(from.x + 5, (from.y + to.y) / 2)
  await page.mouse.move(to.x + 5, to.y + to.height - 5)
  await page.mouse.up()
  assert.deepEqual((await answers(page)).P1, ['cost', 'relevance', 'innovation', 'speed', 'service'])

  await press(page, 'Take Innovation out')
  await item(page, 'P1').getByText('Unfinished').waitFor()
  assert.deepEqual(await answers(page), {})
  await page.reload()
  await item(page, 'P1').locator('.ranked').nth(3).waitFor()
  assert.deepEqual(await order(), ['Cost effectiveness', 'Business relevance', 'Speed at creating new value', 'Service levels'])
})

test('a grid: each row by itself, with its own "don\'t know"', async t => {
  const page = await onPage(t, 9)
  const rows = item(page, 'P2').locator('.rated')
  await rows.nth(0).getByRole('radio', { name: 'Good', exact: true }).check()
  await rows.nth(1).getByRole('radio', { name: /Don't know/ }).check()
  assert.deepEqual(await answers(page), { P2: { cost: 4, speed: 'dk' } })
  await rows.nth(1).getByRole('radio', { name: /Don't know/ }).focus()
  await page.keyboard.press('2')
  assert.deepEqual(await answers(page), { P2: { cost: 4, speed: 2 } })
})

test('guesses are offered behind a switch, to roles with a counterpart only', async t => {
  const page = await onPage(t, 9)
  assert.equal(await item(page, 'M1').isVisible(), false)
  await page.getByLabel('I also want to guess').check()
  await item(page, 'M1').getByText('How does the organization keep sight of technology demand').waitFor()
  await answer(page, 'M1', 3)
  await answer(page, 'M4', 'cost')
  assert.deepEqual(await answers(page), { M1: 3, M4: 'cost' })
  await page.reload()
  await item(page, 'M1').waitFor()
  const other = await onPage(t, 9, 'Another business executive')
  assert.equal(await other.getByLabel('I also want to guess').isVisible(), false)
})

test('the last answer can be taken back, step by step, wherever it was', async t => {
  const page = await onPage(t, 1)
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isVisible(), false)
  await answer(page, 'DT3', 2)
  await answer(page, 'DT3', 4)
  await answer(page, 'DT4', 'dk')
  await press(page, 'Next')
  await page.keyboard.press('Control+z')
  await page.getByText('Page 1 of 9').waitFor()
  assert.deepEqual(await answers(page), { DT3: 4 })
  await press(page, 'Undo')
  assert.deepEqual(await answers(page), { DT3: 2 })
  await press(page, 'Undo')
  assert.deepEqual(await answers(page), {})
  await expectAnswered(page, 0)
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isVisible(), false)
})
