// The comparison on a strict page of its own, fed by the real core, so that any two sheets are one call away.
import { startServer } from './server.mjs'
import { strictChange, strictHeaders, strictPage } from './strict.mjs'

const MODULE = `
import gate, { compile } from './pkg/compile.js'
import init, { Together } from './pkg/together.js'
import { readTexts } from './fetched.js'
import { flowSheet, resultSheet } from './styles.js'
import { pairView } from './together/pair.js'
import { dress } from './together/sheet.js'

const [wording, { pair: texts }] = await Promise.all([readTexts('en-GB'), readTexts('en-GB', '-together')])
await Promise.all([init({ module_or_path: './pkg/together_bg.wasm' }), gate({ module_or_path: './pkg/compile_bg.wasm' })])
const definition = new Uint8Array(await (await fetch('./instruments/bt-synchronization.json')).arrayBuffer())
const value = reply => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.refused))
  return reply.ok.value
}
const utf8 = text => new TextEncoder().encode(text)
const core = new Together(definition, utf8(value(compile(definition))))
class Host extends HTMLElement {
  constructor() {
    super()
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [flowSheet, resultSheet()]
    dress(this)
  }
}
customElements.define('pair-host', Host)
const host = document.querySelector('main').appendChild(new Host())
Object.assign(globalThis, {
  calls: [],
  print: () => calls.push('print'),
  draw(first, second) {
    const comparison = value(core.compare(utf8(JSON.stringify(first)), utf8(JSON.stringify(second))))
    const taut = document.createElement('div'), screen = document.createElement('div')
    taut.className = 'taut'
    taut.dataset.screen = 'result'
    screen.part = 'screen'
    screen.append(pairView({ comparison, texts, said: { dir: 'auto', lang: 'en' }, flow: { wording, show: () => calls.push('back') } }))
    taut.append(screen)
    host.shadowRoot.replaceChildren(taut)
    return comparison
  },
})
document.body.dataset.ready = ''
`

/** A server with the page at \`/pair\`. */
export const startPairServer = () => startServer({
  headers: strictHeaders(),
  pages: { '/pair': strictPage('<main><h1>Host page</h1></main>', ['./pair-page.js']) },
  change: path => (path === '/pair-page.js' ? { body: MODULE } : strictChange(path)),
})

/**
 * Shows two sheets side by side, and returns what the core says of them.
 * @param {import('playwright-core').Page} page @param {string} url @param {object} first @param {object} second
 * @returns {Promise<import('../../../www/types.d.ts').Comparison>}
 */
export async function showPair(page, url, first, second) {
  await page.goto(`${url}pair`)
  await page.locator('body[data-ready]').waitFor({ state: 'attached' })
  return page.evaluate(sheets => /** @type {any} */ (globalThis).draw(...sheets), [first, second])
}

/** What the view asked of its surroundings. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export const callsOf = page => page.evaluate(() => /** @type {any} */ (globalThis).calls)
