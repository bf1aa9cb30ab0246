// What the page of a group says to the maintainer of an instrument, and to nobody who does not ask for it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { violations } from './harness/axe.mjs'
import { isFirefox, launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { fileAfter, noteFiles } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */

const ORACLE = fileURLToPath(new URL('../oracle/calibration.py', import.meta.url))
const STEPS = ['DT3', 'DT4', 'DS1', 'DS2', 'DS3', 'DS4', 'DS5', 'FT2', 'FT3', 'FT4', 'FS1', 'FS2', 'FS3', 'FS4', 'FS5', 'CT1', 'CT2', 'CT3', 'CT4', 'CS1', 'CS2', 'CS3', 'CS4', 'CS5', 'G1']

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** Answers that go together a little, with a gap now and then. @param {number} n @returns {any[]} */
const sheets = n => Array.from({ length: n }, (_, person) => Object.fromEntries(STEPS.map((id, item) => {
  const step = (person * 7 + (person * item * 13 + item * 5) % 3) % 5
  return [id, (person * 31 + item * 17) % 43 === 0 ? 'dk' : /^(DT4|DS4|FT4|FS5|CT4|CS5)$/.test(id) ? 5 - step : 1 + step]
}).concat([['DT1', person * 37 % 71], ['DT2', person * 23 % 67],
  ['FT1', { keep: person * 11 % 60, requests: person * 5 % 40, process: 100 - person * 11 % 60 - person * 5 % 40, new: 0, foundations: 0 }]])))

/** @param {Page} page @param {any[]} answers */
async function opened(page, answers) {
  await page.addInitScript(noteFiles)
  await page.goto(`${server.url}group.html`)
  await page.getByLabel('Result links').fill(answers.map(answers => JSON.stringify({ instrument: 'bt-synchronization', version: '1.0', answers })).join('\n'))
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByText(`${answers.length} results`, { exact: true }).waitFor()
}

/** @param {number} value */
const whole = value => String(Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9)).replace('-', '\u2212')
/** @param {number} value */
const decimals = value => value.toFixed(2).replace('-', '\u2212')

test('every figure is that of exact fractions, and the file has them unrounded', async t => {
  const answers = sheets(45)
  const wanted = JSON.parse(execFileSync('python3', [ORACLE], { input: answers.map(one => JSON.stringify(one)).join('\n') }).toString())
  const { page, errors } = await browser.page(t)
  await opened(page, answers)
  await page.getByText('For the maintainer of the instrument').click()
  await page.getByText('Alpha is no verdict here').waitFor()
  const given = await page.locator('.maintainer [data-scale]').evaluateAll(all => all.map(one => [/** @type {HTMLElement} */ (one).dataset['scale'], {
    facts: [...one.querySelectorAll('dd')].map(fact => fact.textContent),
    items: [...one.querySelectorAll('tbody tr')].map(row => [/** @type {HTMLElement} */ (row).dataset['item'], Boolean(row.querySelector('.tag')), ...[...row.querySelectorAll('td')].map(cell => cell.textContent)]),
  }]))
  assert.deepEqual(Object.fromEntries(given), Object.fromEntries(Object.entries(wanted.scales).map(([id, scale]) => [id, {
    facts: [`${decimals(scale.alpha)} 95 %: ${decimals(scale.low)} to ${decimals(scale.high)}`, `${whole(scale.sem)} points`, `${whole(scale.sd)} points`, String(scale.n)],
    items: scale.items.map((/** @type {any} */ item) => [item.id, item.reversed, String(item.n), `${whole(item.dont_know_share * 100)} %`, whole(item.mean), decimals(item.item_total), decimals(item.alpha_if_deleted)]),
  }])))
  const { n, rho } = wanted.agreement
  await page.locator('[data-of=index]').getByText(`Rank correlation over ${n} results${decimals(rho)}`).waitFor()
  const file = JSON.parse((await fileAfter(page, () => page.getByRole('button', { name: 'Save these figures' }).click())).text)
  assert.equal(file.instrument.id, 'bt-synchronization')
  assert.ok(Math.abs(file.scales[0].alpha - wanted.scales[file.scales[0].id].alpha) < 1e-9)
  assert.deepEqual(errors, [])
})

test('it is closed, stays out of print, and needs twenty results', async t => {
  const { page } = await browser.page(t)
  await opened(page, sheets(19))
  const part = page.locator('.maintainer')
  assert.equal(await part.getAttribute('open'), null)
  assert.equal(await part.evaluate(one => one.childElementCount), 1)
  await page.evaluate(() => { globalThis.print = () => { globalThis.document.title = `open: ${globalThis.document.querySelector('taut-group')?.shadowRoot?.querySelectorAll('details[open]').length}` } })
  await page.getByRole('button', { name: 'Print' }).click()
  assert.match(await page.title(), /^open: [1-9]/)
  assert.equal(await part.getAttribute('open'), null)
  if (!isFirefox) {
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('.part-calibration').isVisible(), false)
    await page.emulateMedia({ media: null })
  }
  await page.getByText('For the maintainer of the instrument').click()
  await page.getByText('19 results are in. This needs 20.').waitFor()
  assert.equal(await part.locator('table').count(), 0)
})

test('an anonymous group gives nothing away by it: it is of the results that are shown', async t => {
  const { page } = await browser.page(t)
  const answers = sheets(26)
  await opened(page, answers.slice(0, 24))
  await page.getByLabel('Nobody shall know').check()
  await page.locator('.part-calibration').waitFor()
  await page.getByLabel('Result links').fill(answers.slice(24).map(answers => JSON.stringify({ answers })).join('\n'))
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByText('Until then you see the group of 24.').waitFor()
  await page.getByText('For the maintainer of the instrument').click()
  const file = JSON.parse((await fileAfter(page, () => page.getByRole('button', { name: 'Save these figures' }).click())).text)
  assert.equal(file.n, 24)
})

test('it is read on a phone and by those who listen', async t => {
  const { page } = await browser.page(t, { viewport: { width: 320, height: 640 } })
  await opened(page, sheets(30))
  await page.getByText('For the maintainer of the instrument').click()
  await page.locator('.maintainer table').first().waitFor()
  assert.deepEqual(await violations(page), [])
  assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth))
})
