// A result beside a benchmark: the band of a file that fits, one sentence for one that does not, nothing without one;
// and the file as the page of a group makes it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { shared } from './harness/shared.mjs'
import { STRICT_WITH_THREAD, strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'
import { answerAll, fileAfter, noteFiles, open, press, start } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** Answers of a CIO: the worked sheet `cio`, as the vectors of links have it. */
const TOKEN = '1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC'
const hidden = { hidden: 'too_few' }
/** A file as a publisher may have it. The worked scores of `cio`: 53.3, 45, 47.9, 55, 68.75, 50, give or take 10 or 9. */
const FILE = {
  benchmark: 1, instrument: { id: 'bt-synchronization', version: '1.0', fingerprint: 'c1035691', scoring: 2 },
  source: '<b>Members</b> of a circle', date: '2026-11-25', minimum: 20, n: 134,
  scales: [
    { id: 'demand.tension', n: 134, p10: 20, p25: 40, p50: 52.5, p75: 65, p90: 80 },
    { id: 'demand.practice', n: 133, p10: 30, p25: 54.25, p50: 60, p75: 70, p90: 90 },
    { id: 'focus.tension', n: 29, p10: hidden, p25: 50, p50: 55, p75: 60.5, p90: hidden },
    { id: 'focus.practice', n: 131, p10: 10, p25: 20, p50: 30.5, p75: 45.99, p90: 50 },
    { id: 'change.tension', n: 12, p10: hidden, p25: hidden, p50: hidden, p75: hidden, p90: hidden },
  ],
}
const ROWS = [
  ['demand.tension', '53', '53', '40 to 65', '20 to 80', '134', 'within the middle half'],
  ['demand.practice', '45', '60', '54 to 70', '30 to 90', '133', 'below the middle half'],
  ['focus.tension', '48', '55', '50 to 61', 'too few', '29', 'too close to its edge to tell'],
  ['focus.practice', '55', '31', '20 to 46', '10 to 50', '131', 'above the middle half'],
  ['change.tension', '69', 'too few', 'too few', 'too few', '12', 'no band from fewer than 20 scores'],
  ['change.practice', '50', 'too few', 'too few', 'too few', '0', 'no band from fewer than 20 scores'],
]

/** What is served as the file. @type {{status?: number, body?: string}} */
let served = {}
const { browser, server } = await shared({
  // the page of a group names one script for its thread
  headers: strictHeaders(STRICT_WITH_THREAD),
  pages: {
    '/with': strictPage('<main><h1>Host page</h1><taut-line benchmark="./bench.json"></taut-line></main>', ['./define.js']),
    '/without': strictPage('<main><h1>Host page</h1><taut-line></taut-line></main>', ['./define.js']),
  },
  change: path => (path === '/bench.json' ? served : strictChange(path)),
})

/** @param {Page} page */
const part = page => page.locator('.part-benchmark')

/** @param {Page} page @param {object | string} file @param {string} [path] */
async function shown(page, file, path = 'with') {
  served = { body: typeof file === 'string' ? file : JSON.stringify(file) }
  await open(page, `${server.url}${path}#r=${TOKEN}`)
  await page.locator('.report-title').waitFor()
}

test('each score stands beside its band, with source, date and how many, and never a rank', async t => {
  const { page, errors } = await browser.page(t)
  await shown(page, FILE)
  await part(page).waitFor()
  assert.deepEqual(await page.locator('[data-scale]').evaluateAll(rows => rows.map(row =>
    [/** @type {HTMLElement} */ (row).dataset['scale'], ...[...row.querySelectorAll('.number, .reading')].map(cell => cell.textContent)])), ROWS)
  await part(page).getByText('Each score beside the middle half of 134 results').waitFor()
  await part(page).getByText('Source: <b>Members</b> of a circle').waitFor()
  await part(page).getByText('25 November 2026').waitFor()
  assert.doesNotMatch(await part(page).innerText(), /percentile|better than|rank(?!ing)/)
  // the picture says the same as the table
  const drawn = await page.locator('[data-scale]').evaluateAll(rows => rows.map(row => ['tenths', 'half', 'median', 'head'].map(name => {
    const found = row.querySelector(`.${name}`)
    return found && ['x1', 'x2', 'cx'].map(at => found.getAttribute(at)).filter(Boolean).map(x => Math.round(Number.parseFloat(x ?? '') * 100) / 100).join(' ')
  })))
  assert.deepEqual(drawn, [
    ['20 80', '40 65', '52.5 52.5', '53.33'], ['30 90', '54.25 70', '60 60', '45'], [null, '50 60.5', '55 55', '47.92'], ['10 50', '20 45.99', '30.5 30.5', '55'],
    [null, null, null, '68.75'], [null, null, null, '50'],
  ])
  assert.equal(await page.locator('.no-benchmark').count(), 0)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 640 })
  assert.deepEqual(await violations(page), [])
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  assert.deepEqual([errors, await violationsOf(page)], [[], []])
})

test('an own result has the band too, after a walk that asks for nothing more', async t => {
  const { page, errors } = await browser.page(t)
  served = { body: JSON.stringify(FILE) }
  await open(page, `${server.url}with`)
  await start(page)
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('together_bg.wasm')))
  const asked = () => server.requests.filter(({ path }) => path === '/bench.json').length
  const before = asked()
  await answerAll(page)
  await press(page, 'See the result')
  await part(page).waitFor()
  assert.equal(await part(page).count(), 1)
  // drawn anew, it is there again, once
  await press(page, 'Back to the answers')
  await press(page, 'See the result')
  await part(page).waitFor()
  assert.equal(await part(page).count(), 1)
  assert.equal(asked(), before)
  assert.deepEqual(errors, [])
})

test('a file that does not fit is one quiet sentence, and the result is whole', async t => {
  const other = { ...FILE, instrument: { ...FILE.instrument, fingerprint: '00000000' } }
  const small = { ...FILE, scales: [{ ...FILE.scales[0], n: 19 }] }
  for (const [file, sentence] of /** @type {const} */ ([
    [other, 'a benchmark of another edition, which scores differently'],
    [{ ...FILE, instrument: { ...FILE.instrument, id: 'another' } }, 'a benchmark of another assessment'],
    [small, 'from which single people could be read'],
    ['<!doctype html><title>Not here</title>', 'a benchmark that cannot be read'],
    [{ ...FILE, rank: 1 }, 'a benchmark that cannot be read'],
    [' '.repeat(256 * 1024 + 1), 'larger than 256 kB'],
  ])) {
    const { page, errors } = await browser.page(t)
    await shown(page, file)
    await page.locator('.part-notes .no-benchmark').getByText(sentence).waitFor()
    assert.equal(await page.locator('.no-benchmark').count(), 1)
    assert.equal(await part(page).count(), 0)
    assert.equal(await page.locator('.part-computed').count(), 1)
    assert.deepEqual(errors, [])
  }
})

test('a file that is not there is said, and without the attribute nothing is loaded', async t => {
  const { page } = await browser.page(t)
  await shown(page, FILE, 'without')
  await page.locator('.part-notes').waitFor()
  assert.equal(await page.locator('.part-benchmark, .no-benchmark').count(), 0)
  const { page: plain } = await browser.page(t)
  const before = server.requests.length
  await open(plain, `${server.url}without`)
  await start(plain)
  await plain.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('wide_bg.wasm')))
  assert.deepEqual(server.requests.slice(before).filter(({ path }) => /together|bench/.test(path)), [])

  const { page: missing } = await browser.page(t)
  served = { status: 404 }
  await open(missing, `${server.url}with#r=${TOKEN}`)
  await missing.locator('.no-benchmark').getByText('could not be loaded').waitFor()
})

test('the page of a group makes the file, from a source and a date that a person gives', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(noteFiles)
  await page.goto(`${server.url}group.html`)
  const { sheets } = JSON.parse(readFileSync(new URL('../vectors/worked-examples.json', import.meta.url), 'utf8'))
  const document_ = (/** @type {any} */ { role, answers }) => JSON.stringify({ instrument: 'bt-synchronization', version: '1.0', role, answers })
  const add = async (/** @type {any[]} */ some) => {
    await page.getByLabel('Result links').fill(some.map(document_).join('\n'))
    await page.getByRole('button', { name: 'Add' }).click()
  }
  const save = page.getByRole('button', { name: 'Benchmark file' })
  const scored = sheets.filter((/** @type {any} */ { expected }) => expected.scales.demand.practice.value !== null)
  await add(scored.slice(0, 19))
  await page.getByText('Make a benchmark file').click()
  assert.equal(await page.getByLabel('Date').inputValue(), '')
  await save.click()
  await page.getByText('Give a source and a date').waitFor()
  await page.getByLabel('Source: who made it').fill('Worked examples')
  await page.getByLabel('Date').fill('2026-11-25')
  await save.click()
  await page.getByText('No scale has so many scores yet').waitFor()
  // Firefox under a driver adds to a number that is there
  for (const text of ['', '19']) await page.getByLabel('Fewest scores').fill(text)
  await save.click()
  await page.getByText('a whole number of at least 20').waitFor()

  await add(scored.slice(19))
  await page.getByText(`${scored.length} results`, { exact: true }).waitFor()
  await page.getByText('Make a benchmark file').click()
  await page.getByLabel('Source: who made it').fill('Worked examples')
  await page.getByLabel('Date').fill('2026-11-25')
  const { name, text } = await fileAfter(page, () => save.click())
  assert.equal(name, 'bt-synchronization-benchmark.json')
  const file = JSON.parse(text)
  assert.deepEqual({ ...file, scales: undefined }, { ...FILE, source: 'Worked examples', n: scored.length, scales: undefined })
  // the middle of the sorted scores, or of the two in the middle
  const values = scored.map((/** @type {any} */ { expected }) => expected.scales.demand.practice.value).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b)
  const middle = (values[Math.ceil(values.length / 2) - 1] + values[Math.floor(values.length / 2)]) / 2
  assert.equal(file.scales[1].p50, Math.floor(middle * 100 + 0.5) / 100)
  assert.deepEqual(file.scales[1].p10, hidden)
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(errors, [])

  const { page: reader } = await browser.page(t)
  await shown(reader, file)
  await part(reader).getByText('Source: Worked examples').waitFor()
})
