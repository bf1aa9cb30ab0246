// WebKitGTK through its own driver, the nearest to Safari that runs on Linux. Playwright cannot drive it:
// the driver speaks W3C WebDriver only. A session is a fresh profile in a window on a screen nobody sees.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Builder } from 'selenium-webdriver'

const DRIVER = process.env.TAUTLINE_WEBKIT_DRIVER || 'WebKitWebDriver'
/** How long one thing may take, in milliseconds. */
const LIMIT = 20_000

/** @typedef {import('selenium-webdriver').WebDriver} Page */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
process.once('exit', () => { for (const child of running) child.kill('SIGKILL') })
// A signal alone would end this process without the line above.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

/** @param {string} program @param {string[]} given @param {NodeJS.ProcessEnv} [more] */
function start(program, given, more) {
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...more } })
  const failed = once(child, 'error').then(([error]) => {
    throw new Error(`${program} did not start: run \`cargo xtask setup\`, or set TAUTLINE_WEBKIT_DRIVER to the driver's path.`, { cause: error })
  })
  failed.catch(() => {})
  const ended = once(child, 'exit').then(() => running.delete(child), () => {})
  running.add(child)
  return {
    output: child.stdout,
    /** Waits for something of the program, or fails with why it did not start. @template T @param {Promise<T>} wanted */
    or: wanted => Promise.race([wanted, failed, ended.then(() => { throw new Error(`${program} ended at once.`) })]),
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

// without a reset: at the end of each browser it would turn the next one away for a moment
const xvfb = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-noreset'])
after(() => xvfb.stop())
/** The screen of this process. */
const DISPLAY = `:${(await xvfb.or(once(createInterface(xvfb.output), 'line')))[0]}`

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  await new Promise(done => server.close(done))
  return port
}

/** Waits until the driver answers. @param {string} url */
async function answering(url) {
  for (const end = Date.now() + LIMIT; Date.now() < end; await setTimeout(50)) {
    if (await fetch(`${url}/status`).then(({ ok }) => ok, () => false)) return
  }
  throw new Error('WebKitWebDriver does not answer.')
}

/** Fails with a sentence where something takes too long. @template T @param {T} wanted @param {string} sentence @returns {Promise<Awaited<T>>} */
async function within(wanted, sentence) {
  const given = new AbortController()
  const limit = setTimeout(LIMIT, undefined, { signal: given.signal }).then(() => { throw new Error(sentence) })
  limit.catch(() => {})
  try {
    return await Promise.race([wanted, limit])
  } finally {
    given.abort()
  }
}

/**
 * A browser with a fresh profile, ended with the test: one driver each, since a driver has one session.
 * @param {{after: (fn: () => unknown) => void}} t
 * @param {{scheme?: 'light' | 'dark'}} [look]
 * @returns {Promise<Page>}
 */
export async function open(t, { scheme = 'light' } = {}) {
  const port = await freePort()
  // the scheme of a page follows the theme of the desktop
  const driver = start(DRIVER, [`--port=${port}`], { DISPLAY, GTK_THEME: scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' })
  driver.output.resume()
  /** @type {Page | undefined} */ let page
  t.after(async () => {
    // one that hangs does not answer, and ends with its screen
    await within(page?.quit(), 'WebKit did not end.').catch(() => {})
    await driver.stop()
  })
  const url = `http://127.0.0.1:${port}`
  await driver.or(answering(url))
  // the driver waits without end for a browser that did not start
  page = await within(new Builder().usingServer(url).withCapabilities({ browserName: 'MiniBrowser' }).build(), 'WebKit did not start.')
  await page.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 })
  return page
}

/** Waits until a function in the page gives something true, and returns that. @param {Page} page @param {string} what for the failure @param {(...given: any[]) => any} look @param {...any} given */
export const until = (page, what, look, ...given) => page.wait(() => page.executeScript(look, ...given), LIMIT, `never: ${what}`, 50)

/** The page as helpers written for the other browsers know it. @param {Page} page @returns {any} */
export const evaluating = page => ({
  async evaluate(/** @type {string | Function} */ script, /** @type {any} */ given) {
    if (typeof script === 'string') return page.executeScript(script)
    const { value, failed } = await page.executeAsyncScript(`const [given, done] = arguments
Promise.resolve(given).then(${script}).then(value => done({ value }), error => done({ failed: String(error) }))`, given)
    if (failed) throw new Error(failed)
    return value
  },
})
