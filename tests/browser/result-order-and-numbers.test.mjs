// The result reads in its order, and its numbers are those of the worked examples, whole and in words.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { callsOf, showResult, startResultServer } from './harness/result.mjs'
import { SHEETS } from './harness/sheets.mjs'
import { violationsOf } from './harness/strict.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startResultServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startResultServer()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** @param {import('node:test').TestContext} t @param {string} name @param {import('playwright-core').BrowserContextOptions} [options] */
async function shown(t, name, options) {
  const { page, errors } = await browser.page(t, options)
  await showResult(page, server.url, SHEETS[name] ?? {})
  return { page, errors }
}

/** @param {import('playwright-core').Page} page @param {string} selector */
const texts = (page, selector) => page.locator(selector).allInnerTexts()

/** Copied from the sheets of these names: pressure and practice, state, index, level, advice. */
const EXPECTED = {
  cio: { scores: ['53', '45', '48', '55', '69', '50'], states: ['Holding', 'Holding', 'Leaning overstretched'], index: '50', level: 'Stage 3, Aligned', advice: ['R19', 'R07', 'R08', 'R09'] },
  ceo: { scores: ['67', '19', '77', '25', '81', '35'], states: ['Overstretched', 'Overstretched', 'Overstretched'], index: '25', level: 'Stage 2, Responding', advice: ['R03', 'R08', 'R23', 'R01', 'R16'] },
  gate_5_lead: { scores: ['100', '80', '75', '100', '75', '100'], states: ['Leaning overstretched', 'Leaning to reserve', 'Leaning to reserve'], index: '93', level: 'Stage 4, Synchronizing', advice: ['R02', 'R07', 'R08', 'R18', 'R19'] },
  states_lower: { scores: ['25', '30', '44', '65', '0', '50'], states: ['Quiet', 'Leaning to reserve', 'Reserve'], index: '46', level: 'Stage 3, Aligned', advice: ['R01', 'R04', 'R21', 'R24', 'R25'] },
  dont_know_heavy: { scores: ['67', '33', '58', '42', '63', '44'], states: ['Overstretched', 'Leaning overstretched', 'Leaning overstretched'], index: '39', level: 'Stage 3, Aligned', advice: ['R01', 'R08', 'R11', 'R19', 'R23'] },
}

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`sheet ${name}: scores, states, index, stage and commitments`, async t => {
    const { page } = await shown(t, name)
    assert.deepEqual(await texts(page, '.card .score-value'), expected.scores)
    assert.deepEqual(await texts(page, '.card .badge'), expected.states)
    assert.equal(await page.locator('.part-stage .big').innerText(), expected.index)
    assert.equal(await page.locator('.stage-name').innerText(), expected.level)
    const advice = await page.locator('[data-advice]').evaluateAll(all => all.map(one => one.getAttribute('data-advice')))
    assert.deepEqual(advice, expected.advice)
  })
}

test('the sections stand in their order', async t => {
  const { page, errors } = await shown(t, 'cio')
  assert.deepEqual(await texts(page, 'h3'), [
    'Pressure and practice', 'Dimension by dimension', 'Index of practice and stage', 'Five measures: what counts, and how technology does',
    'Attention of technology leadership', 'Commitments for the next 30 days', 'How this was computed', 'About these answers', 'For orientation', 'About this check',
  ])
  assert.match(await page.locator('.part-stage').innerText(), /Stage 5 is rare by construction; what counts is that practice keeps pace with pressure\./)
  assert.match(await page.locator('.part-measures').innerText(), /Most room where it counts: Speed at creating new value/)
  assert.match(await page.locator('.part-shift').innerText(), /20 of 100 points are meant to move/)
  assert.equal(await page.getByText('typical wobble, assumed until data exist', { exact: true }).count(), 1)
  assert.deepEqual(errors, [])
})

test('a provisional result says so, and on how much it rests', async t => {
  const { page } = await shown(t, 'dont_know_heavy')
  const stage = await page.locator('.part-stage').innerText()
  assert.match(stage, /rests on 10 of 15 answers; between stage 2 and 3; could be stage 2 to 3/)
  assert.equal(await page.locator('.card').getByText('provisional, rests on 3 of 5 answers').count(), 2)
  assert.match(await page.locator('.part-notes').innerText(), /could not judge more than a quarter of the questions\. Your answers may still be right/)
  assert.match(await page.locator('.masthead').innerText(), /Rests on 18 of 27 scored answers\s+provisional/)
})

test('a gate is told in words', async t => {
  const { page } = await shown(t, 'gate_5_lead')
  assert.match(await page.locator('.part-stage').innerText(), /Index of practice alone says stage 5; in Demand, pressure is more than 15 ahead of practice\./)
})

test('without answers there is a way back instead of a picture', async t => {
  const { page, errors } = await shown(t, 'nothing_answered')
  assert.equal(await page.locator('.chart').count(), 0)
  assert.match(await page.locator('.part-empty').innerText(), /once 50 % of the questions .* 0 of 4 answers/s)
  await page.getByRole('button', { name: 'Go on answering' }).click()
  assert.deepEqual(await callsOf(page), [['back']])
  assert.deepEqual(errors, [])
})

test('no decimals, no percentiles, no "better than" outside the computations', async t => {
  for (const name of Object.keys(EXPECTED)) {
    const { page } = await shown(t, name)
    const said = (await texts(page, '.part:not(.part-computed, .part-about, .part-marks)')).join('\n')
    assert.ok(said.length > 2000)
    assert.doesNotMatch(said, /\d\.\d|percentile|better than|your gap|you lack/i, name)
  }
})

test('a computation opens from its score with the real numbers', async t => {
  const { page } = await shown(t, 'cio')
  await page.getByRole('button', { name: 'How computed: Pressure from demand' }).click()
  const details = page.locator('details[data-explains="demand.tension"]')
  assert.match(await details.innerText(), /213 divided by the weight 4 gives 53\./)
  assert.deepEqual(await details.locator('tbody tr').evaluateAll(rows => rows.map(row => row.children[4]?.textContent)), ['55', '33', '75', '50'])
  assert.equal(await page.evaluate(() => document.querySelector('result-host')?.shadowRoot?.activeElement?.tagName), 'SUMMARY')
  await page.locator('details[data-explains="index"] summary').click()
  assert.match(await page.locator('details[data-explains="index"]').innerText(), /geometric mean of 45, 55 and 50 = 50/)
})

for (const width of [320, 1280]) {
  test(`axe and the strict page find nothing at ${width} px, with every computation open`, async t => {
    for (const name of ['cio', 'dont_know_heavy', 'nothing_answered']) {
      const { page, errors } = await shown(t, name, { viewport: { width, height: 800 }, bypassCSP: false })
      for (const summary of await page.locator('summary').all()) await summary.click()
      assert.deepEqual(await violationsOf(page), [])
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways')
      assert.deepEqual(errors, [])
      const open = await browser.page(t, { viewport: { width, height: 800 }, bypassCSP: true })
      await showResult(open.page, server.url, SHEETS[name] ?? {})
      for (const summary of await open.page.locator('summary').all()) await summary.click()
      assert.deepEqual(await violations(open.page), [])
    }
  })
}
