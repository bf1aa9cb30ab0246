// The page against others, side by side: node run.mjs [--quick] [--json FILE] [--only NAME,...]
// Nothing here asserts a time; ratios carry to another machine, milliseconds do not.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launch } from './lib/browsers.mjs'
import { bytes } from './lib/bytes.mjs'
import { checks } from './lib/checks.mjs'
import { clicks } from './lib/clicks.mjs'
import { engine } from './lib/engine.mjs'
import { flagship, generated, sheets } from './lib/instrument.mjs'
import { million } from './lib/million.mjs'
import { startSite } from './lib/site.mjs'
import { startup } from './lib/startup.mjs'

const PARTS = ['engine', 'checks', 'million', 'bytes', 'startup', 'clicks']
const SIZES = [30, 300]

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } } })
const wanted = values.only?.split(',') ?? PARTS
const unknown = wanted.find(part => !PARTS.includes(part))
const dist = process.env.TAUTLINE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
const problem = unknown !== undefined ? `There is no part ${unknown}; there are ${PARTS.join(', ')}.`
  : !existsSync(`${dist}/index.html`) ? 'There is no release to measure: run `cargo xtask dist` first.'
    : !existsSync(new URL('node_modules/survey-core', import.meta.url)) ? 'The contestants are missing: run `npm ci` in tests/bench.' : ''
if (problem) {
  console.error(problem)
  process.exit(2)
}

const rounds = values.quick ? { startup: 7, clicks: 3, engine: 3 } : { startup: 15, clicks: 7, engine: 7 }
const definition = await flagship()
const site = await startSite(dist, new Map([['flagship', definition], ...SIZES.map(n => [`items${n}`, generated(n)])]))
const chromium = await launch('chromium')
const firefox = await launch('firefox')
const results = {}
try {
  const has = part => wanted.includes(part)
  if (has('engine')) {
    const given = { definition: JSON.stringify(definition), sheets: await sheets(), rounds: rounds.engine }
    results.engine_chromium = await engine(chromium, 'Chromium', site.url, given)
    results.engine_firefox = await engine(firefox, 'Firefox', site.url, given)
  }
  if (has('checks')) {
    results.checks_chromium = await checks(chromium, 'Chromium', site.url, { rounds: rounds.engine })
    results.checks_firefox = await checks(firefox, 'Firefox', site.url, { rounds: rounds.engine })
  }
  if (has('million')) {
    const given = { definition: JSON.stringify(definition), links: values.quick ? 200_000 : 1_000_000 }
    results.million_chromium = await million(chromium, 'Chromium', site.url, given)
    results.million_firefox = await million(firefox, 'Firefox', site.url, given)
  }
  if (has('bytes')) results.bytes = await bytes(chromium, site)
  if (has('startup')) {
    const plan = { rounds: rounds.startup, throttled: false }
    results.startup_slow = await startup(chromium, 'Chromium', site.url, { ...plan, throttled: true })
    results.startup_chromium = await startup(chromium, 'Chromium', site.url, plan)
    results.startup_firefox = await startup(firefox, 'Firefox', site.url, plan)
  }
  if (has('clicks')) results.clicks = await clicks(chromium, site.url, { sizes: SIZES, rounds: rounds.clicks })
} finally {
  await Promise.all([chromium.close(), firefox.close(), site.close()])
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ rounds, ...results }, null, 1)}\n`)
