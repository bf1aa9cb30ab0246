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

const { sheets, pairs, tolerance } = JSON.parse(readFileSync(new URL('../../vectors/worked-examples.json', import.meta.url), 'utf8'))
const { answers: SHEET, expected } = sheets.find((/** @type {{name: string}} */ { name }) => name === 'cio')

/** Result links of the two sheets that are compared, as `tests/vectors/link.py` reads them. */
const TOKENS = { cio: '1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC', ceo: '1MbJuEHpAkOXYtCLqkHPwnL4idzQPbtEfiMMisSL' }
/** Pages that have items of every kind between them. */
const WITH_EVERY_KIND = [1, 3, 9]

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

/** @param {import('./harness.mjs').Page} page @param {string} screen */
const silent = async (page, screen) => assert.deepEqual(await violations(evaluating(page)), [], screen)

/** The level, as the result words it. @param {import('./harness.mjs').Page} page */
const level = async page => (await find(page, '.stage-name')).getText()

test('from the first radio to the result, scored as computed by hand; its link shows the same to somebody else', async t => {
  const url = await serve(t)
  const page = await open(t)
  await visit(page, url)
  await silent(page, 'intro')
  await start(page)
  await answerAll(page, SHEET, async n => {
    if (WITH_EVERY_KIND.includes(n)) await silent(page, `page ${n}`)
    if (n === PAGES) await click(page, 'label.switch')
  })
  await says(page, 'Every question has an answer.')
  await silent(page, 'review')
  await press(page, 'See the result')
  check(await completed(page))
  const shown = await level(page)
  assert.match(shown, new RegExp(`\\b${expected.stage.value}\\b`))
  await press(page, 'Share or compare')
  const link = await (await find(page, '.share input', { name: 'Link to this result' })).getProperty('value')
  assert.equal(link, `${url}#r=${TOKENS.cio}`)
  await silent(page, 'result')

  const other = await open(t)
  await visit(other, link)
  await says(other, 'This result was opened from a link.')
  assert.equal(await level(other), shown)
  assert.equal(await other.getCurrentUrl(), url)
})

test('dark: two results side by side, with the differences computed by hand', async t => {
  const url = await serve(t)
  const page = await open(t, { scheme: 'dark' })
  await visit(page, `${url}#r=${TOKENS.cio}`)
  assert.ok(await page.executeScript(() => matchMedia('(prefers-color-scheme: dark)').matches))
  await level(page)
  await press(page, 'Share or compare')
  await silent(page, 'dark result')
  await click(page, '.share input', { name: 'Link of the other result' })
  await keys(page, `See ${url}#r=${TOKENS.ceo}`, Key.ENTER)
  await find(page, 'h2', { text: 'Two views side by side' })
  const gaps = await page.executeScript(() => [.../** @type {any} */ (document.querySelector('taut-line')).shadowRoot.querySelectorAll('[data-gap]')]
    .map(row => [row.dataset.gap, Number(row.querySelector('.number').textContent.replace('\u2212', '-'))]))
  const { overall_practice, gaps: dimensions } = pairs.find((/** @type {{name: string}} */ { name }) => name === 'cio_and_ceo').expected
  assert.deepEqual(gaps, [['overall', overall_practice], ...Object.entries(dimensions).flatMap(([dimension, sides]) => Object.entries(sides).map(([side, gap]) => [`${dimension}.${side}`, gap]))]
    .map(([id, { gap }]) => [id, Math.sign(gap) * Math.floor(Math.abs(gap) + 0.5 + tolerance)]))
  await silent(page, 'dark comparison')
})

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
