// Storage that is refused, full, lying or silent: the second store stands in; where that fails too, the page says so
// within a second, and works on. Nothing is lost on screen, and nothing once storage works again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { kept, NOT_SAVED, plant, SAVED, untilKept, fillUp } from './harness/stores.mjs'
import { answer, eraseAll, expectAnswered, fileAfter, open, press, savedFile, start } from './harness/walk.mjs'

/** In a page with this query storage is broken; without it, it works. */
const BROKEN = '?broken'

const inFrame = (/** @type {string} */ sandbox) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<iframe title="Check" width="900" height="900" src="/" ${sandbox}></iframe></html>`

const { browser, server } = await shared({
  // Module scripts of a frame without an origin need it.
  headers: { 'Access-Control-Allow-Origin': '*' },
  pages: { '/opaque': inFrame('sandbox="allow-scripts allow-downloads"'), '/framed': inFrame('') },
})

/** What breaks the database. Runs in the page before any script. @type {{[fault: string]: () => void}} */
const DATABASE = {
  'opening is refused': () => {
    IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }
  },
  'opening never answers': () => {
    IDBFactory.prototype.open = () => /** @type {any} */ ({})
  },
  'opening fails': () => {
    IDBFactory.prototype.open = () => {
      const request = /** @type {any} */ ({ error: new DOMException('broken', 'UnknownError') })
      setTimeout(() => request.onerror())
      return request
    }
  },
  'it is full': () => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }
  },
  'every transaction is aborted': () => {
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given)
      queueMicrotask(() => made.abort())
      return made
    }
  },
  'a write does nothing': () => {
    const { get } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function () { return get.call(this, '') }
  },
}

/** What breaks localStorage as well. @type {{[fault: string]: () => void}} */
const LOCAL = {
  'reading the globals throws': () => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('denied', 'SecurityError') } })
    }
  },
  'both are full': () => {
    const full = () => { throw new DOMException('full', 'QuotaExceededError') }
    IDBObjectStore.prototype.put = full
    Storage.prototype.setItem = full
  },
  'both do nothing': () => {
    const { get } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function () { return get.call(this, '') }
    Storage.prototype.setItem = () => {}
  },
  'the database never answers, and the other is refused': () => {
    IDBFactory.prototype.open = () => /** @type {any} */ ({})
    Storage.prototype.getItem = () => { throw new DOMException('denied', 'SecurityError') }
    Storage.prototype.setItem = Storage.prototype.getItem
  },
}

/**
 * A page that breaks storage while it has the query.
 * @param {import('node:test').TestContext} t @param {() => void} fault
 */
async function faulty(t, fault) {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(`if (location.search === ${JSON.stringify(BROKEN)}) (${fault})()`)
  return { page, errors }
}

const notice = (/** @type {import('playwright-core').Page | import('playwright-core').FrameLocator} */ page) => page.getByRole('alert').filter({ hasText: NOT_SAVED })

for (const [name, fault] of Object.entries(DATABASE)) {
  test(`the database: ${name}: what stands in keeps the answers, and gives them back`, async t => {
    const { page, errors } = await faulty(t, fault)
    await open(page, server.url + BROKEN)
    await start(page)
    await answer(page, 'DT1', 28)
    await answer(page, 'DT3', 4)
    await answer(page, 'DT3', 3)
    await page.waitForFunction(() => Object.keys(localStorage).length >= 4)
    await page.getByText(SAVED).waitFor()
    await page.reload()
    await expectAnswered(page, 2)
    await answer(page, 'DT4', 2)
    await page.waitForFunction(() => Object.entries(localStorage).some(([key, text]) => key.includes('"DT4"') && JSON.parse(text).a === 2))
    // Working again, from which on it has everything, and the other nothing.
    await page.goto(server.url)
    await expectAnswered(page, 3)
    await page.getByText(SAVED).waitFor()
    assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28, DT3: 3, DT4: 2 })
    assert.deepEqual(await kept(page), { database: { DT1: 28, DT3: 3, DT4: 2 }, local: {}, aside: [] })
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    assert.deepEqual(errors, [])
  })
}

for (const [name, fault] of Object.entries(LOCAL)) {
  test(`${name}: it says so within a second, offers the file, and works on`, async t => {
    const { page, errors } = await faulty(t, fault)
    await open(page, server.url + BROKEN)
    await start(page)
    await notice(page).waitFor({ timeout: 1000 })
    await answer(page, 'DT1', 28)
    await answer(page, 'DT3', 4)
    await press(page, 'Next')
    await press(page, 'Back')
    await expectAnswered(page, 2)
    assert.equal(await page.getByText(SAVED).count(), 0)
    assert.match(await notice(page).innerText(), /kept only while this page is open/)
    const { text } = await fileAfter(page, () => press(/** @type {any} */ (notice(page)), 'Save answers to a file'))
    assert.deepEqual(JSON.parse(text).answers, { DT1: 28, DT3: 4 })
    assert.deepEqual(errors, [])
  })
}

test('localStorage alone is refused: the database keeps everything, and nobody is troubled', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } }))
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT3', 4)
  await untilKept(page, 'DT3', 4)
  await page.getByText(SAVED).waitFor()
  await page.reload()
  await expectAnswered(page, 1)
  await eraseAll(page)
  await page.reload()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.equal(await page.getByText(NOT_SAVED).count(), 0)
  assert.deepEqual(errors, [])
})

test('full midway: told within a second, and nothing is lost once there is room again', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText(SAVED).waitFor()
  await fillUp(page)
  await answer(page, 'DT3', 4)
  await notice(page).waitFor({ timeout: 1000 })
  await answer(page, 'DT4', 2)
  await expectAnswered(page, 3)
  // Looking what is saved is no news of what is not.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.evaluate(() => new Promise(requestAnimationFrame))
  assert.equal(await page.getByText(SAVED).count(), 0)
  await page.evaluate(() => /** @type {any} */ (globalThis).mend())
  await answer(page, 'DT2', 20)
  await page.getByText(SAVED).waitFor()
  assert.equal(await notice(page).count(), 0)
  assert.deepEqual((await kept(page)).database, { DT1: 28, DT2: 20, DT3: 4, DT4: 2 })
  await page.reload()
  await expectAnswered(page, 4)
  assert.deepEqual(errors, [])
})

test('a database that is silent for a while is told where nothing stands in, and gets all when it answers', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype
    /** @type {(() => void)[]} */
    const held = []
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given)
      if (given[0] !== 'tautline') return request
      /** @type {any} */
      const silent = {}
      held.push(() => {
        silent.result = request.result
        silent.onsuccess()
      })
      request.onupgradeneeded = () => { for (const name of ['entries', 'aside']) request.result.createObjectStore(name, { autoIncrement: true }) }
      return silent
    }
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    Object.assign(globalThis, { answer: () => {
      IDBFactory.prototype.open = open
      for (const now of held) now()
    } })
  })
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await notice(page).waitFor({ timeout: 1500 })
  await answer(page, 'DT3', 4)
  await press(page, 'Next')
  await answer(page, 'DS1', 3)
  await expectAnswered(page, 3)
  await page.evaluate(() => /** @type {any} */ (globalThis).answer())
  await page.getByText(SAVED).waitFor()
  assert.equal(await notice(page).count(), 0)
  assert.deepEqual((await kept(page)).database, { DT1: 28, DT3: 4, DS1: 3 })
  assert.deepEqual(errors, [])
})

test('of one answer in both stores the higher number wins, and the database where they are equal', async t => {
  const { page, errors } = await faulty(t, () => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      if ('broken' in globalThis) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  await open(page, server.url + BROKEN)
  await start(page)
  for (const [id, value] of /** @type {[string, number][]} */ ([['DT2', 20], ['DT3', 4], ['DT4', 2]])) await answer(page, id, value)
  await untilKept(page, 'DT4', 2)
  await page.evaluate(() => Object.assign(globalThis, { broken: true }))
  // Each a second word, kept where the database is not.
  for (const [id, value] of /** @type {[string, number][]} */ ([['DT2', 30], ['DT3', 3], ['DT4', 1]])) await answer(page, id, value)
  await page.waitForFunction(() => Object.entries(localStorage).some(([key, text]) => key.includes('"DT4"') && JSON.parse(text).a === 1))
  await page.goto('about:blank')
  await page.goto(`${server.url}icon.png`)
  // Meanwhile the database has come to a third word of one, to another second of the other.
  await plant(page, { DT3: { a: 1, n: 3 }, DT4: { a: 3, n: 2 } })
  assert.deepEqual(await kept(page), { database: { DT2: 20, DT3: 1, DT4: 3 }, local: { DT2: 30, DT3: 3, DT4: 1 }, aside: [] })
  await page.goto(server.url)
  await expectAnswered(page, 3)
  assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT2: 30, DT3: 1, DT4: 3 })
  assert.deepEqual(await kept(page), { database: { DT2: 30, DT3: 1, DT4: 3 }, local: {}, aside: [] })
  assert.deepEqual(errors, [])
})

test('what was answered without knowing what the database holds is later than that', async t => {
  const { page, errors } = await faulty(t, /** @type {() => void} */ (DATABASE['opening is refused']))
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  for (const value of [4, 3, 2]) await answer(page, 'DT3', value)
  await page.getByText(SAVED).waitFor()
  await page.goto(server.url + BROKEN)
  await start(page)
  await answer(page, 'DT3', 1)
  await page.waitForFunction(() => Object.keys(localStorage).some(key => key.includes('"DT3"')))
  await page.goto(server.url)
  await expectAnswered(page, 2)
  assert.deepEqual((await kept(page)).database, { DT1: 28, DT3: 1 })
  assert.deepEqual(errors, [])
})

test('what cannot be erased is told, stays told, and is erased when it can be', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText(SAVED).waitFor()
  await page.evaluate(() => {
    const { delete: remove } = IDBObjectStore.prototype
    // It says that it has, and has not.
    IDBObjectStore.prototype.delete = function () { return this.count('') }
    Object.assign(globalThis, { mend: () => { IDBObjectStore.prototype.delete = remove } })
  })
  await eraseAll(page)
  await page.getByText('Not erased yet:').waitFor({ timeout: 1000 })
  assert.deepEqual((await kept(page)).database, { DT1: 28 })
  await page.evaluate(() => /** @type {any} */ (globalThis).mend())
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText(SAVED).waitFor()
  assert.equal(await page.getByText('Not erased yet:').count(), 0)
  assert.deepEqual((await kept(page)).database, {})
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.deepEqual(errors, [])
})

test('erasing reaches what stands in', async t => {
  const { page, errors } = await faulty(t, /** @type {() => void} */ (DATABASE['opening is refused']))
  await open(page, server.url + BROKEN)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.waitForFunction(() => Object.keys(localStorage).some(key => key.includes('"DT1"')))
  await eraseAll(page)
  await page.waitForFunction(() => localStorage.length === 0)
  await page.getByText(SAVED).waitFor()
  await page.goto(server.url)
  await page.getByText(SAVED).waitFor()
  assert.deepEqual(await kept(page), { database: {}, local: {}, aside: [] })
  assert.equal(await page.getByText('is saved in this browser').count(), 0)
  assert.deepEqual(errors, [])
})

test('a frame without an origin works, says that nothing is kept, and offers the file', async t => {
  const { page, errors } = await browser.page(t)
  await page.goto(`${server.url}opaque`)
  const frame = page.frameLocator('iframe')
  await notice(frame).waitFor({ timeout: 5000 })
  await frame.getByRole('button', { name: 'Start', exact: true }).click()
  await frame.getByRole('radio', { name: 'About once a month' }).check()
  await frame.getByText('1 of 31 answered').waitFor()
  assert.match(await notice(frame).innerText(), /kept only while this page is open/)
  assert.equal(await notice(frame).getByRole('button', { name: 'Save answers to a file' }).count(), 1)
  assert.deepEqual(errors, [])
})

test('a record that cannot be read is moved aside, the others stay', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await answer(page, 'DT3', 4)
  await page.getByText(SAVED).waitFor()
  await plant(page, { DT3: { n: 99, a: 17, d: null } })
  await page.goto('about:blank')
  await open(page, server.url)
  await expectAnswered(page, 1)
  assert.deepEqual(await kept(page), { database: { DT1: 28 }, local: {}, aside: [['DT3', 17]] })
  assert.deepEqual(errors, [])
})
