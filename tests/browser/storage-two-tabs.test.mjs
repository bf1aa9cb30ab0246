// Two tabs at the same answers: of one item the later word holds, of two items both; each tab shows it at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { shared } from './harness/shared.mjs'
import { kept, plant, SAVED, untilKept, breakDown, fillUp } from './harness/stores.mjs'
import { answer, eraseAll, expectAnswered, item, open, press, savedFile, start } from './harness/walk.mjs'

const { browser, server } = await shared()

/** @typedef {import('playwright-core').Page} Page */

/** On the first page, or wherever that was left. @param {import('playwright-core').BrowserContext} context */
async function tab(context) {
  const page = await context.newPage()
  await open(page, server.url)
  await page.getByText(SAVED).waitFor()
  return page
}

const answersOf = async (/** @type {Page} */ page) => JSON.parse((await savedFile(page)).text).answers

test('what one tab answers the other shows, though neither is left', async t => {
  const { page: a, context, errors } = await browser.page(t)
  await open(a, server.url)
  await start(a)
  const b = await tab(context)
  await b.getByText('Page 1 of 9').waitFor()
  await answer(a, 'DT3', 4)
  await expectAnswered(b, 1)
  await answer(b, 'DT3', 2)
  await item(a, 'DT3').locator('input[value="2"]:checked').waitFor()
  await answer(b, 'DT4', 3)
  await expectAnswered(a, 2)
  // What is taken back is news as well, and a change like any other.
  await press(b, 'Undo')
  await expectAnswered(a, 1)
  await answer(a, 'DT3', 1)
  await item(b, 'DT3').locator('input[value="1"]:checked').waitFor()
  assert.deepEqual(await answersOf(b), { DT3: 1 })
  // What is erased in one is gone from the other, and stays so.
  await eraseAll(a)
  await b.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual((await kept(b)).database, {})
  assert.deepEqual(errors, [])
})

for (const [what, stop] of /** @type {const} */ ([['not save', fillUp], ['neither save nor hear what is saved', breakDown]])) {
  test(`a tab that could ${what} for a while does not replace a later word of another`, async t => {
    const { page: a, context, errors } = await browser.page(t)
    await open(a, server.url)
    await start(a)
    await a.getByText(SAVED).waitFor()
    await stop(a)
    await answer(a, 'DT3', 4)
    await answer(a, 'DT4', 1)
    await a.getByText('Not saved:').waitFor()
    const b = await tab(context)
    for (const value of [1, 2]) await answer(b, 'DT3', value)
    await untilKept(b, 'DT3', 2)
    await a.evaluate(() => /** @type {any} */ (globalThis).mend())
    await answer(a, 'DT2', 20)
    await a.getByText(SAVED).waitFor()
    await expectAnswered(b, 3)
    for (const page of [a, b]) assert.deepEqual(await answersOf(page), { DT2: 20, DT3: 2, DT4: 1 })
    assert.equal((await kept(b)).database['DT3'], 2)
    assert.deepEqual(errors, [])
  })
}

test('records of an earlier build, without numbers, are read, and a change is later than they are', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await answer(page, 'DT3', 4)
  await answer(page, 'DT4', 2)
  await page.getByText(SAVED).waitFor()
  await page.goto(`${server.url}icon.png`)
  await plant(page, { DT1: { a: 21 }, DT3: { a: 1 }, DT4: { a: 'nonsense' } })
  await page.goto(server.url)
  await expectAnswered(page, 2)
  assert.deepEqual(await answersOf(page), { DT1: 21, DT3: 1 })
  await answer(page, 'DT3', 3)
  await page.getByText(SAVED).waitFor()
  await page.reload()
  await expectAnswered(page, 2)
  assert.deepEqual(await answersOf(page), { DT1: 21, DT3: 3 })
  assert.deepEqual((await kept(page)).aside, [['DT4', 'nonsense']])
  assert.deepEqual(errors, [])
})

test('a definition of another shape begins anew, and what was saved of the old one stays', async t => {
  const { page, errors } = await browser.page(t)
  const text = await (await fetch(`${server.url}instruments/bt-synchronization.json`)).text()
  const changed = JSON.parse(text)
  changed.items.find((/** @type {any} */ { id }) => id === 'DT1').kind.number.max += 10
  server.change(path => (path === '/changed.json' ? { body: JSON.stringify(changed) } : undefined))
  t.after(() => server.change(undefined))
  server.page('/changed', '<!doctype html><html lang="en"><meta charset="utf-8"><title>Changed</title><script type="module" src="./define.js"></script><taut-line src="./changed.json"></taut-line></html>')
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText(SAVED).waitFor()
  await open(page, `${server.url}changed`)
  await page.getByText(SAVED).waitFor()
  await press(page, 'Start')
  await expectAnswered(page, 0)
  await open(page, server.url)
  await expectAnswered(page, 1)
  assert.deepEqual(errors, [])
})

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

test('two hundred steps of two tabs, mixed at random, end in one state that has every last word', async t => {
  const SEED = 20261126
  t.diagnostic(`seed ${SEED}`)
  const next = random(SEED)
  const pick = (/** @type {any[]} */ from) => from[Math.floor(next() * from.length)]
  const { page: first, context, errors } = await browser.page(t)
  await open(first, server.url)
  await start(first)
  await first.getByText(SAVED).waitFor()
  const tabs = [first, await tab(context)]
  const ITEMS = ['DT3', 'DT4', 'DS1', 'DS2', 'DS3']
  /** The last word on each item, by whichever tab. @type {{[id: string]: any}} */
  const last = {}
  /** What each tab can take back: its own changes. @type {{id: string, before: any}[][]} */
  const steps = [[], []]

  /** Both have the last words before the next step: what is promised is not that two people answer in one instant. */
  const agree = async () => {
    const expected = Object.entries(last).filter(([, value]) => value !== null).sort()
    for (const page of tabs) {
      for (const end = Date.now() + 20_000; !isDeepStrictEqual(await entriesOf(page), expected);) assert.ok(Date.now() < end, JSON.stringify(expected))
      await expectAnswered(page, expected.length)
    }
  }
  const entriesOf = (/** @type {Page} */ page) => page.evaluate(() => Object.entries(/** @type {any} */ (document.querySelector('taut-line')).answers.answers).sort())
  /** Within the page: a tab behind another draws once a second, and a mouse waits for that. @param {Page} page @param {string} selector @param {string} [name] */
  const click = async (page, selector, name) => {
    const found = await page.evaluate(([selector, name]) => {
      const all = /** @type {HTMLElement[]} */ ([...document.querySelector('taut-line')?.shadowRoot?.querySelectorAll(selector ?? '') ?? []])
      const wanted = all.find(one => !name || one.textContent === name)
      wanted?.click()
      return Boolean(wanted)
    }, [selector, name])
    assert.ok(found, selector)
  }
  /** @param {Page} page @param {string} id */
  const turnTo = async (page, id) => {
    const wanted = id.startsWith('DT') ? 1 : 2
    if (await page.getByText(`Page ${wanted} of 9`).count() === 0) await click(page, 'button', wanted === 1 ? 'Back' : 'Next')
    await item(page, id).waitFor()
  }
  const counts = { answer: 0, undo: 0, reopen: 0, switch: 0 }
  for (let step = 0; step < 200; step++) {
    const who = next() < 0.5 ? 0 : 1
    const page = /** @type {Page} */ (tabs[who])
    const chance = next()
    if (chance < 0.65) {
      const id = pick(ITEMS)
      await turnTo(page, id)
      const value = pick([1, 2, 3, 4].filter(value => value !== last[id]))
      steps[who]?.push({ id, before: last[id] ?? null })
      last[id] = value
      await click(page, `[data-item=${id}] .options input[value="${value}"]`)
      counts.answer++
    } else if (chance < 0.8) {
      const back = steps[who]?.pop()
      if (!back) continue
      await click(page, 'button', 'Undo')
      last[back.id] = back.before
      counts.undo++
    } else if (chance < 0.9) {
      await page.close()
      steps[who] = []
      tabs[who] = await tab(context)
      counts.reopen++
    } else {
      await page.bringToFront()
      counts.switch++
    }
    await agree()
  }
  for (const page of tabs) {
    const answers = await answersOf(page)
    assert.deepEqual(answers, Object.fromEntries(Object.entries(last).filter(([, value]) => value !== null)))
  }
  t.diagnostic(JSON.stringify(counts))
  assert.ok(Math.min(...Object.values(counts)) >= 10, JSON.stringify(counts))
  assert.deepEqual(errors, [])
})
