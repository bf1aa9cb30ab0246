// Start-up: from the start of the navigation until the role, then the first question, can be used.
import { slow } from './browsers.mjs'
import { median, ratio, rotated, table, times, whole } from './figures.mjs'

/** By contestant: the control of the first screen, the button that starts, the control of the first question. */
const AIMS = {
  vanilla: { role: 'input[name=role]', start: 'button', first: '[data-item=DT1] input' },
  widget: { role: '.intro input[type=radio]', start: '.intro button.main', first: '[data-item=DT1] input' },
  surveyjs: { role: '[data-name=role] input[type=radio]', start: '.sd-navigation__start-btn', first: '[data-name=DT1] input' },
}
const NAMES = { vanilla: 'vanilla', widget: 'widget (the release)', surveyjs: 'SurveyJS' }

/** Runs in the page before its own scripts: presses Start as soon as that is possible, and notes the times after each paint. */
function probe({ role, start, first }) {
  const roots = [document]
  const found = selector => {
    for (const root of roots) {
      const element = root.querySelector(selector)
      if (element && !element.disabled && element.getClientRects().length) return element
    }
    return null
  }
  const waiting = new Set()
  const look = () => { for (const check of [...waiting]) check() }
  const observer = new MutationObserver(look)
  const observe = root => observer.observe(root, { childList: true, subtree: true, attributes: true })
  observe(document)
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init)
    roots.push(root)
    observe(root)
    return root
  }
  const usable = selector => new Promise(done => {
    const check = () => {
      const element = found(selector)
      if (!element) return
      waiting.delete(check)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done({ element, painted: performance.now() })
        port2.postMessage(0)
      })
    }
    waiting.add(check)
    check()
  })
  const run = async () => {
    const asked = await usable(role)
    asked.element.click()
    const button = await usable(start)
    const pressed = performance.now()
    button.element.click()
    const question = await usable(first)
    console.debug('started', JSON.stringify({ role: asked.painted, first: question.painted, step: question.painted - pressed }))
  }
  run()
}

/** One load with nothing in the cache. */
async function once(browser, url, contestant, throttled) {
  const { page, context, errors } = await browser.page()
  try {
    if (throttled) await slow(page, { network: true, cpu: 4 })
    await page.addInitScript(probe, AIMS[contestant])
    // Heard, not asked for: evaluating in the page loads scripts of the driver into it, in the time that is measured.
    const started = page.waitForEvent('console', { predicate: message => message.text().startsWith('started '), timeout: 60_000 })
    await page.goto(`${url}${contestant}/flagship/`, { waitUntil: 'commit' })
    const message = await started
    if (errors.length) throw new Error(`${contestant}: ${errors[0]}`)
    return JSON.parse(message.text().slice('started '.length))
  } finally {
    await context.close()
  }
}

/**
 * @param {{page: Function}} browser @param {string} name @param {string} url
 * @param {{throttled: boolean, rounds: number}} how
 */
export async function startup(browser, name, url, { throttled, rounds }) {
  const contestants = Object.keys(AIMS)
  const runs = new Map(contestants.map(contestant => [contestant, []]))
  for (let round = -1; round < rounds; round++) {
    for (const contestant of rotated(contestants, round + 1)) {
      const one = await once(browser, url, contestant, throttled)
      if (round >= 0) runs.get(contestant).push(one)
    }
  }
  const of = (contestant, field) => runs.get(contestant).map(run => run[field])
  const rows = contestants.map(contestant => {
    const compared = field => ratio(of(contestant, field), of('vanilla', field))
    const figures = Object.fromEntries(['role', 'first', 'step'].map(field => [field, median(of(contestant, field))]))
    return { contestant: NAMES[contestant], role_ratio: compared('role'), first_ratio: compared('first'), ...figures }
  })
  table(`Start-up in ${name}, ${throttled ? 'Fast 4G and CPU/4' : 'not slowed down'}, empty cache, medians of ${rounds} rounds`,
    ['', 'role', 'first question', 'role ms', 'first question ms', 'of which after Start ms'],
    rows.map(row => [row.contestant, times(row.role_ratio), times(row.first_ratio), whole(row.role), whole(row.first), whole(row.step)]),
    'Ratios to vanilla within a round; the goal for the widget is 1.15 x.')
  return rows
}
