// The whole check in WebKit by real clicks and keys: the scores are those computed by hand; answers survive a reload.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Key } from 'selenium-webdriver'
import { violations } from '../harness/axe.mjs'
import { startServer } from '../harness/server.mjs'
import { PAGES } from '../harness/walk.mjs'
import { evaluating, open } from './harness.mjs'
import { answer, answerAll, click, completed, find, keys, press, says, start, tabTo, visit } from './walk.mjs'

const { sheets, tolerance } = JSON.parse(readFileSync(new URL('../../vectors/worked-examples.json', import.meta.url), 'utf8'))
const { answers: SHEET, expected } = sheets.find((/** @type {{name: string}} */ { name }) => name === 'cio')

/** @param {any[]} list @param {string} id */
const row = (list, id) => list.find(entry => entry.id === id)

/** @param {number | null} given @param {number | null} wanted @param {string} place */
const close = (given, wanted, place) => assert.ok(given !== null && wanted !== null ? Math.abs(given - wanted) <= tolerance : given === wanted, `${place}: ${given} is not ${wanted}`)

/** @param {import('node:test').TestContext} t */
async function serve(t) {
  const server = await startServer()
  t.after(() => server.close())
  return server.url
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`${scheme}: from the first radio to the result, scored as computed by hand, axe silent on every kind of screen`, async t => {
    const url = await serve(t)
    const page = await open(t, { scheme })
    await visit(page, url)
    assert.equal(await page.executeScript(() => matchMedia('(prefers-color-scheme: dark)').matches), scheme === 'dark')
    const silent = async (/** @type {string} */ screen) => assert.deepEqual(await violations(evaluating(page)), [], screen)
    await silent('intro')
    await start(page)
    await answerAll(page, SHEET, async n => {
      await silent(`page ${n}`)
      if (n === PAGES) await click(page, 'label.switch')
    })
    await says(page, 'Every question has an answer.')
    await silent('review')
    await press(page, 'See the result')
    await find(page, '.report-title')
    await silent('result')
    check(await completed(page))
    await press(page, 'Share or compare')
    await find(page, '.share h3')
    await silent('share')
  })
}

/** Compares with the worked sheet. @param {any} result */
function check(result) {
  assert.equal(result.answers.role, 'cio')
  assert.deepEqual(result.answers.answers, SHEET)
  for (const [dimension, sides] of Object.entries(expected.scales)) {
    for (const [side, wanted] of Object.entries(sides)) {
      const given = row(result.scales, `${dimension}.${side}`)
      for (const field of ['value', 'low', 'high']) close(given[field], wanted[field], `${given.id} ${field}`)
      for (const end of [0, 1]) close(given.band[end], wanted.band[end], `${given.id} band`)
      assert.equal(given.status, wanted.status)
    }
    const { lead, unabsorbed, state } = expected.dimensions[dimension]
    close(row(result.metrics, `lead.${dimension}`).value, lead, `lead.${dimension}`)
    close(row(result.metrics, `unabsorbed.${dimension}`).value, unabsorbed, `unabsorbed.${dimension}`)
    assert.equal(result.states.find((/** @type {any} */ one) => one.dimension === dimension).id, state)
  }
  for (const id of ['strain', 'mean', 'balance', 'range', 'self_view']) close(row(result.metrics, id).value, expected[id], id)
  for (const field of ['value', 'low', 'high']) close(row(result.metrics, 'index')[field], expected.index[field], `index ${field}`)
  assert.equal(row(result.bands, 'stage').value, expected.stage.value)
  assert.deepEqual(result.advice, expected.recommendations.map((/** @type {any} */ { rule }) => rule))
  assert.deepEqual(result.triggered, expected.triggered)
}

test('a page can be answered by keys alone, and the last answer taken back', async t => {
  const url = await serve(t)
  const page = await open(t)
  await visit(page, url)
  await tabTo(page, 'INPUT')
  await keys(page, Key.ARROW_DOWN)
  await tabTo(page, 'BUTTON Start')
  await keys(page, Key.ENTER)
  await says(page, 'Page 1 of 9')
  await tabTo(page, 'DT1 INPUT Slider')
  await keys(page, Key.TAB, '2', '8')
  await says(page, '1 of 31 answered')
  await keys(page, Key.ENTER, Key.TAB, '2', '0', Key.ENTER, '4', Key.ENTER, '3')
  await says(page, '4 of 31 answered')
  await keys(page, Key.ENTER)
  await says(page, 'Page 2 of 9')
  await keys(page, Key.TAB, '0')
  await says(page, '5 of 31 answered')
  await press(page, 'Undo')
  await says(page, '4 of 31 answered')
  await press(page, 'Back')
  assert.equal(await (await find(page, 'input[type=text]', { item: 'DT1' })).getProperty('value'), '28')
  await find(page, 'label:has([value="4"]:checked)', { item: 'DT3' })
  await find(page, 'label:has([value="3"]:checked)', { item: 'DT4' })
})

test('a reload goes on where it was', async t => {
  const url = await serve(t)
  const page = await open(t)
  await visit(page, url)
  await start(page)
  await answer(page, 'DT1', 28)
  await answer(page, 'DT3', 4)
  await press(page, 'Next')
  await press(page, 'Next')
  await answer(page, 'DS4', 'dk')
  await click(page, 'input[type=text]', { item: 'FT1' })
  await keys(page, '35')
  await says(page, '65 points left')
  await says(page, 'Saved in your browser, not on our servers.')
  await page.navigate().refresh()
  await says(page, 'You are where you left off.')
  await says(page, 'Page 3 of 9')
  await says(page, '3 of 31 answered')
  await says(page, '65 points left')
  await find(page, '.dont-know:has(:checked)', { item: 'DS4' })
  await press(page, 'Back')
  await press(page, 'Back')
  assert.equal(await (await find(page, 'input[type=text]', { item: 'DT1' })).getProperty('value'), '28')
  await find(page, 'label:has([value="4"]:checked)', { item: 'DT3' })
})
