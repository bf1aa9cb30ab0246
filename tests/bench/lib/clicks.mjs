// Work of the main thread for one answer, with few and with many questions on the page. Chromium only.
import { slow } from './browsers.mjs'
import { median, ratio, rotated, table, tenth, times } from './figures.mjs'

/** So many clicks, or so many milliseconds, whatever ends first: some need a second for each. */
const LIMITS = { clicks: 40, patience: 2000 }
const NAMES = { vanilla: 'vanilla (saves nothing)', widget: 'widget (saves every answer)', surveyjs: 'SurveyJS (saves nothing)' }
const PATTERN = { vanilla: '[data-item] input[type=radio]', widget: '[data-item] input[type=radio]', surveyjs: '[data-name] input[type=radio]' }

/** Clicks through the choices of the first four questions, a frame for each; without `selector` only the frames. Returns how many. */
async function loop({ selector, clicks, patience }) {
  const root = document.querySelector('taut-line')?.shadowRoot ?? document
  const radios = selector ? [...root.querySelectorAll(selector)].slice(0, 24) : []
  if (selector && radios.length < 24) throw new Error('the questions are not there')
  const begun = performance.now()
  let n = 0
  for (; n < clicks && (n < 5 || performance.now() - begun < patience); n++) {
    radios[(n * 7) % 24]?.click()
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
  return n
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
    const work = async selector => {
      const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
      const before = await spent()
      const clicked = await page.evaluate(loop, { selector, ...LIMITS })
      return (1000 * (await spent() - before)) / clicked
    }
    await page.evaluate(loop, { selector: PATTERN[contestant], clicks: 3, patience: 0 })
    const idle = await work('')
    return Math.max(0.001, await work(PATTERN[contestant]) - idle)
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
  table(`Work of the main thread per click, Chromium, CPU/4, medians of ${rounds} rounds`,
    ['', 'items', 'to vanilla', `to itself at ${sizes[0]}`, 'ms per click'],
    rows.map(row => [row.contestant, row.items, times(row.ratio), times(row.growth), tenth(row.ms)]),
    'Frames without a click are taken off. Script, style, layout and paint count.')
  return rows
}
