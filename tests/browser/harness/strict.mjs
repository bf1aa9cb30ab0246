// The strict page: the hardest policy that we promise to work under, and a record of what it blocks.

export const STRICT = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-src 'none'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

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
