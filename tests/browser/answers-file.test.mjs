// The answers file: saved on one screen, opened on another; a refused one changes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { answer, expectAnswered, open, press, ready, savedFile, start, watchEvents } from './harness/walk.mjs'

const { browser, server } = await shared()

/** @param {import('playwright-core').Page} page @param {string} text */
async function openFile(page, text) {
  const choosing = page.waitForEvent('filechooser')
  await page.locator('.menu summary').click()
  await press(page.locator('.menu'), 'Open an answers file')
  await (await choosing).setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}

test('what one browser saves another opens, don\'t know included', async t => {
  const first = (await browser.page(t)).page
  await open(first, server.url)
  await start(first)
  await answer(first, 'DT1', 28)
  await answer(first, 'DT3', 'dk')
  await expectAnswered(first, 2)
  const { name, text } = await savedFile(first)
  assert.match(name, /^[a-z0-9.-]+\.json$/)
  assert.deepEqual(JSON.parse(text).answers, { DT1: 28, DT3: 'dk' })
  assert.equal(JSON.parse(text).role, 'cio')

  const { page: second, errors } = await browser.page(t)
  await watchEvents(second)
  await open(second, server.url)
  await ready(second)
  await start(second, 'CEO or equivalent')
  await openFile(second, text)
  await second.getByText('Answers file opened').first().waitFor()
  const again = JSON.parse((await savedFile(second)).text)
  assert.deepEqual([again.role, again.answers], ['cio', { DT1: 28, DT3: 'dk' }])
  assert.deepEqual(errors, [])
})

test('a refused file shows why and changes nothing', async t => {
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await open(page, server.url)
  await ready(page)
  await start(page)
  await answer(page, 'DT1', 28)
  for (const [text, said] of /** @type {[string, string | RegExp][]} */ ([
    ['{"answers": {"DT1": 101, "XX": 1}}', 'there is no item'],
    ['{"instrument": "other", "answers": {}}', 'these answers belong to'],
    [' '.repeat(256 * 1024 + 1), 'larger than 256 kB'],
    ['<html>', /not (an answers file|JSON)/],
  ])) {
    await openFile(page, text)
    await page.getByText('This file was not opened. Your answers are unchanged.').first().waitFor()
    await page.getByText(said).first().waitFor()
    assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28 })
  }
  assert.deepEqual(errors, [])
})

test('the picker opens at once; what takes the file in is loaded for it', async t => {
  const { page, errors } = await browser.page(t)
  let release = () => {}
  const held = new Promise(done => { release = () => done(undefined) })
  await page.route('**/together.js', async route => {
    await held
    await route.continue()
  })
  await watchEvents(page)
  await open(page, server.url)
  await ready(page)
  await start(page)
  const asked = page.waitForRequest('**/together.js')
  await openFile(page, '{"answers": {"DT1": 28}}')
  await asked
  release()
  await page.getByText('Answers file opened').first().waitFor()
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28 })
  assert.deepEqual(errors, [])
})
