// The strict page: the hardest policy that we promise to work under, and a record of what it blocks.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { startServer } from './server.mjs'

export const STRICT = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-src 'none'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

/** The same for a page that lets our thread through: it names one script. */
export const STRICT_WITH_THREAD = STRICT.replace("trusted-types 'none'", 'trusted-types tautline')

/** Policies for a page with a thread, and how many times each blocks it: words for a test, policy, times. */
export const THREADS = /** @type {const} */ ([
  ['that lets a worker through', STRICT_WITH_THREAD, 0],
  ['that lets nothing through', STRICT, 1],
])

/** The same for a page that does not allow wasm. */
export const STRICT_WITHOUT_WASM = STRICT.replace(" 'wasm-unsafe-eval'", '')

/** @param {string} [policy] headers for `startServer` */
export const strictHeaders = (policy = STRICT) => ({ 'Content-Security-Policy': policy })

const VIOLATIONS = '/strict-violations.js'

/**
 * A page with `body`, for the `pages` of `startServer`. Its first script records every violation.
 * @param {string} body
 * @param {string[]} [modules]   addresses of modules to load
 */
export function strictPage(body, modules = ['./define.js']) {
  const scripts = modules.map(address => `<script type="module" src="${address}"></script>`).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Strict page</title>
<meta name="viewport" content="width=device-width">
<script src="${VIOLATIONS}"></script>
${scripts}
</head><body>${body}</body></html>
`
}

/**
 * Answers the recording script; use as `change` of `startServer`, or call it from your own.
 * A script of the page itself sees violations that happen before any test code runs.
 * @param {string} path
 */
export function strictChange(path) {
  if (path !== VIOLATIONS) return undefined
  return {
    body: `globalThis.violations = []
addEventListener('securitypolicyviolation', event => violations.push(
  [event.effectiveDirective, event.blockedURI, event.sample, event.sourceFile, event.lineNumber].join(' ')))`,
  }
}

/** What the policy blocked so far. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export const violationsOf = page => page.evaluate(() => /** @type {any} */ (globalThis).violations)

/**
 * Serves `www` under a policy; the page `name` of it records what is blocked.
 * @param {string} name @param {string} policy
 */
export function startStrict(name, policy) {
  const html = readFileSync(new URL(`../../../www/${name}`, import.meta.url), 'utf8')
  const body = html.replace('<script', `<script src="${VIOLATIONS}"></script>\n<script`)
  return startServer({
    headers: strictHeaders(policy),
    change: path => (path === `/${name}` ? { headers: { 'Content-Type': 'text/html' }, body } : strictChange(path)),
  })
}

/** Nothing but the thread was blocked; a browser without guarded types has nothing to block. @param {import('playwright-core').Page} page @param {number} most */
export async function onlyThreadBlocked(page, most) {
  const found = await violationsOf(page)
  assert.ok(found.length <= most && found.every(one => one.startsWith('trusted-types')), found.join('\n'))
}
