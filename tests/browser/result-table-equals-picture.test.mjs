// Picture and table say the same; no label meets another, a mark or the edge, at any width.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { showResult, startResultServer } from './harness/result.mjs'
import { SHEETS } from './harness/sheets.mjs'

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startResultServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startResultServer()
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** What is drawn, read back through the ticks of the axes. @param {import('playwright-core').Page} page */
const drawn = page => page.locator('.part-picture .chart').evaluate(chart => {
  const at = (/** @type {Element} */ element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }
  const ticks = [...chart.querySelectorAll('.tick')].map(tick => ({ value: Number(tick.textContent), across: tick.getAttribute('text-anchor') === 'middle', ...at(tick) }))
  const scale = (/** @type {boolean} */ across, /** @type {number} */ place) => {
    const on = ticks.filter(tick => tick.across === across).sort((a, b) => a.value - b.value)
    const [first, last] = [on[0], on[on.length - 1]]
    if (!first || !last) throw new Error('no ticks')
    const [from, to] = across ? [first.x, last.x] : [first.y, last.y]
    return first.value + ((place - from) / (to - from)) * (last.value - first.value)
  }
  return [...chart.querySelectorAll('.point')].map(point => {
    const { x, y } = at(/** @type {Element} */ (point.querySelector('.dot') ?? point.querySelector('.mark')))
    return { id: point.getAttribute('data-dimension'), across: scale(true, x), up: scale(false, y) }
  })
})

/** @param {import('playwright-core').Page} page */
const tabled = page => page.locator('.part-picture tbody tr').evaluateAll(rows => rows.map(row => ({
  id: row.getAttribute('data-dimension'), across: Number(row.children[1]?.textContent), up: Number(row.children[2]?.textContent), difference: row.children[3]?.textContent,
})))

/** Pairs of words and marks that touch, and whatever leaves the picture. @param {import('playwright-core').Page} page */
const faults = page => page.locator('.part-picture .chart').evaluate(chart => {
  const frame = chart.getBoundingClientRect()
  /** The outline without its stroke: browsers differ on whether a box includes it. @param {SVGGraphicsElement} element */
  const boxOf = element => {
    const { x, y, width, height } = element.getBBox()
    const matrix = element.getScreenCTM()
    const [from, to] = [new DOMPoint(x, y).matrixTransform(matrix ?? undefined), new DOMPoint(x + width, y + height).matrixTransform(matrix ?? undefined)]
    return { left: from.x, top: from.y, right: to.x, bottom: to.y }
  }
  const things = [.../** @type {NodeListOf<SVGGraphicsElement>} */ (chart.querySelectorAll('.label, .region, .mark, .axis-title'))].map(element => ({ name: element.textContent || 'mark', kind: element.getAttribute('class')?.split(' ')[0], box: boxOf(element) }))
  const found = []
  for (const [index, a] of things.entries()) {
    if (a.box.left < frame.left - 1 || a.box.right > frame.right + 1 || a.box.top < frame.top - 1 || a.box.bottom > frame.bottom + 1) {
      if (a.kind === 'label') found.push(`${a.name} is cut`)
    }
    for (const b of things.slice(index + 1)) {
      if (a.kind === 'mark' && b.kind === 'mark') continue
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      if (wide > 1 && high > 2.5) found.push(`${a.name} meets ${b.name}`)
    }
  }
  return found
})

for (const name of ['cio', 'ceo', 'gate_5_lead', 'states_lower', 'all_best', 'dont_know_heavy']) {
  test(`sheet ${name}: the marks stand where the table says`, async t => {
    const { page } = await browser.page(t)
    await showResult(page, server.url, SHEETS[name] ?? {})
    const [marks, rows] = [await drawn(page), await tabled(page)]
    assert.equal(rows.length, 3)
    assert.deepEqual(marks.map(({ id }) => id), rows.map(({ id }) => id))
    for (const [index, row] of rows.entries()) {
      assert.ok(Math.abs(row.across - (marks[index]?.across ?? NaN)) < 1.2, `${row.id} across: ${row.across}, drawn ${marks[index]?.across}`)
      assert.ok(Math.abs(row.up - (marks[index]?.up ?? NaN)) < 1.2, `${row.id} up: ${row.up}, drawn ${marks[index]?.up}`)
    }
  })
}

test('differences are in words', async t => {
  const { page } = await browser.page(t)
  await showResult(page, server.url, SHEETS['cio'] ?? {})
  assert.deepEqual((await tabled(page)).map(({ difference }) => difference?.replace('\u00a0', ' ')), ['in step', 'in step', 'Pressure ahead'])
})

/** @type {{[what: string]: [number, number][] | undefined}} */
const PLACES = {
  'as scored': undefined, 'all equal': [[50, 50], [50, 50], [50, 50]], 'in the origin': [[0, 0], [3, 2], [0, 6]], 'top right': [[100, 100], [97, 98], [100, 95]],
  'top left': [[0, 100], [0, 100], [0, 100]], 'bottom right': [[100, 0], [98, 3], [90, 10]], 'in a row': [[40, 50], [50, 50], [60, 50]], 'in a column': [[50, 42], [50, 50], [50, 58]],
}
for (const width of [320, 360, 768, 1280]) {
  test(`no label collides or is cut at ${width} px`, async t => {
    const { page } = await browser.page(t, { viewport: { width, height: 800 } })
    for (const [what, points] of Object.entries(PLACES)) {
      for (const name of points ? ['cio'] : ['cio', 'ceo', 'gate_5_lead', 'states_lower', 'all_best', 'dont_know_heavy']) {
        await showResult(page, server.url, SHEETS[name] ?? {}, points)
        assert.equal(await page.locator('.chart .label').count(), 3)
        assert.deepEqual(await faults(page), [], `${what}, ${name}`)
      }
    }
  })
}
