// A result as a link: made, sent through what mangles links, opened, refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { SHEET, answerAll, fileAfter, open, press, savedFile, start } from './harness/walk.mjs'

const OPENED = /This result was opened from a link. Who has the link can read it, and anyone can write one: it is not proof./
/** Answers of a CIO: the worked sheet `cio`, as the vectors of links have it. */
const TOKEN = '1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC'

const { browser, server } = await shared()

/** @param {import('playwright-core').Page} page */
const shown = page => page.locator('.report-title').waitFor()
/** The unrounded index. @param {import('playwright-core').Page} page */
const index = async page => JSON.parse((await resultFile(page)).text).metrics.find((/** @type {{id: string}} */ { id }) => id === 'index').value

/** @param {import('playwright-core').Page} page @returns {Promise<{text: string}>} */
async function resultFile(page) {
  return fileAfter(page, () => press(page, 'Save JSON'))
}

test('a result goes out as a link and comes in with the same numbers, and nothing of it stays', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answerAll(page)
  await press(page, 'See the result')
  await shown(page)
  const value = await index(page)
  await press(page, 'Share or compare')
  const link = await page.getByLabel('Link to this result').inputValue()
  assert.match(link, /#r=[0-9A-Za-z]{40}$/)
  await page.getByRole('button', { name: 'Code for a camera' }).first().click()
  await page.getByRole('img', { name: 'Code for a camera' }).waitFor()

  const { page: other, errors: others } = await browser.page(t)
  await open(other, link)
  await shown(other)
  await other.getByText(OPENED).waitFor()
  assert.equal(other.url(), server.url)
  assert.equal(await index(other), value)
  assert.deepEqual(JSON.parse((await resultFile(other)).text).answers.answers, SHEET)
  // what was looked at is no answer of the one who looked
  await press(other, 'Answer the questions myself')
  await other.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await other.reload()
  await other.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual(JSON.parse((await savedFile(other)).text).answers, {})
  assert.deepEqual([errors, others], [[], []])
})

test('what mail and messengers do to a link does no harm', async t => {
  const mangled = [
    `#r=${TOKEN}&fbclid=IwAR0`, `?r=${TOKEN}`, `#?secret=AbC&r=${TOKEN}`, `#r=${TOKEN}.`, `#r=${TOKEN})`, `#r=${TOKEN}%20`,
  ]
  for (const form of mangled) {
    const { page } = await browser.page(t)
    await open(page, server.url + form)
    await shown(page)
    await page.getByText('Answered as CIO or equivalent').waitFor()
    assert.ok(!page.url().includes(TOKEN), page.url())
  }
})

test('the page for addresses that lead nowhere repairs a sharp written as %23', async t => {
  const { readFile } = await import('node:fs/promises')
  const body = await readFile(new URL('../../www/404.html', import.meta.url))
  const lost = await startServer({ change: path => (/^\/[#%]/.test(path) ? { status: 404, headers: { 'Content-Type': 'text/html' }, body } : undefined) })
  t.after(() => lost.close())
  for (const sharp of ['%23r=', '%2523r=', '%2523r%253D']) {
    const { page } = await browser.page(t)
    await open(page, `${lost.url}${sharp}${TOKEN}`)
    await shown(page)
    assert.equal(page.url(), lost.url)
  }
})

test('a link that cannot be read says why, and leaves the own answers alone', async t => {
  const { page } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  const refusals = /** @type {const} */ ([
    [`${TOKEN.slice(0, 20)}X${TOKEN.slice(21)}`, /^This link is damaged/],
    [TOKEN.slice(0, 30), /^A part of this link is missing/],
    ['1000000000000000aGagpDFP7i0', /^This link belongs to another assessment/],
  ])
  for (const [token, sentence] of refusals) {
    await page.evaluate(hash => { location.hash = hash }, `r=${token}`)
    await page.locator('.notice').getByText(sentence).waitFor()
    assert.equal(page.url(), server.url)
    await page.getByText('Page 1 of 9').waitFor()
    await press(page, 'Close')
  }
})

test('a link of an earlier edition names both, and opens with that edition', async t => {
  const { readFile } = await import('node:fs/promises')
  const vector = (/** @type {string} */ name) => readFile(new URL(`../vectors/link/${name}`, import.meta.url))
  const [first, second] = await Promise.all([vector('kinds.json'), vector('second.json')])
  const editions = await startServer({
    pages: { '/two.html': '<!doctype html><html lang="en"><title>Two</title><script type="module" src="./define.js"></script><taut-line src="./second.json"></taut-line>' },
    change: path => (path.endsWith('kinds.json') ? { body: first } : path.endsWith('second.json') ? { body: second } : undefined),
  })
  t.after(() => editions.close())
  const { page } = await browser.page(t)
  // nothing answered, as the vectors have it
  await open(page, `${editions.url}two.html#r=10000000000000000000000000000000OdoBaieNLsB`)
  await page.getByText('This link was made with another edition of this assessment.').waitFor()
  await page.getByText('edition `1.0`').waitFor()
  await press(page, 'Show it with edition 1.0')
  await shown(page)
  await page.getByText(OPENED).waitFor()
})
