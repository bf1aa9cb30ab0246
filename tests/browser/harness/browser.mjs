// Starts the browser that this run is about: TAUTLINE_BROWSER is chromium or firefox.
// playwright-core drives the system's own browsers; it downloads nothing.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, firefox } from 'playwright-core'
import { acknowledgeAtOnce } from './prompt.mjs'

/** @type {'chromium' | 'firefox'} */
export const name = process.env.TAUTLINE_BROWSER === 'firefox' ? 'firefox' : 'chromium'
export const isFirefox = name === 'firefox'
if (isFirefox) acknowledgeAtOnce()

const CANDIDATES = isFirefox
  ? [process.env.TAUTLINE_FIREFOX, '/usr/bin/firefox', '/usr/bin/firefox-esr']
  : [process.env.TAUTLINE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const found = CANDIDATES.find(path => path && existsSync(path))
if (!found) throw new Error(`No ${name} here: run \`cargo xtask setup\`, or set TAUTLINE_${name.toUpperCase()} to its path.`)
export const executablePath = found

// With the first three, each window loads two pages for its address bar, which costs more than the page under test. The
// rest is what the driver itself leaves out, for this list takes the place of its own.
const LEFT_OUT = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'DialMediaRouteProvider', 'GlobalMediaControls',
  'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect', 'AvoidCorsURLLoaderRestartOnRedirect', 'Translate', 'AutoDeElevate',
  'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled',
]

// Without these Chromium looks up hosts of its own at every start.
const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', `--disable-features=${LEFT_OUT}`,
]

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [reducedMotion]
 * @property {boolean} [forcedColors]
 * @property {Record<string, unknown>} [prefs]   further preferences, Firefox only
 */

const DARK_COLORS = {
  'browser.display.use_system_colors': false,
  'browser.display.background_color': '#000000', 'browser.display.background_color.dark': '#000000',
  'browser.display.foreground_color': '#ffffff', 'browser.display.foreground_color.dark': '#ffffff',
  'browser.anchor_color': '#ffff00', 'browser.anchor_color.dark': '#ffff00',
}

/** Firefox ignores emulated media silently; its preferences are the only way. @param {Look} look */
function firefoxPrefs(look) {
  return {
    'security.fileuri.strict_origin_policy': true, // what users have; automation profiles relax it
    'layout.css.prefers-color-scheme.content-override': look.scheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': look.reducedMotion ? 1 : 0,
    ...(look.forcedColors ? {
      'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2,
      'browser.display.permit_backplate': true,
      // With forced colours the scheme follows from the colours themselves.
      ...(look.scheme === 'dark' ? DARK_COLORS : {}),
    } : {}),
    ...look.prefs,
  }
}

/** @param {Look} look @returns {import('playwright-core').BrowserContextOptions} */
function media(look) {
  if (isFirefox) return {}
  return {
    colorScheme: look.scheme ?? 'light',
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: look.forcedColors ? 'active' : 'none',
  }
}

/**
 * A browser whose contexts all have one look. Close it in `after`.
 * @param {Look} [look]
 */
export async function launch(look = {}) {
  const browser = isFirefox
    ? await firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs: firefoxPrefs(look) })
    : await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  return {
    browser,
    /**
     * A fresh profile with one page; give `t` (the test's context) to have it closed by itself.
     * `errors` collects what the page threw or wrote to the console as an error.
     * @param {{after: (fn: () => unknown) => void}} [t]
     * @param {import('playwright-core').BrowserContextOptions} [options]
     */
    async page(t, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...media(look), ...options })
      t?.after(() => context.close())
      const page = await context.newPage()
      return { context, page, errors: errorsOf(page) }
    },
    close: () => browser.close(),
  }
}

/** @param {import('playwright-core').Page} page @returns {string[]} */
export function errorsOf(page) {
  /** @type {string[]} */
  const errors = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** A profile folder that the test removes at its end. @param {{after: (fn: () => unknown) => void}} t */
export async function profile(t) {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-profile-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return folder
}

/**
 * A browser with a profile on disk, as a person has it, that can be killed outright.
 * @param {string} folder from `profile`
 * @param {Look} [look]
 */
export async function launchWithProfile(folder, look = {}) {
  const options = { executablePath, viewport: { width: 1280, height: 900 } }
  const context = isFirefox
    ? await firefox.launchPersistentContext(folder, { ...options, channel: 'moz-firefox', firefoxUserPrefs: firefoxPrefs(look) })
    : await chromium.launchPersistentContext(folder, { ...options, ...media(look), args: CHROMIUM_ARGS })
  return {
    context,
    page: context.pages()[0] ?? await context.newPage(),
    close: () => context.close(),
    /** SIGKILL to every process of this browser at once: nothing gets to tidy up. */
    async kill() {
      const gone = new Promise(done => context.once('close', done))
      for (const group of groupsUsing(folder)) process.kill(-group, 'SIGKILL')
      await gone
    },
  }
}

/** The process groups whose command line names the profile; Linux only. @param {string} folder */
function groupsUsing(folder) {
  const groups = new Set()
  for (const id of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder)) continue
      // pid (name) state parent group ...; a name may hold spaces and brackets
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
      const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
      if (group !== process.pid) groups.add(group)
    } catch {
      // It ended while we looked.
    }
  }
  if (groups.size === 0) throw new Error('No process of this browser was found.')
  return groups
}
