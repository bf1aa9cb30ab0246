// Colours: whatever accent a page sets, texts keep 4.5:1 and borders 3:1 in both schemes; so do the ready themes;
// without a theme the widget takes the scheme that the page declares, else that of the system.
// Contrast is computed here, from the colours as the browser computed them.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { watchEvents } from './harness/walk.mjs'

const THEMES = readdirSync(new URL('../../www/themes/', import.meta.url)).map(name => name.replace('.css', ''))
const SCHEMES = /** @type {const} */ (['light', 'dark'])
const SURFACES = ['surface', 'surface-raised', 'accent-soft', 'warn-soft']
const INKS = ['ink', 'ink-soft', 'accent', 'good', 'warn', 'strong', 'reserve']

/** @param {string} [head] @param {string} [body] */
const host = (head = '', body = '<taut-line></taut-line>') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
${head}<script type="module" src="./define.js"></script></head><body>${body}</body></html>`

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: {
    '/plain': host(),
    ...Object.fromEntries(THEMES.map(name => [`/${name}`, host(`<link rel="stylesheet" href="./themes/${name}.css">`)])),
  } })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** Linear light of one channel of sRGB. @param {number} c */
const linear = c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
/** @param {number} light */
const encoded = light => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)

/** The channels of sRGB that a screen of 8 bits shows of a computed colour. @param {string} css */
function channels(css) {
  const [, space = '', list = ''] = /^(?:rgba?|color)\((?:(srgb|xyz-d65) )?(.*)\)$/.exec(css) ?? assert.fail(css)
  const [a = NaN, b = NaN, c = NaN, alpha = 1] = list.split(/[ ,/]+/).map(Number)
  assert.equal(alpha, 1, `${css} is not opaque`)
  const wanted = space === 'xyz-d65'
    ? [3.2404542 * a - 1.5371385 * b - 0.4985314 * c, -0.969266 * a + 1.8760108 * b + 0.041556 * c, 0.0556434 * a - 0.2040259 * b + 1.0572252 * c]
      .map(light => encoded(Math.max(0, light)))
    : space ? [a, b, c] : [a / 255, b / 255, c / 255]
  return wanted.map(channel => Math.round(Math.min(1, Math.max(0, channel)) * 255) / 255)
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [high, low] = [one, other].map(css => {
    const [r = 0, g = 0, b = 0] = channels(css).map(linear)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
  }).sort((a, b) => b - a)
  return /** @type {number} */ (high) / /** @type {number} */ (low)
}

/** @param {import('node:test').TestContext} t @param {string} path @param {import('playwright-core').BrowserContextOptions} [options] */
async function open(t, path, options) {
  const { page, errors } = await browser.page(t, options)
  await watchEvents(page)
  await page.goto(server.url + path)
  await page.locator('.option').first().click()
  return { page, errors }
}

/** The tokens as colours inside a widget, by scheme. @param {import('playwright-core').Page} page @returns {Promise<{[token: string]: string}[]>} */
const tokens = page => page.evaluate(({ names, schemes }) => {
  const element = /** @type {HTMLElement} */ (document.querySelector('taut-line'))
  const probe = document.createElement('i')
  element.shadowRoot?.querySelector('.taut')?.append(probe)
  return schemes.map(scheme => {
    element.setAttribute('theme', scheme)
    return Object.fromEntries(names.map(name => {
      probe.style.color = `var(--taut-${name})`
      return [name, getComputedStyle(probe).color]
    }))
  })
}, { names: [...SURFACES, ...INKS, 'line', 'edge', 'on-accent'], schemes: [...SCHEMES] })

for (const name of ['plain', ...THEMES]) {
  test(`${name}: every ink on every surface, in both schemes`, async t => {
    const { page, errors } = await open(t, name)
    const [texts, borders] = name === 'contrast' ? [7, 4.5] : [4.5, 3]
    for (const [n, colours] of (await tokens(page)).entries()) {
      /** @param {string} front @param {string} back @param {number} least */
      const holds = (front, back, least) => {
        const found = contrast(colours[front] ?? '', colours[back] ?? '')
        assert.ok(found >= least, `${SCHEMES[n]}: ${front} ${colours[front]} on ${back} ${colours[back]} is ${found.toFixed(2)}`)
      }
      for (const surface of SURFACES) for (const ink of INKS) holds(ink, surface, texts)
      for (const surface of ['surface', 'surface-raised']) holds('edge', surface, borders)
      holds('on-accent', 'accent', texts)
    }
    assert.deepEqual(errors, [])
  })
}

/** Accents that a page may set: a grid of hues, shades and greys, wide gamuts, and what is hardly a colour. */
const ACCENTS = [
  ...[0, 1, 2, 3, 4, 5].flatMap(r => [0, 1, 2, 3, 4, 5].flatMap(g => [0, 1, 2, 3, 4, 5].map(b => `rgb(${r * 51} ${g * 51} ${b * 51})`))),
  ...[0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map(hue => `oklch(.8 .37 ${hue})`),
  'color(display-p3 0 1 0)', 'color(display-p3 1 0 0)', 'color(rec2020 0 1 0)', 'color(rec2020 1 1 0)', 'color(prophoto-rgb 0 1 0)', 'color(srgb 2 2 -1)',
  'black', 'white', '#ffee00', 'transparent', '#ff000055', 'rgb(255 255 255 / 0)', 'currentcolor', 'light-dark(yellow, navy)', 'hsl(120 none 50)',
]
/** What is no colour at all leaves the widget its own. */
const NO_COLOURS = ['banana', 'none', '12px', '#ff', 'url(x)', 'var(--nothing)']

/** What a person sees of the accent, for each accent in each scheme. @param {import('playwright-core').Page} page @param {string[]} accents */
const seen = (page, accents) => page.evaluate(({ accents, schemes }) => {
  const element = /** @type {HTMLElement} */ (document.querySelector('taut-line'))
  const root = /** @type {ShadowRoot} */ (element.shadowRoot)
  const of = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (root.querySelector(selector)))
  const [main, quiet, chosen, raised, around] = [of('.main'), of('.actions .quiet'), of('.option:has(:checked)'), of('.options'), getComputedStyle(element)]
  return accents.flatMap(accent => schemes.map(scheme => {
    element.setAttribute('theme', scheme)
    element.style.setProperty('--taut-accent', accent)
    return {
      name: `${accent} ${scheme}`, scheme, button: main.backgroundColor, label: main.color, words: quiet.color,
      soft: chosen.backgroundColor, ink: chosen.color, raised: raised.backgroundColor, surface: around.backgroundColor,
    }
  }))
}, { accents, schemes: [...SCHEMES] })

test(`${ACCENTS.length} accents: words of it and on it keep 4.5:1, its lines 3:1`, async t => {
  const { page, errors } = await open(t, 'plain')
  const all = await seen(page, ACCENTS)
  assert.equal(all.length, 2 * ACCENTS.length)
  assert.ok(ACCENTS.length >= 200)
  for (const { name, button, label, words, soft, ink, raised, surface } of all) {
    for (const [what, front, back] of /** @type {[string, string, string][]} */ ([
      ['label of the button', label, button], ['words', words, surface], ['words on a box', words, raised], ['words on the soft accent', words, soft], ['a chosen answer', ink, soft],
    ])) assert.ok(contrast(front, back) >= 4.5, `${name}: ${what} ${contrast(front, back).toFixed(2)}, ${front} on ${back}`)
    assert.ok(contrast(button, surface) >= 3, `${name}: border`)
  }
  // an accent that has the contrast is taken as it is, and one that has not keeps its hue
  const at = (/** @type {string} */ name) => all.find(one => one.name === name) ?? assert.fail(name)
  assert.deepEqual(channels(at('rgb(0 51 153) light').button).map(channel => Math.round(channel * 255)), [0, 51, 153])
  assert.deepEqual(channels(at('rgb(255 204 0) dark').button).map(channel => Math.round(channel * 255)), [255, 204, 0])
  const [red = 0, green = 0, blue = 1] = channels(at('#ffee00 light').button)
  assert.ok(red > 0.3 && green > 0.3 && blue < 0.05, 'a yellow is an olive, not grey')
  assert.deepEqual(errors, [])
})

test('what is no colour leaves the accent of the widget; what the page sets besides is its own', async t => {
  const { page, errors } = await open(t, 'plain')
  const shown = (/** @type {Awaited<ReturnType<typeof seen>>[number] | undefined} */ one) => one && [one.button, one.label, one.words, one.soft, one.ink].map(channels)
  const [light, dark] = await seen(page, [''])
  for (const one of await seen(page, NO_COLOURS)) assert.deepEqual(shown(one), shown(one.scheme === 'light' ? light : dark), one.name)
  await page.evaluate(() => {
    const { style } = /** @type {HTMLElement} */ (document.querySelector('taut-line'))
    style.setProperty('--taut-accent-soft', 'rgb(250, 240, 230)')
    style.setProperty('--taut-on-accent', 'rgb(255, 250, 240)')
  })
  const [own] = await seen(page, ['navy'])
  assert.deepEqual([own?.soft, own?.label], ['rgb(250, 240, 230)', 'rgb(255, 250, 240)'])
  assert.deepEqual(errors, [])
})

/** What a page declares, and the scheme that follows with a system of either: [head, body, light, dark]. */
const DECLARED = /** @type {const} */ ([
  ['nothing', '', '<taut-line></taut-line>', 'light', 'dark'],
  ['dark on the root', '<style>:root { color-scheme: dark }</style>', '<taut-line></taut-line>', 'dark', 'dark'],
  ['light on the root', '<style>:root { color-scheme: light }</style>', '<taut-line></taut-line>', 'light', 'light'],
  ['both on the root', '<style>:root { color-scheme: light dark }</style>', '<taut-line></taut-line>', 'light', 'dark'],
  ['both in a meta element', '<meta name="color-scheme" content="light dark">', '<taut-line></taut-line>', 'light', 'dark'],
  ['dark in a meta element', '<meta name="color-scheme" content="dark">', '<taut-line></taut-line>', 'dark', 'dark'],
  ['dark on a section', '<style>section { color-scheme: dark }</style>', '<section><taut-line theme="auto"></taut-line></section>', 'dark', 'dark'],
  ['dark on the root, and the widget is told light', '<style>:root { color-scheme: dark }</style>', '<taut-line theme="light"></taut-line>', 'light', 'light'],
])

for (const [n, system] of SCHEMES.entries()) {
  test(`a ${system} system: the widget wears what the page declares`, async t => {
    const own = await launch({ scheme: system })
    t.after(() => own.close())
    for (const [name, head, body, ...wanted] of DECLARED) {
      server.page('/declared', host(head, body))
      const { page } = await own.page(t)
      await page.goto(`${server.url}declared`)
      await page.locator('.main').waitFor()
      const colour = await page.locator('taut-line').evaluate(element => getComputedStyle(element).backgroundColor)
      assert.equal(colour, wanted[n] === 'light' ? 'rgb(253, 252, 250)' : 'rgb(18, 23, 27)', name)
    }
  })
}

test('a page that switches its scheme takes the widget along', async t => {
  server.page('/switch', host('<style>:root { color-scheme: light } .dark { color-scheme: dark }</style>'))
  const { page } = await open(t, 'switch')
  const colour = () => page.locator('taut-line').evaluate(element => getComputedStyle(element).backgroundColor)
  assert.equal(await colour(), 'rgb(253, 252, 250)')
  await page.evaluate(() => document.documentElement.classList.add('dark'))
  assert.equal(await colour(), 'rgb(18, 23, 27)')
})
