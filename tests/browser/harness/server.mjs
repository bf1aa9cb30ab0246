// A static server for tests: it can add headers, change, delay or break single answers, and keeps a log.
import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))

/** Folders by name, so that no test writes a path. */
const ROOTS = { www: join(REPOSITORY, 'www'), dist: join(REPOSITORY, 'dist') }

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
}

/**
 * @typedef {object} Answer   what to do differently for one request
 * @property {number} [status]
 * @property {Record<string, string>} [headers]   added to, or in place of, the usual ones
 * @property {string | Uint8Array} [body]         instead of the file
 * @property {string} [later]                     a file anywhere, instead of the one in the folder
 * @property {number} [delay]                     milliseconds before the answer
 * @property {boolean} [drop]                     close the connection without an answer
 *
 * @typedef {object} Options
 * @property {'www' | 'dist' | string} [root]     a name, or any folder; default www
 * @property {boolean} [modules]                  scripts of `www` one by one, as they stand there
 * @property {Record<string, string>} [headers]   added to every answer
 * @property {Record<string, string>} [pages]     path -> HTML: pages that exist for this test only
 * @property {(path: string, method: string) => Answer | undefined | null} [change]   asked for every request
 */

/**
 * Starts a server on a free port of the loopback address.
 * @param {Options} [options]
 */
export async function startServer(options = {}) {
  const root = resolve(ROOTS[options.root ?? 'www'] ?? options.root)
  /** @type {{method: string, path: string, status: number}[]} */
  const requests = []
  let change = options.change
  const pages = new Map(Object.entries(options.pages ?? {}))

  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/')
    const method = request.method ?? 'GET'
    const answer = change?.(path, method) ?? {}
    const entry = { method, path, status: 0 }
    requests.push(entry)
    if (answer.delay) await new Promise(done => setTimeout(done, answer.delay))
    if (answer.drop) return void request.socket.destroy()
    const usual = answer.later !== undefined ? await read(answer.later)
      : answer.body === undefined ? await find(root, path, pages, options.modules) : { status: 200, type: typeOf(path), body: answer.body }
    entry.status = answer.status ?? usual.status
    response.writeHead(entry.status, {
      'Content-Type': usual.type, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff',
      ...options.headers, ...answer.headers,
    })
    response.end(method === 'HEAD' ? undefined : usual.body)
  })
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', () => done(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

  return {
    /** Ends with a slash. */
    url: `http://127.0.0.1:${port}/`,
    /** Every request so far, in order of arrival. */
    requests,
    /** @param {Options['change']} next */
    change(next) { change = next },
    /** @param {string} path @param {string} html */
    page(path, html) { pages.set(path, html) },
    /** Also ends open connections, so it doubles as the network going away. */
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

/** What pages and workers begin with, and what scripts load when it is wanted. */
const BEGIN = ['define', 'embed-page', 'group', 'group-worker', 'local-storage', 'samples', 'studio', 'studio-worker', 'together', 'wide', 'workshop']

/** @type {Promise<Map<string, Uint8Array>> | undefined} */
let made

/** The scripts of `www` by path: a few, as in the release, for a hundred modules are what a page would wait for longest. */
const scripts = () => made ??= build({
  entryPoints: BEGIN.map(name => join(ROOTS.www, `${name}.js`)), outdir: ROOTS.www, external: [join(ROOTS.www, 'pkg/*')],
  bundle: true, splitting: true, format: 'esm', target: 'esnext', write: false,
}).then(({ outputFiles }) => new Map(outputFiles.map(({ path, contents }) => [`/${relative(ROOTS.www, path)}`, contents])))

/** @param {string} root @param {string} path @param {Map<string, string>} pages @param {boolean} [modules] */
async function find(root, path, pages, modules) {
  const page = pages.get(path)
  if (page !== undefined) return { status: 200, type: TYPES['.html'], body: page }
  const file = join(root, normalize(path.endsWith('/') ? `${path}index.html` : path))
  // Every browser asks for it, and its absence would count as an error on the page.
  if (path === '/favicon.ico') return { status: 204, type: TYPES['.png'], body: '' }
  const script = root === ROOTS.www && !modules && extname(path) === '.js' && (await scripts()).get(path)
  if (script) return { status: 200, type: TYPES['.js'], body: script }
  return file.startsWith(root + sep) ? read(file) : MISSING
}

const MISSING = { status: 404, type: TYPES['.txt'], body: 'Not found\n' }

/** @param {string} file */
const read = file => readFile(file).then(body => ({ status: 200, type: typeOf(file), body }), () => MISSING)

/** Decoded where it can be; a page under test may ask for anything. @param {string} address */
function pathOf(address) {
  const { pathname } = new URL(address, 'http://localhost')
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

const typeOf = (/** @type {string} */ path) => TYPES[extname(path)] ?? 'application/octet-stream'

// Changes that tests often want; use as `change`, or combine them in a function of your own.

const isWasm = (/** @type {string} */ path) => path.endsWith('.wasm')
/** @param {number} delay milliseconds */
export const slowWasm = delay => (/** @type {string} */ path) => (isWasm(path) ? { delay } : undefined)
export const missingWasm = (/** @type {string} */ path) => (isWasm(path) ? { status: 404, body: 'Not found\n' } : undefined)
export const plainTextWasm = (/** @type {string} */ path) => (isWasm(path) ? { headers: { 'Content-Type': 'text/plain' } } : undefined)
export const damagedWasm = (/** @type {string} */ path) => (isWasm(path) ? { body: 'not a module' } : undefined)
export const droppedWasm = (/** @type {string} */ path) => (isWasm(path) ? { drop: true } : undefined)
