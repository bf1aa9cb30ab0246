// Work of the main thread for one answer, with few and with many questions on the page. Chromium only.
import { slow } from './browsers.mjs'
import { median, ratio, rotated, table, tenth, times } from './figures.mjs'

const CLICKS = 40
const NAMES = { vanilla: 'vanilla (saves nothing)', widget: 'widget (saves every answer)', surveyjs: 'SurveyJS (saves nothing)' }
const PATTERN = { vanilla: '[data-item] input', widget: '[data-item] .options input', surveyjs: '[data-name] input' }

/** Clicks through the choices of the first four questions, a frame for each; without `selector` only the frames. */
async function loop({ selector, clicks }) {
  const root = document.querySelector('taut-line')?.shadowRoot ?? document
  const radios = selector ? [...root.querySelectorAll(selector)].slice(0, 24) : []
  if (selector && radios.length < 24) throw new Error('the questions are not there')
  for (let n = 0; n < clicks; n++) {
    radios[(n * 7) % 24]?.click()
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
}

/** Milliseconds of work per click, less what the same frames cost without a click. */
async function once(browser, url, contestant, n) {
  const { page, context } = await browser.page()
  try {
    await page.goto(`${url}${contestant}/items${n}/`)
    if (contestant === 'widget') await page.locator('.intro button.main').click()
    await page.locator(PATTERN[contestant]).first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    const session = await slow(page, { cpu: 4 })
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const work = async argument => {
      const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
      const before = await spent()
      await page.evaluate(loop, argument)
      return (1000 * (await spent() - before)) / CLICKS
    }
    const selector = PATTERN[contestant]
    await page.evaluate(loop, { selector, clicks: 5 })
    const idle = await work({ selector: '', clicks: CLICKS })
    return Math.max(0.001, await work({ selector, clicks: CLICKS }) - idle)
  } finally {
    await context.close()
  }
}

/** @param {{page: Function}} browser @param {string} url @param {{sizes: number[], rounds: number}} how */
export async function clicks(browser, url, { sizes, rounds }) {
  const lanes = sizes.flatMap(n => Object.keys(NAMES).map(contestant => ({ n, contestant, runs: [] })))
  for (let round = 0; round < rounds; round++) {
    for (const lane of rotated(lanes, round)) lane.runs[round] = await once(browser, url, lane.contestant, lane.n)
  }
  const runs = (contestant, n) => lanes.find(lane => lane.contestant === contestant && lane.n === n).runs
  const rows = lanes.map(({ n, contestant, runs: own }) => ({
    items: n, contestant: NAMES[contestant], ratio: ratio(own, runs('vanilla', n)),
    growth: ratio(own, runs(contestant, sizes[0])), ms: median(own),
  }))
  table(`Work of the main thread per click, Chromium, CPU/4, medians of ${rounds} rounds of ${CLICKS} clicks`,
    ['', 'items', 'to vanilla', `to itself at ${sizes[0]}`, 'ms per click'],
    rows.map(row => [row.contestant, row.items, times(row.ratio), times(row.growth), tenth(row.ms)]),
    'Frames without a click are taken off. Script, style, layout and paint count.')
  return rows
}
