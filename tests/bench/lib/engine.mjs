// Responses per second through the public class, beside JSON.parse of the same answers.
import { median, ratio, table, times, whole } from './figures.mjs'

/** Runs in the page; returns seconds per call, a list for each case. */
async function measure({ pkg, definition, sheets, rounds, slice }) {
  const { default: init, Assessment } = await import(pkg)
  await init()
  const assessment = new Assessment(new TextEncoder().encode(definition))
  const texts = sheets.map(({ text }) => text)
  const worst = sheets.filter(({ name }) => name === 'all_worst').map(({ text }) => text)
  const accepted = reply => { if (!reply.ok) throw new Error(JSON.stringify(reply.refused)) }
  const cost = text => {
    const begun = performance.now()
    accepted(assessment.finish(text))
    return performance.now() - begun
  }
  for (let pass = 0; pass < 3; pass++) texts.forEach(cost) // the compiler settles first
  const costs = sheets.map(({ name, text }) => ({ name, text, cost: Math.min(...[1, 2, 3].map(() => cost(text))) }))
  const [slowest] = costs.sort((a, b) => b.cost - a.cost)
  const cases = [
    ['JSON.parse of the same answers', texts, text => JSON.parse(text)],
    ['progress', texts, text => accepted(assessment.progress(text))],
    ['finish', texts, text => accepted(assessment.finish(text))],
    ['finish, sheet all_worst', worst, text => accepted(assessment.finish(text))],
    [`finish, the slowest: ${slowest.name}`, [slowest.text], text => accepted(assessment.finish(text))],
    ['check, a new object each time', [definition], text => {
      const another = new Assessment(new TextEncoder().encode(text))
      accepted(another.check())
      another.free()
    }],
  ].map(([name, texts, work]) => ({ name, texts, work, runs: [] }))
  for (let round = -1; round < rounds; round++) {
    for (const { texts, work, runs } of cases) {
      const begun = performance.now()
      let calls = 0
      while (performance.now() - begun < slice) {
        for (const text of texts) work(text)
        calls += texts.length
      }
      if (round >= 0) runs.push((performance.now() - begun) / 1000 / calls)
    }
  }
  return cases.map(({ name, runs }) => ({ name, runs }))
}

/** @param {{page: Function}} browser @param {string} name @param {string} url @param {object} given `definition`, `sheets`, `rounds` */
export async function engine(browser, name, url, given) {
  const { page, context } = await browser.page()
  await page.goto(`${url}blank`)
  const cases = await page.evaluate(measure, { pkg: `${url}widget/flagship/pkg/tautline.js`, slice: 100, ...given })
  await context.close()
  const rows = cases.map(({ name, runs }) => ({ name, ratio: ratio(runs, cases[0].runs), per_second: 1 / median(runs) }))
  table(`The wasm module in ${name}, ${given.sheets.length} worked sheets one at a time, medians of ${given.rounds} rounds`,
    ['', 'to JSON.parse', 'per second'], rows.map(row => [row.name, times(row.ratio), whole(row.per_second)]))
  return rows
}
