// Two results side by side: the worked pair shows its numbers, flags and order; the agenda fits one page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { isFirefox, launch } from './harness/browser.mjs'
import { callsOf, showPair, startPairServer } from './harness/pair.mjs'
import { SHEETS } from './harness/sheets.mjs'
import { violationsOf } from './harness/strict.mjs'

/** @param {string} path */
const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const worked = read('../vectors/worked-examples.json').pairs.find((/** @type {any} */ pair) => pair.name === 'cio_and_ceo').expected
const texts = read('../../www/texts/en-together.json').pair

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startPairServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startPairServer()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** @param {import('node:test').TestContext} t @param {[string, string]} [names] of sheets @param {import('playwright-core').BrowserContextOptions} [options] */
async function shown(t, [first, second] = ['cio', 'ceo'], options = {}) {
  const { page, errors } = await browser.page(t, options)
  const comparison = await showPair(page, server.url, SHEETS[first] ?? {}, SHEETS[second] ?? {})
  t.after(() => assert.deepEqual(errors, []))
  return { page, comparison }
}

/** A difference as it is shown: whole, half away from zero, with its sign. @param {number} gap */
function sign(gap) {
  const size = Math.floor(Math.abs(gap) + 0.5 + 1e-9)
  return size ? `${gap < 0 ? '\u2212' : '+'}${size}` : '0'
}

test('every gap shows its number, rounded, and its flag in words', async t => {
  const { page } = await shown(t)
  const expected = [['overall', worked.overall_practice], ...Object.entries(worked.gaps)
    .flatMap(([dimension, sides]) => ['tension', 'practice'].map(side => [`${dimension}.${side}`, sides[side]]))]
  const rows = await page.locator('[data-gap]').evaluateAll(all => all.map(row => /** @type {HTMLElement} */ (row).dataset.gap))
  assert.deepEqual(rows, expected.map(([id]) => id))
  for (const [id, { gap, flag }] of expected) {
    const row = page.locator(`[data-gap="${id}"]`)
    assert.equal(await row.locator('.number').textContent(), sign(gap), id)
    assert.match(await row.locator('.reading').textContent() ?? '', new RegExp(`^${texts.flags[flag]}`), id)
    const [from, to] = await row.locator('.bar').evaluate(bar => ['x1', 'x2'].map(name => parseFloat(bar.getAttribute(name) ?? '')))
    assert.equal(Math.sign(Number(to) - Number(from)), Math.sign(gap), id)
  }
  assert.ok(await page.getByText(texts.verdicts[worked.similarity.verdict]).isVisible())
})

test('questions two steps apart come first, with both answers in words; the rest stands behind a disclosure', async t => {
  const { page } = await shown(t)
  const ids = (/** @type {string} */ where) => page.locator(`${where} [data-item]`).evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset.item))
  const [apart, rest] = [true, false].map(two => worked.items.filter((/** @type {any} */ item) => item.two_steps === two).map((/** @type {any} */ item) => item.id))
  assert.deepEqual(await ids('.talk'), apart)
  assert.deepEqual(await ids('.part-talk details'), rest)
  const first = page.locator('[data-item="FT4"]')
  assert.deepEqual(await first.locator('dt').allTextContents(), ['CIO or equivalent', 'CEO or equivalent'])
  assert.deepEqual(await first.locator('dd').allTextContents(), ['Agree', 'Disagree'])
  assert.ok(!(await page.locator('[data-item="DT2"]').isVisible()))
  await page.getByText('23 more questions that you both answered').click()
  assert.ok(await page.locator('[data-item="DT2"]').isVisible())
})

test('both have a point for each dimension, one filled and one hollow; the table says the same', async t => {
  const { page, comparison: { first, second } } = await shown(t)
  const fills = await page.locator('.part-picture .chart').evaluate(chart => ['first', 'second'].map(side =>
    [...new Set([...chart.querySelectorAll(`.${side} .mark`)].map(mark => getComputedStyle(mark).fill === getComputedStyle(mark).stroke))]))
  assert.deepEqual(fills, [[true], [false]])
  assert.equal(await page.locator('.chart .way').count(), 3)
  const rows = await page.locator('.part-picture tbody tr').evaluateAll(all => all.map(row => [...row.children].slice(1, 3).map(cell => Number(cell.textContent))))
  assert.deepEqual(rows, [0, 1, 2].flatMap(n => [first, second].map(({ picture }) => {
    const { across, up } = picture?.points[n] ?? assert.fail()
    return [across, up].map(({ value }) => Math.floor(Number(value) + 0.5 + 1e-9))
  })))
})

test('rankings, attention, visibility and guesses stand in words', async t => {
  const { page } = await shown(t)
  const { rho, attention_now: now, attention_next: next } = worked.priorities
  const places = await page.locator('.part-measures tbody tr').evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent)))
  assert.deepEqual(places[0], ['1', 'Service levels', 'Speed at creating new value'])
  assert.ok(await page.getByText(texts.rho.replace('{n}', sign(rho * 100))).isVisible())
  for (const [when, n] of [['Today', now], ['A year from now', next]]) {
    assert.ok(await page.getByText(texts.divided.replace('{when}', when).replace('{n}', String(n))).isVisible())
  }
  assert.ok(await page.getByText('CEO or equivalent could not judge 2 of 15 practices.').isVisible())
  const [conflict] = worked.predictions.filter((/** @type {any} */ one) => one.result?.startsWith('false'))
  const open = page.locator('.part-guesses > .talk > li')
  assert.equal(await open.count(), 1)
  assert.equal(await open.getAttribute('data-guess'), `${conflict.item} ${conflict.by}`)
  assert.ok(await open.getByText(texts.results[conflict.result]).isVisible())
  const advice = await page.locator('[data-advice]').evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset.advice))
  assert.deepEqual(advice, worked.recommendations.map((/** @type {any} */ one) => one.rule))
})

test('equal or unknown roles are called A and B, and what is missing is said', async t => {
  const { page } = await shown(t, ['nothing_answered', 'nothing_answered'])
  assert.deepEqual(await page.locator('.byline .who').allTextContents(), ['A', 'B'])
  assert.equal(await page.locator('[data-gap] .reading', { hasText: texts.flags.not_enough }).count(), 7)
  assert.ok(await page.getByText(texts.advice_none).isVisible())
  assert.equal(await page.getByRole('button', { name: texts.print_agenda }).count(), 0)
})

/** @param {import('playwright-core').Page} page @param {'A4' | 'Letter'} format */
async function pages(page, format) {
  const margin = { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' }
  const pdf = (await page.pdf({ format, margin })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length
}

test('the agenda is one page with three questions and a row for each commitment', async t => {
  const { page } = await shown(t)
  for (const format of /** @type {const} */ (['A4', 'Letter'])) {
    await page.getByRole('button', { name: texts.print_agenda }).click()
    assert.equal(await page.locator('.sheet .talk > li').count(), 3)
    assert.equal(await page.locator('.sheet tbody tr').count(), worked.recommendations.length)
    if (!isFirefox) assert.equal(await pages(page, format), 1)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    assert.equal(await page.locator('.sheet').count(), 0)
  }
  await page.getByRole('button', { name: texts.back }).click()
  assert.deepEqual(await callsOf(page), ['print', 'print', 'back'])
})

test('everything prints with every disclosure open, and closes them again', async t => {
  const { page } = await shown(t)
  const details = page.locator('details')
  const open = () => details.evaluateAll(all => all.filter(one => /** @type {HTMLDetailsElement} */ (one).open).length)
  await details.first().locator('summary').click()
  await page.getByRole('button', { name: 'Print everything' }).click()
  assert.equal(await open(), await details.count())
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  assert.equal(await open(), 1)
})

test('nothing scrolls sideways at 320 px, no rule of accessibility is broken, the strict policy holds', async t => {
  const { page } = await shown(t, ['cio', 'ceo'], { viewport: { width: 320, height: 640 } })
  await page.locator('summary').evaluateAll(all => all.forEach(one => /** @type {HTMLElement} */ (one).click()))
  assert.ok(await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0) <= 320)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 1280, height: 900 })
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(await violationsOf(page), [])
})
