// The page of the samples: the list says what the samples are, each is answered to its result, whose numbers are those
// of the worked examples, and what leads from one place to another does.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { STRICT, startStrict, violationsOf } from './harness/strict.mjs'
import { item, press } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const { browser, server } = await shared()

/** @param {string} path @returns {any} */
const read = path => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))
const SAMPLES = readdirSync(new URL('../../www/instruments/samples/', import.meta.url)).map(name => name.replace('.json', ''))
/** @param {string} id */
const definitionOf = id => read(`../www/instruments/samples/${id}.json`)
/** @param {string} id @returns {{name: string, role?: string, seed?: number, answers: {[item: string]: any}, expected: any}[]} */
const examplesOf = id => read(`vectors/samples/${id}.json`)

/** Opens a sample, and waits until the core has accepted it. @param {Page} page @param {string} id */
async function opened(page, id, url = server.url) {
  await page.goto(`${url}samples.html?sample=${id}`)
  await page.locator('taut-line .intro h2').waitFor()
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('taut-line')).answers)
}

test('the list has every sample, in its own words', async t => {
  const { page, errors } = await browser.page(t)
  await page.goto(`${server.url}samples.html`)
  const cards = await page.locator('[data-sample]').evaluateAll(all => all.map(card => ({
    id: /** @type {HTMLElement} */ (card).dataset['sample'] ?? '',
    title: card.querySelector('h2')?.textContent, sentence: card.querySelector('p')?.textContent,
    extent: card.querySelector('.extent')?.textContent ?? '', links: [...card.querySelectorAll('a')].map(link => link.getAttribute('href') ?? ''),
  })))
  assert.deepEqual(cards.map(({ id }) => id).sort(), SAMPLES)
  for (const { id, title, sentence = '', extent, links } of cards) {
    const { title: own, intro, items, pages } = definitionOf(id)
    assert.equal(title, own, id)
    assert.ok(intro[0].startsWith(sentence) && /[.?]$/.test(sentence ?? ''), `${id}: ${sentence}`)
    const kindOf = (/** @type {string} */ name) => Object.keys(items.find((/** @type {any} */ one) => one.id === name).kind)[0] ?? ''
    const questionsOf = (/** @type {any} */ one) => one.draw ?? one.items.filter((/** @type {string} */ name) => !['info', 'note'].includes(kindOf(name))).length
    const questions = pages.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + questionsOf(one), 0)
    assert.match(extent, new RegExp(`^${questions} questions, about \\d+ minutes$`), id)
    assert.deepEqual(links, [`?sample=${id}`, `./studio.html?sample=${id}`, `./instruments/samples/${id}.json`])
    const served = await page.request.get(new URL(links[2] ?? '', `${server.url}samples.html`).href)
    assert.deepEqual(await served.json(), definitionOf(id))
  }
  assert.deepEqual(errors, [])
})

/** What a control of a frame is given, by the kind of its item. @param {Locator} frame @param {string} kind @param {any} detail @param {any} value */
async function give(frame, kind, detail, value) {
  const option = (/** @type {unknown} */ one) => frame.locator(`.options input[value="${one}"]`)
  const labelOf = (/** @type {unknown} */ one) => detail.choices.find((/** @type {any} */ choice) => choice.value === one).label
  if (kind === 'choice') await option(value).check()
  else if (kind === 'number') await frame.locator('input[type=text]').fill(String(value))
  else if (kind === 'text') await frame.locator('input[type=text]').fill(value.text)
  else if (kind === 'note') await frame.locator('textarea').fill(value.text)
  else if (kind === 'multiple') for (const one of value) await frame.getByRole('checkbox', { name: labelOf(one), exact: true }).check()
  else if (kind === 'ranking') for (const one of value) await frame.locator('.pool button').getByText(labelOf(one), { exact: true }).click()
  else if (kind === 'grid') for (const [row, one] of Object.entries(value)) await frame.locator(`.rated input[name$=" ${row}"][value="${one}"]`).check()
  else assert.fail(`nobody answers ${kind}`)
}

/** From the first screen to the result, with the controls. @param {Page} page @param {any} definition @param {{[item: string]: any}} answers @returns {Promise<string[]>} the kinds that were answered */
async function walk(page, { items, choice_sets: sets = [], pages, roles }, answers) {
  const kinds = new Set()
  const choicesOf = (/** @type {string} */ set) => sets.find((/** @type {any} */ one) => one.id === set)?.choices
  if (roles) await page.getByRole('radio', { name: roles[0].label, exact: true }).check()
  await press(page, 'Start')
  for (const [n, { title }] of pages.entries()) {
    await page.getByRole('heading', { name: title, exact: true }).waitFor()
    const frames = await page.locator('[data-item]:visible').evaluateAll(all => all.map(frame => /** @type {HTMLElement} */ (frame).dataset['item'] ?? ''))
    for (const id of frames) {
      const { kind: kinded, correct } = items.find((/** @type {any} */ one) => one.id === id)
      const [[kind, detail] = ['', {}]] = /** @type {[string, any][]} */ (Object.entries(kinded))
      // which questions are drawn is not known before; the example knows those that its seed draws
      const value = answers[id] ?? (kind === 'note' ? { text: 'A calm month.' } : correct?.choices[0])
      if (value === undefined) continue
      kinds.add(kind)
      await give(item(page, id), kind, { choices: choicesOf(detail.set), ...detail }, value)
      const check = item(page, id).getByRole('button', { name: /^Check/ })
      if (await check.isVisible()) {
        await check.click()
        await item(page, id).locator('.verdict .word').waitFor()
      }
    }
    await press(page, n < pages.length - 1 ? 'Next' : 'Review')
  }
  await page.getByRole('button', { name: /^See the result/ }).click()
  await page.locator('.report-title').waitFor()
  return [...kinds]
}

/** Half away from zero, as the result has it. @param {number | null} value */
const shown = value => (value === null ? '–' : String(Math.floor(value + 0.5 + 1e-9)))

/** The numbers on the screen are those that were computed elsewhere. @param {Page} page @param {any} expected @param {string} place */
async function same(page, { scales, composites = {}, quiz }, place) {
  const wanted = { ...scales, ...composites }
  const found = await page.locator('[data-explains] summary').evaluateAll(all => all.map(summary =>
    [summary.closest('details')?.dataset['explains'] ?? '', summary.querySelector('.value')?.textContent?.replace(' %', '') ?? '']))
  assert.deepEqual(Object.fromEntries(found.filter(([id = '']) => id in wanted)), Object.fromEntries(Object.entries(wanted).map(([id, value]) => [id, shown(value)])), place)
  if (quiz) assert.equal(await page.locator('.quiz-head .big').textContent(), `${quiz.marks} of ${quiz.of} marks`, place)
}

/** Kinds of items that the samples have together. */
const KINDS = new Set()

for (const id of SAMPLES) {
  test(`${id} is answered to its result; another example has the result that was computed for it`, async t => {
    const { page, errors } = await browser.page(t)
    const definition = definitionOf(id)
    const [first, ...others] = examplesOf(id)
    assert.ok(first)
    await page.goto(`${server.url}samples.html`)
    await page.getByRole('link', { name: definition.title, exact: true }).click()
    await page.waitForURL(`**/samples.html?sample=${id}`)
    assert.equal(await page.title(), definition.title)
    for (const kind of await walk(page, definition, first.answers)) KINDS.add(kind)
    await same(page, first.expected, `${id}: ${first.name}`)

    for (const { name, role, seed, answers, expected } of others.slice(2, 4)) {
      await page.evaluate(async given => {
        const widget = /** @type {any} */ (document.querySelector('taut-line'))
        widget.reset()
        const complete = new Promise(resolve => widget.addEventListener('taut-complete', resolve, { once: true }))
        widget.answers = given
        widget.finish()
        await complete
      }, { instrument: id, version: definition.version, ...role && { role }, ...seed && { seed }, answers })
      await page.locator('.report-title').waitFor()
      await same(page, expected, `${id}: ${name}`)
    }
    assert.deepEqual(errors, [])
  })
}

test('together the samples have these kinds of questions', () => {
  assert.deepEqual([...KINDS].sort(), ['choice', 'grid', 'multiple', 'note', 'number', 'ranking', 'text'])
})

test('the way back leads to the list, and the link of a result to its sample', async t => {
  const { page, errors } = await browser.page(t)
  await page.goto(`${server.url}samples.html`)
  await page.getByRole('link', { name: 'Team health check' }).click()
  // the list has a heading of that name as well
  await page.locator('taut-line').getByRole('heading', { name: 'Team health check', level: 2 }).waitFor()
  assert.deepEqual(await page.locator('nav a').allTextContents(), ['All samples', 'Open in the studio', 'Download definition'])
  await page.getByRole('link', { name: 'All samples' }).click()
  await page.getByRole('heading', { name: 'Sample assessments' }).waitFor()
  assert.equal(await page.locator('[data-sample]:visible').count(), SAMPLES.length)
  await page.getByRole('link', { name: 'Team health check' }).click()
  // the list has a heading of that name as well
  await page.locator('taut-line').getByRole('heading', { name: 'Team health check', level: 2 }).waitFor()

  const [{ answers, role } = { answers: {}, role: '' }] = examplesOf('team-health').filter(({ name }) => name === 'a mixed month')
  await page.evaluate(given => {
    const widget = /** @type {any} */ (document.querySelector('taut-line'))
    widget.answers = given
    widget.finish()
  }, { instrument: 'team-health', version: '1.0', role, answers })
  await page.locator('.report-title').waitFor()
  await press(page, 'Share or compare')
  const link = await page.getByLabel('Link to this result').inputValue()
  assert.match(link, /samples\.html\?sample=team-health#r=\w+$/)

  // somebody else, who has never been here
  const { page: other, errors: there } = await browser.page(t)
  await other.goto(link)
  await other.locator('.report-title').waitFor()
  assert.equal(other.url(), `${server.url}samples.html?sample=team-health`)
  assert.equal(await other.title(), 'Team health check')
  // an address names a sample and nothing else
  await other.goto(`${server.url}samples.html?sample=../bt-synchronization`)
  await other.getByRole('heading', { name: 'Sample assessments' }).waitFor()
  assert.equal(await other.locator('taut-line').count(), 0)
  assert.deepEqual([...errors, ...there], [])
})

test('a sample opens in the studio, once, and asks before it takes the place of something', async t => {
  const { page, errors } = await browser.page(t)
  await page.goto(`${server.url}samples.html?sample=working-styles`)
  await page.getByRole('link', { name: 'Open in the studio' }).click()
  await page.locator('.running').getByText('How do you like to work?').waitFor()
  assert.equal(page.url(), `${server.url}studio.html`)
  await page.waitForFunction(() => localStorage.getItem('tautline-studio'))
  await page.goto(`${server.url}studio.html?sample=team-health`)
  await page.locator('dialog').getByText('How do you like to work?').waitFor()
  await page.goto(`${server.url}studio.html?sample=nothing`)
  await page.locator('.start').waitFor()
  assert.equal(await page.locator('dialog').count(), 0)
  assert.deepEqual(errors, [])
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing in the list, on a page of a quiz and in its result, ${scheme}`, async t => {
    const look = await launch({ scheme })
    t.after(() => look.close())
    const { page } = await look.page(t)
    await page.goto(`${server.url}samples.html`)
    assert.deepEqual(await violations(page), [], 'list')
    await opened(page, 'blog-quiz')
    assert.deepEqual(await violations(page), [], 'intro')
    await press(page, 'Start')
    await page.locator('[data-item]').first().waitFor()
    assert.deepEqual(await violations(page), [], 'questions')
    await page.evaluate(given => {
      const widget = /** @type {any} */ (document.querySelector('taut-line'))
      widget.answers = given
      widget.finish()
    }, { instrument: 'blog-quiz', version: '1.0', answers: examplesOf('blog-quiz')[3]?.answers })
    await page.locator('.report-title').waitFor()
    assert.deepEqual(await violations(page), [], 'result')
  })
}

test('without scripts the list can be read; the hardest policy blocks nothing', async t => {
  const without = await startServer({ change: path => (path === '/samples.js' ? { status: 404, body: '' } : undefined) })
  t.after(() => without.close())
  const { page: bare } = await browser.page(t)
  await bare.goto(`${without.url}samples.html`)
  await bare.getByText('To answer one you need a browser with scripts switched on').waitFor()
  assert.equal(await bare.locator('[data-sample] h2:visible').count(), SAMPLES.length)
  const strict = await startStrict('samples.html', STRICT.replace("img-src 'self'", "img-src 'self' data:"))
  t.after(() => strict.close())
  const { page } = await browser.page(t)
  await opened(page, 'safety-training', strict.url)
  await press(page, 'Start')
  await page.locator('[data-item]').first().waitFor()
  assert.deepEqual(await violationsOf(page), [])
})
