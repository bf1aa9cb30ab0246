// Storage that throws, lies or never answers: the page says so and works on; nothing is lost on screen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shared } from './harness/shared.mjs'
import { answer, expectAnswered, open, press, savedFile, start } from './harness/walk.mjs'

const NOT_SAVED = 'Not saved: this browser does not allow saving here.'
const SAVED = 'Saved in your browser, not on our servers.'

const { browser, server } = await shared()

/** Runs in the page before any script. @type {{[fault: string]: () => void}} */
const faults = {
  'reading the globals throws': () => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('denied', 'SecurityError') } })
    }
  },
  'opening never answers': () => {
    IDBFactory.prototype.open = () => /** @type {any} */ ({})
  },
  'every write is refused': () => {
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
  'IndexedDB is refused': () => {
    IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }
  },
}

for (const [name, fault] of Object.entries(faults)) {
  test(`${name}: it says so and works on`, async t => {
    const { page, errors } = await browser.page(t)
    await page.addInitScript(fault)
    await open(page, server.url)
    await start(page)
    await answer(page, 'DT1', 28)
    await page.getByText(NOT_SAVED).waitFor()
    await answer(page, 'DT3', 4)
    await press(page, 'Next')
    await press(page, 'Back')
    await expectAnswered(page, 2)
    assert.equal(await page.getByText(SAVED).count(), 0)
    assert.deepEqual(JSON.parse((await savedFile(page)).text).answers, { DT1: 28, DT3: 4 })
    assert.deepEqual(errors, [])
  })
}

test('IndexedDB that breaks midway is told, and loses nothing once it works again', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await page.getByText(SAVED).waitFor()
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => { throw new DOMException('broken', 'UnknownError') }
    Object.assign(globalThis, { mend: () => { IDBObjectStore.prototype.put = put } })
  })
  await answer(page, 'DT3', 4)
  await answer(page, 'DT4', 2)
  await page.getByText(NOT_SAVED).waitFor()
  await expectAnswered(page, 3)
  await page.evaluate(() => /** @type {any} */ (globalThis).mend())
  await answer(page, 'DT2', 20)
  await page.getByText(SAVED).waitFor()
  await page.reload()
  await expectAnswered(page, 4)
  assert.deepEqual(errors, [])
})

test('a record that cannot be read is moved aside, the others stay', async t => {
  const { page, errors } = await browser.page(t)
  await open(page, server.url)
  await start(page)
  await answer(page, 'DT1', 28)
  await answer(page, 'DT3', 4)
  await page.getByText(SAVED).waitFor()
  await page.evaluate(() => new Promise(done => {
    const request = indexedDB.open('tautline')
    request.onsuccess = () => {
      const transaction = request.result.transaction('entries', 'readwrite')
      const entries = transaction.objectStore('entries')
      entries.getAllKeys().onsuccess = ({ target }) => {
        for (const key of /** @type {any} */ (target).result) if (key[1] === 'DT3') entries.put({ n: 99, a: 17, d: null }, key)
      }
      transaction.oncomplete = () => { request.result.close(); done(undefined) }
    }
  }))
  await page.goto('about:blank')
  await open(page, server.url)
  await expectAnswered(page, 1)
  const aside = await page.evaluate(() => new Promise(resolve => {
    const request = indexedDB.open('tautline')
    request.onsuccess = () => {
      const all = request.result.transaction('aside').objectStore('aside').getAll()
      all.onsuccess = () => resolve(all.result.map(({ id, entry }) => [id, entry.a]))
    }
  }))
  assert.deepEqual(aside, [['DT3', 17]])
  assert.deepEqual(errors, [])
})
