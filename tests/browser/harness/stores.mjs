// What a browser keeps for the widget, read past the widget, and sentences about it.

export const SAVED = 'Saved in your browser, not on our servers.'
export const NOT_SAVED = 'Not saved: saving in this browser does not work at the moment.'

/** @typedef {import('playwright-core').Page | import('playwright-core').Frame} Place */

/**
 * What both stores hold, by item: the answer alone.
 * @param {Place} page
 * @returns {Promise<{database: {[id: string]: any}, local: {[id: string]: any}, aside: [string, any][]}>}
 */
export const kept = page => page.evaluate(async () => {
  const database = /** @type {{[id: string]: any}} */ ({})
  const aside = await new Promise(resolve => {
    const request = indexedDB.open('tautline')
    // Nothing was ever kept: leave no empty database behind.
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = () => resolve([])
    request.onsuccess = () => {
      const transaction = request.result.transaction(['entries', 'aside'])
      const cursors = transaction.objectStore('entries').openCursor()
      cursors.onsuccess = () => {
        const cursor = cursors.result
        if (!cursor) return
        const [, id] = /** @type {string[]} */ (cursor.key)
        if (id) database[id] = cursor.value.a
        cursor.continue()
      }
      const all = transaction.objectStore('aside').getAll()
      transaction.oncomplete = () => {
        request.result.close()
        resolve(all.result.map(({ id, entry }) => [id, entry.a]))
      }
    }
  })
  const local = Object.fromEntries(Object.keys(localStorage).filter(name => name.startsWith('[')).flatMap(name => {
    const [, id] = JSON.parse(name)
    return id ? [[id, JSON.parse(localStorage.getItem(name) ?? 'null').a]] : []
  }))
  return { database, local, aside }
})

/**
 * Changes records of the database past the widget.
 * @param {Place} page @param {{[id: string]: object}} records by item
 */
export const plant = (page, records) => page.evaluate(given => new Promise(done => {
  const request = indexedDB.open('tautline')
  request.onsuccess = () => {
    const transaction = request.result.transaction('entries', 'readwrite')
    const entries = transaction.objectStore('entries')
    entries.getAllKeys().onsuccess = ({ target }) => {
      for (const key of /** @type {any} */ (target).result) if (key[1] in given) entries.put(given[key[1]], key)
    }
    transaction.oncomplete = () => { request.result.close(); done(undefined) }
  }
}), records)

/**
 * Waits until the database holds an answer.
 * @param {import('playwright-core').Page} page @param {string} id @param {any} answer
 */
export const untilKept = (page, id, answer) => page.waitForFunction(([id, answer]) => new Promise(done => {
  indexedDB.open('tautline').onsuccess = ({ target }) => {
    const { result } = /** @type {any} */ (target)
    result.transaction('entries').objectStore('entries').openCursor().onsuccess = (/** @type {any} */ event) => {
      const cursor = event.target.result
      if (cursor && (cursor.key[1] !== id || cursor.value.a !== answer)) return cursor.continue()
      result.close()
      done(Boolean(cursor))
    }
  }
}), [id, answer])

/** Lets calls of both stores throw; `mend()` in the page ends that. @param {Place} page @param {[owner: string, call: string][]} calls */
const fail = (page, calls) => page.evaluate(calls => {
  const owned = calls.map(([owner, call]) => ({ prototype: /** @type {any} */ (globalThis)[owner].prototype, call }))
  const real = owned.map(({ prototype, call }) => prototype[call])
  for (const { prototype, call } of owned) prototype[call] = () => { throw new DOMException('full', 'QuotaExceededError') }
  Object.assign(globalThis, { mend: () => { for (const [n, { prototype, call }] of owned.entries()) prototype[call] = real[n] } })
}, calls)

/** Leaves no room in either store. @param {Place} page */
export const fillUp = page => fail(page, [['IDBObjectStore', 'put'], ['Storage', 'setItem']])

/** Lets nothing be written or read. @param {Place} page */
export const breakDown = page => fail(page, [['IDBDatabase', 'transaction'], ['Storage', 'setItem']])
