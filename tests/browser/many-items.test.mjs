// A page of 3,000 questions against one by hand that makes the same controls in the same look, in the same run; and
// what one answer on such a page takes. Only ratios are asserted: milliseconds do not carry to another machine.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { generated } from '../bench/lib/instrument.mjs'
import { median, ratio } from '../bench/lib/figures.mjs'
import { shared } from './harness/shared.mjs'
import { compile, initSync } from '../../www/pkg/compile.js'

const MANY = 3_000
const FEW = 300
const ROUNDS = 7
const MOST = 1.3

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Many</title>'
/** The page around is that of an article, longer than a window from the start. */
const AROUND = '<style>html { overflow-y: scroll; } body { margin: 0; }</style>'

/** By hand: no framework, nothing scored, nothing saved. */
const LOOK = `
:root { background: light-dark(#fdfcfa, #12171b); color: light-dark(#1a2127, #eceae5); font: 1rem/1.5 system-ui; }
main { max-width: 42rem; margin: auto; padding: 1rem 4vw 2.5rem; }
h2, legend span + span { font: 500 1.6rem/1.3 "Iowan Old Style", Georgia, serif; }
fieldset { min-width: 0; margin: 0; padding: 0 0 1.5rem; border: 0; }
legend { display: flex; gap: .25rem .75rem; align-items: baseline; width: 100%; padding: 1.5rem 0 1rem; }
legend span { min-width: 1.5rem; color: light-dark(#0b5360, #7fc6cf); font-size: .85rem; }
legend span + span { color: inherit; font-size: 1.2rem; }
.options, .dont-know { margin-left: 2.25rem; }
.options { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 1px; overflow: hidden; border: 1px solid light-dark(#dcd8cf, #313b42); border-radius: .5rem; background: light-dark(#fff, #1a2126); }
label { display: flex; gap: .25rem .75rem; align-items: center; min-height: 2.75rem; cursor: pointer; }
.options label { flex-direction: column; padding: .75rem .25rem; outline: 1px solid light-dark(#dcd8cf, #313b42); font-size: .85rem; line-height: 1.3; text-align: center; }
.options label:is(:hover, :has(:checked)) { background: light-dark(#e5ecec, #1d292e); }
.options label:has(:checked) { box-shadow: inset 0 -3px light-dark(#0b5360, #7fc6cf); }
.dont-know { width: fit-content; color: light-dark(#535e68, #a8b1b8); font-size: .85rem; }
input { flex: none; width: 1.2rem; height: 1.2rem; margin: 0; accent-color: light-dark(#0b5360, #7fc6cf); }
button { min-height: 2.75rem; font: inherit; }`

/** Runs in the page by hand. @param {any} instrument */
function byHand({ items, pages, choice_sets: [{ choices }], dont_know: dontKnow }) {
  const answers = new Map()
  const main = /** @type {HTMLElement} */ (document.querySelector('main'))
  /** @param {string} name @param {{[name: string]: any}} attributes @param {...(Node | string)} children */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name)
    for (const key in attributes) made.setAttribute(key, attributes[key])
    made.append(...children)
    return made
  }
  const counter = element('p', {})
  /** @param {string} id @param {any} value @param {string} label @param {{[name: string]: any}} [attributes] */
  const radio = (id, value, label, attributes = {}) => {
    const input = element('input', { type: 'radio', name: id, value, autocomplete: 'off' })
    input.addEventListener('input', () => {
      answers.set(id, value)
      counter.textContent = `${answers.size} of ${items.length} answered`
    })
    return element('label', attributes, input, label)
  }
  const frame = (/** @type {any} */ { id, text }, /** @type {number} */ n) => element('fieldset', { 'data-item': id },
    element('legend', {}, element('span', { 'aria-hidden': 'true' }, String(n + 1)), element('span', {}, text)),
    element('div', { class: 'options' }, ...choices.map((/** @type {any} */ { value, label }) => radio(id, value, label))),
    radio(id, 'dk', dontKnow, { class: 'dont-know' }))
  const start = element('button', {}, 'Start')
  start.addEventListener('click', () => {
    const title = element('h2', { tabindex: -1 }, pages[0].title)
    main.replaceChildren(counter, title, ...items.map(frame), element('button', {}, 'Next'))
    title.focus({ preventScroll: true })
  })
  main.append(start)
}

/** The definition with its compiled form, as it is published. @param {number} n */
function published(n) {
  const definition = generated(n)
  const reply = compile(new TextEncoder().encode(JSON.stringify(definition)))
  assert.ok('ok' in reply, JSON.stringify(reply))
  return JSON.stringify({ ...definition, compiled: reply.ok.value })
}

initSync({ module: new WebAssembly.Module(readFileSync(new URL('../../www/pkg/compile_bg.wasm', import.meta.url))) })
const { browser, server } = await shared({ pages: Object.fromEntries([MANY, FEW].flatMap(n => [
  [`/widget-${n}.html`, `${HEAD}${AROUND}<script type="module" src="./define.js"></script><main><taut-line><script type="application/json">${published(n)}</script></taut-line></main></html>`],
  [`/hand-${n}.html`, `${HEAD}${AROUND}<style>${LOOK}</style><main></main><script>(${byHand})(${JSON.stringify(generated(n))})</script></html>`],
])) })

/**
 * Shows the page of a fresh tab, and answers some of it. Milliseconds: until it is painted, and the median of what the
 * clicks take, their layout included. @param {'widget' | 'hand'} kind @param {number} n
 */
async function once(kind, n) {
  const { page, context, errors } = await browser.page()
  try {
    await page.goto(`${server.url}${kind}-${n}.html`)
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    // what the widget does for itself after the first screen is another matter
    if (kind === 'widget') await page.waitForFunction(() => /** @type {any} */ (document.querySelector('taut-line')).answers && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')))
    await page.waitForLoadState('networkidle')
    const times = await page.evaluate(async () => {
      const root = document.querySelector('taut-line')?.shadowRoot ?? document
      const drawn = async () => {
        void document.documentElement.scrollHeight
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      }
      const start = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Start')
      await drawn()
      const begun = performance.now()
      start?.click()
      await drawn()
      const shown = performance.now() - begun
      /** @type {HTMLInputElement[]} */
      const radios = [...root.querySelectorAll(/** @type {'input'} */ ('[data-item] input[type=radio]'))]
      /** @type {number[]} */
      const clicks = []
      for (let k = 0; k < 15; k++) {
        const pressed = performance.now()
        radios[k * 6 + k % 5]?.click()
        void document.documentElement.scrollHeight
        clicks.push(performance.now() - pressed)
        await drawn()
      }
      return { shown, clicks, radios: radios.length, checked: radios.filter(({ checked }) => checked).length }
    })
    assert.deepEqual([times.radios, times.checked], [n * 6, 15])
    assert.deepEqual(errors, [])
    return { shown: times.shown, click: median(times.clicks.slice(5)) }
  } finally {
    await context.close()
  }
}

test(`${MANY} questions on one page are drawn in at most ${MOST} times what a page by hand takes`, async t => {
  /** @type {{[kind: string]: {shown: number, click: number}[]}} */
  const runs = { widget: [], hand: [], few: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of round % 2 ? ['hand', 'widget'] : ['widget', 'hand']) runs[kind]?.push(await once(/** @type {'hand'} */ (kind), MANY))
    if (round < 3) runs['few']?.push(await once('widget', FEW))
  }
  const all = (/** @type {string} */ kind, /** @type {'shown' | 'click'} */ what) => (runs[kind] ?? []).map(run => run[what])
  const of = (/** @type {string} */ kind, /** @type {'shown' | 'click'} */ what) => median(all(kind, what))
  const drawn = ratio(all('widget', 'shown'), all('hand', 'shown'))
  const growth = of('widget', 'click') / of('few', 'click')
  t.diagnostic(`drawn: ${drawn.toFixed(2)} times by hand (${of('widget', 'shown').toFixed(0)} to ${of('hand', 'shown').toFixed(0)} ms); an answer: ${growth.toFixed(1)} times that among ${FEW} (${of('widget', 'click').toFixed(1)} to ${of('few', 'click').toFixed(1)} ms, by hand ${of('hand', 'click').toFixed(1)} ms)`)
  assert.ok(drawn <= MOST, `${drawn.toFixed(2)} times`)
  // ten times the questions: in proportion to them would be ten times as long, to their square a hundred times
  assert.ok(growth <= 30, `${growth.toFixed(1)} times`)
})
