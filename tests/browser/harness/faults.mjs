// Lets the n-th call to a store fail. Runs in a page before any script, with `plan` from its caller.

/**
 * @typedef {object} Plan
 * @property {number} nth which call fails, from 1; 0 for none
 * @property {'throws' | 'does nothing' | 'lies' | 'never answers'} mode
 * @property {boolean} refused whether the database is refused from the start; then only calls to localStorage count
 */

/** @param {Plan} plan */
export function failNth(plan) {
  const state = /** @type {any} */ (globalThis).faults = { calls: 0, failed: '', errors: /** @type {string[]} */ ([]) }
  addEventListener('error', event => state.errors.push(event.message))
  addEventListener('unhandledrejection', event => state.errors.push(`unhandled ${event.reason}`))
  const refuse = () => { throw new DOMException('broken', 'UnknownError') }
  /** @param {string} name */
  const isIt = name => {
    if (++state.calls !== plan.nth) return false
    state.failed = name
    return true
  }
  /**
   * @param {any} prototype @param {string} name
   * @param {{[mode: string]: (real: Function, self: any, given: any[]) => any}} ways how it fails beside throwing
   */
  const wrap = (prototype, name, ways) => {
    const real = prototype[name]
    prototype[name] = function (/** @type {any[]} */ ...given) {
      if (!isIt(name)) return real.apply(this, given)
      return (ways[plan.mode] ?? refuse)(real, this, given)
    }
  }

  wrap(Storage.prototype, 'getItem', { 'does nothing': () => null, 'lies': () => 'garbled' })
  wrap(Storage.prototype, 'setItem', { 'does nothing': () => {}, 'lies': (real, self, [name]) => real.call(self, name, 'garbled') })
  wrap(Storage.prototype, 'removeItem', { 'does nothing': () => {}, 'lies': () => {} })
  if (plan.refused) {
    IDBFactory.prototype.open = refuse
    return
  }

  const silent = () => ({})
  const { get, getAll, getAllKeys, count } = IDBObjectStore.prototype
  // A request that succeeds and has touched nothing.
  const nothing = (/** @type {any} */ real, /** @type {IDBObjectStore} */ self) => get.call(self, '')
  wrap(IDBFactory.prototype, 'open', { 'never answers': silent })
  wrap(IDBDatabase.prototype, 'transaction', {
    'never answers': () => ({ objectStore: () => new Proxy({}, { get: () => silent }) }),
    'does nothing': (real, self, given) => {
      const made = real.apply(self, given)
      made.abort()
      return made
    },
  })
  /** A request whose result is another than what is there. @param {(result: any) => any} change */
  const changed = change => (/** @type {Function} */ real, /** @type {any} */ self, /** @type {any[]} */ given) => {
    const request = real.apply(self, given)
    return new Proxy({}, {
      get: () => change(request.result),
      set: (_, name, listener) => {
        request[name] = listener
        return true
      },
    })
  }
  const wrong = { a: 'garbled', n: 1 }
  wrap(IDBObjectStore.prototype, 'get', { 'never answers': silent, 'does nothing': nothing, 'lies': changed(() => wrong) })
  wrap(IDBObjectStore.prototype, 'getAll', {
    'never answers': silent, 'does nothing': (_, self) => getAll.call(self, ''), 'lies': changed(all => all.map(() => wrong)),
  })
  wrap(IDBObjectStore.prototype, 'getAllKeys', { 'never answers': silent, 'does nothing': (_, self) => getAllKeys.call(self, ''), 'lies': (_, self) => getAllKeys.call(self, '') })
  wrap(IDBObjectStore.prototype, 'put', {
    'never answers': silent, 'does nothing': nothing, 'lies': (real, self, [, key]) => real.call(self, wrong, key),
  })
  wrap(IDBObjectStore.prototype, 'add', { 'never answers': silent, 'does nothing': nothing, 'lies': nothing })
  wrap(IDBObjectStore.prototype, 'delete', { 'never answers': silent, 'does nothing': nothing, 'lies': nothing })
  wrap(IDBObjectStore.prototype, 'count', { 'never answers': silent, 'does nothing': (_, self) => count.call(self, ''), 'lies': changed(() => 7) })

  // The end of a transaction is no call: what listens for it hears nothing, or that it was undone.
  const { set } = /** @type {any} */ (Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete'))
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    set(listener) {
      if (!isIt('complete')) set.call(this, listener)
      else if (plan.mode !== 'never answers') this.abort()
    },
  })
}
