// The result view on a strict page of its own, fed by the real core, so that any sheet is one call away.
import { startServer } from './server.mjs'
import { strictChange, strictHeaders, strictPage } from './strict.mjs'

const MODULE = `
import gate, { compile } from './pkg/compile.js'
import init, { Assessment } from './pkg/tautline.js'
import { readTexts } from './fetched.js'
import { resultCsv, resultJson } from './together/export.js'
import { printed } from './together/print.js'
globalThis.print = () => {}
import { flowSheet, resultSheet } from './styles.js'
import { resultView } from './views/result/index.js'

await init({ module_or_path: './pkg/tautline_bg.wasm' })
await gate({ module_or_path: './pkg/compile_bg.wasm' })
const { result: texts } = await readTexts('en-GB')
const definition = new Uint8Array(await (await fetch('./instruments/bt-synchronization.json')).arrayBuffer())
const value = reply => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.refused))
  return reply.ok.value
}
const utf8 = text => new TextEncoder().encode(text)
const core = new Assessment(definition, utf8(value(compile(definition))))
Object.assign(globalThis, {
  resultCsv, calls: [],
  /** Scores a sheet, lets the test change the reply, and draws it. */
  draw(document_, points) {
    const answers = utf8(JSON.stringify(document_))
    const finished = value(core.finish(answers))
    points?.forEach(([across, up], index) => {
      const point = finished.report.picture.points[index]
      Object.assign(point.across, { value: across, band: [Math.max(0, across - 10), Math.min(100, across + 10)] })
      Object.assign(point.up, { value: up, band: [Math.max(0, up - 9), Math.min(100, up + 9)] })
      point.lead = across - up
    })
    const view = resultView({
      finished, answers: document_, texts, advised: true,
      explain: id => value(core.explain(answers, utf8(id))),
      exportFile: kind => calls.push([kind, kind === 'json' ? resultJson(finished, document_) : resultCsv(finished)]),
      onBack: () => calls.push(['back']), onRestart: () => calls.push(['restart']), print: (context, root, mode) => { printed(undefined, context, root, mode); calls.push(['print', mode]) },
    })
    globalThis.finished = finished
    host.shadowRoot.replaceChildren(view)
  },
})
class Host extends HTMLElement {
  constructor() {
    super()
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [flowSheet, resultSheet()]
  }
}
customElements.define('result-host', Host)
const host = document.querySelector('main').appendChild(new Host())
document.body.dataset.ready = ''
`

/** A server with the page at \`/result\`. */
export const startResultServer = () => startServer({
  headers: strictHeaders(),
  pages: { '/result': strictPage('<main><h1>Host page</h1></main>', ['./result-page.js']) },
  change: path => (path === '/result-page.js' ? { body: MODULE } : strictChange(path)),
})

/**
 * Shows the result of a sheet; `points` moves the marks of the picture to places of the test's own.
 * @param {import('playwright-core').Page} page @param {string} url @param {object} sheet @param {[number, number][]} [points]
 */
export async function showResult(page, url, sheet, points) {
  await page.goto(`${url}result`)
  await page.locator('body[data-ready]').waitFor({ state: 'attached' })
  await page.evaluate(([document_, moved]) => /** @type {any} */ (globalThis).draw(document_, moved), /** @type {const} */ ([sheet, points]))
}

/** What the view asked of its surroundings. @param {import('playwright-core').Page} page @returns {Promise<string[][]>} */
export const callsOf = page => page.evaluate(() => /** @type {any} */ (globalThis).calls)
