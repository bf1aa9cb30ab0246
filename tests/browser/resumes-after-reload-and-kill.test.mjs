// Answers, unfinished entries and the page survive a reload and the SIGKILL of the whole browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch, launchWithProfile, profile } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { answer, expectAnswered, item, menu, open, press, start } from './harness/walk.mjs'

/** @param {import('playwright-core').Page} page */
async function answerSome(page) {
  await start(page)
  await answer(page, 'DT1', 28)
  await answer(page, 'DT3', 4)
  await press(page, 'Next')
  await press(page, 'Next')
  await answer(page, 'DS4', 'dk')
  await item(page, 'FT1').locator('input[type=text]').first().fill('35')
  await page.getByText('65 points left').waitFor()
}

/** @param {import('playwright-core').Page} page */
async function expectAllThere(page) {
  await page.getByText('Page 3 of 9').waitFor()
  await expectAnswered(page, 3)
  await page.getByText('You are where you left off.').waitFor()
  assert.equal(await item(page, 'DS4').getByRole('radio', { name: /Don't know/ }).isChecked(), true)
  assert.equal(await item(page, 'FT1').locator('input[type=text]').first().inputValue(), '35')
  await page.getByText('65 points left').waitFor()
  await press(page, 'Back')
  await press(page, 'Back')
  assert.equal(await item(page, 'DT1').locator('input[type=text]').inputValue(), '28')
  assert.equal(await item(page, 'DT3').getByRole('radio', { name: 'About once a month' }).isChecked(), true)
}

test('a reload goes on where it was', async t => {
  const server = await startServer()
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await answerSome(page)
  await page.reload()
  await expectAllThere(page)
  assert.deepEqual(errors, [])
})

test('a killed browser goes on where it was', async t => {
  const server = await startServer()
  t.after(() => server.close())
  const folder = await profile(t)
  const first = await launchWithProfile(folder)
  await open(first.page, server.url)
  await answerSome(first.page)
  await first.page.getByText('Saved in your browser').waitFor()
  // what is promised: nothing answered 200 ms before the kill is lost
  await new Promise(done => setTimeout(done, 200))
  await first.kill()
  const second = await launchWithProfile(folder)
  t.after(() => second.close())
  await open(second.page, server.url)
  await expectAllThere(second.page)
})

test('erasing asks twice and leaves nothing behind', async t => {
  const server = await startServer()
  t.after(() => server.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page } = await browser.page(t)
  await open(page, server.url)
  await answerSome(page)
  await menu(page, 'Erase my answers')
  await press(page, 'Erase')
  await page.getByText('They cannot be brought back.').waitFor()
  await expectAnswered(page, 3)
  await press(page, 'Really erase')
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  const kept = await page.evaluate(() => new Promise(resolve => {
    const request = indexedDB.open('tautline')
    request.onsuccess = () => {
      const all = request.result.transaction('entries').objectStore('entries').getAllKeys()
      all.onsuccess = () => resolve(all.result)
    }
  }))
  assert.deepEqual(kept, [])
  await page.reload()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
})
