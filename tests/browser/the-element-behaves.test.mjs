// The element in a host page: upgrade, moves, attributes, properties, events, phase.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { expectAnswered, heard, ready, watchEvents } from './harness/walk.mjs'

const DEFINITION = {
  format: 1, id: 'small', version: '1.0', title: 'Small check', language: 'de', license: 'none', source: [], intro: ['Kurz.'], about: [],
  glossary: [], dont_know: 'Weiß nicht', roles: [], dimensions: [{ id: 'd', title: 'D' }],
  choice_sets: [{ id: 'yn', choices: [{ value: 1, label: 'Nein' }, { value: 2, label: 'Ja' }] }],
  items: [
    { id: 'A', text: 'Eins?', kind: { choice: { set: 'yn' } } },
    { id: 'B', text: 'Zwei?', kind: { choice: { set: 'yn' } }, show_if: 'A == 2' },
  ],
  pages: [{ title: 'Seite', items: ['A', 'B'] }],
  scales: [{ id: 's', title: 'S', higher: 'more', missing: { scored: 1, provisional: 1 }, members: [{ item: 'A', key: '+', weight: 1 }] }],
}

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({
    pages: { '/empty': '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><main></main></html>' },
    change: path => (path === '/small.json' ? { body: JSON.stringify(DEFINITION) } : path === '/large.json' ? { body: ' '.repeat(2 * 1024 * 1024 + 1) } : undefined),
  })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** An empty host page; the element comes by script. @param {import('node:test').TestContext} t */
async function host(t) {
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await page.goto(`${server.url}empty`)
  return { page, errors }
}
const define = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => import(`${location.origin}/define.js`))

test('a definition set before the upgrade is taken up, and its language is told', async t => {
  const { page, errors } = await host(t)
  await page.evaluate(definition => {
    document.querySelector('main')?.append(Object.assign(document.createElement('taut-line'), { definition }))
  }, DEFINITION)
  await define(page)
  await page.getByRole('heading', { name: 'Small check' }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Small check' }).getAttribute('lang'), 'de')
  await ready(page)
  assert.deepEqual((await heard(page, 'taut-ready')).map(({ id }) => id), ['small'])
  assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('taut-line')).phase), 'answering')
  assert.deepEqual(errors, [])
})

test('a condition shows its item when it is true, and hides it when it is not', async t => {
  const { page, errors } = await host(t)
  await page.evaluate(() => {
    const element = document.createElement('taut-line')
    element.setAttribute('src', './small.json')
    document.querySelector('main')?.append(element)
  })
  await define(page)
  await ready(page)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const [a, b] = [page.locator('[data-item=A]'), page.locator('[data-item=B]')]
  assert.equal(await b.isVisible(), false)
  await a.getByRole('radio', { name: 'Ja' }).check()
  await b.waitFor()
  await page.getByText('1 of 2 answered').waitFor()
  await a.getByRole('radio', { name: 'Nein' }).check()
  await b.waitFor({ state: 'hidden' })
  await page.getByText('1 of 1 answered').waitFor()
  assert.deepEqual(errors, [])
})

test('a move within the page keeps everything; a removal ends it; another src starts anew', async t => {
  const { page, errors } = await host(t)
  await define(page)
  await page.evaluate(() => { document.querySelector('main')?.append(document.createElement('taut-line')) })
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('radio', { name: 'About once a month' }).check()
  await page.evaluate(() => {
    const section = document.createElement('section')
    document.querySelector('main')?.append(section)
    section.append(/** @type {Node} */ (document.querySelector('taut-line')))
  })
  await expectAnswered(page, 1)
  assert.equal(await page.getByRole('radio', { name: 'About once a month' }).isChecked(), true)
  await page.getByRole('radio', { name: 'About once a year' }).check()
  assert.equal((await heard(page, 'taut-answer')).length, 2)

  await page.evaluate(() => {
    const element = document.querySelector('taut-line')
    element?.remove()
    Object.assign(globalThis, { element })
  })
  await page.waitForFunction(() => /** @type {any} */ (globalThis).element.phase === 'idle')
  await page.evaluate(() => { document.querySelector('main')?.append(/** @type {any} */ (globalThis).element) })
  await expectAnswered(page, 1)
  await page.evaluate(() => document.querySelector('taut-line')?.setAttribute('src', './small.json'))
  await page.getByRole('heading', { name: 'Small check' }).waitFor()
  assert.deepEqual(errors, [])
})

test('what cannot be read shows a sentence, keeps the children and says it in an event', async t => {
  for (const [src, sentence] of [['./large.json', 'larger than 2 MB'], ['./nowhere.json', 'could not be loaded']]) {
    const { page } = await host(t)
    await page.evaluate(address => {
      const element = document.createElement('taut-line')
      element.setAttribute('src', address ?? '')
      element.append('A way out')
      document.querySelector('main')?.append(element)
    }, src)
    await define(page)
    await page.getByRole('heading', { name: sentence }).waitFor()
    await page.getByText('A way out').waitFor()
    assert.equal((await heard(page, 'taut-error')).length, 1)
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector('taut-line')).phase), 'error')
  }
})

test('loading neither scrolls the host nor takes its focus; theme overrules it', async t => {
  const { page, errors } = await host(t)
  await page.evaluate(() => {
    document.body.prepend(Object.assign(document.createElement('button'), { id: 'mine', textContent: 'Mine' }))
    document.getElementById('mine')?.focus()
    const element = document.createElement('taut-line')
    element.setAttribute('theme', 'dark')
    document.querySelector('main')?.append(element)
  })
  await define(page)
  await ready(page)
  assert.deepEqual(await page.evaluate(() => [document.activeElement?.id, scrollY]), ['mine', 0])
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('taut-line'))).colorScheme), 'dark')
  assert.deepEqual(errors, [])
})
