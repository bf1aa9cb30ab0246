// Responses per second through the public class, beside JSON.parse of the same answers.
import { median, ratio, table, times, whole } from './figures.mjs'

/** Runs in the page; returns seconds per call, a list for each case. */
async function measure({ pkg, definition, sheets, rounds, slice }) {
  const [core, gate] = await Promise.all([import(`${pkg}tautline.js`), import(`${pkg}compile.js`)])
  await Promise.all([core.default(), gate.default()])
  const utf8 = text => new TextEncoder().encode(text)
  const compiled = gate.compile(utf8(definition)).ok.value
  const open = () => new core.Assessment(utf8(definition), utf8(compiled))
  const assessment = open()
  const texts = sheets.map(({ text }) => text)
  const worst = sheets.filter(({ name }) => name === 'all_worst').map(({ text }) => text)
  const accepted = reply => { if (!reply.ok) throw new Error(JSON.stringify(reply.refused)) }
  const cost = text => {
    const begun = performance.now()
    accepted(assessment.finish(utf8(text)))
    return performance.now() - begun
  }
  for (let pass = 0; pass < 3; pass++) texts.forEach(cost) // the compiler settles first
  const costs = sheets.map(({ name, text }) => ({ name, text, cost: Math.min(...[1, 2, 3].map(() => cost(text))) }))
  const [slowest] = costs.sort((a, b) => b.cost - a.cost)
  const cases = [
    ['JSON.parse of the same answers', texts, text => JSON.parse(text)],
    ['progress', texts, text => accepted(assessment.progress(utf8(text)))],
    ['finish', texts, text => accepted(assessment.finish(utf8(text)))],
    ['finish, sheet all_worst', worst, text => accepted(assessment.finish(utf8(text)))],
    [`finish, the slowest: ${slowest.name}`, [slowest.text], text => accepted(assessment.finish(utf8(text)))],
    ['open a compiled definition', [definition], () => {
      const another = open()
      accepted(another.check())
      another.free()
    }],
    ['compile a definition', [definition], text => accepted(gate.compile(utf8(text)))],
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
  const cases = await page.evaluate(measure, { pkg: `${url}pkg/`, slice: 100, ...given })
  await context.close()
  const rows = cases.map(({ name, runs }) => ({ name, ratio: ratio(runs, cases[0].runs), per_second: 1 / median(runs) }))
  table(`The wasm module in ${name}, ${given.sheets.length} worked sheets one at a time, medians of ${given.rounds} rounds`,
    ['', 'to JSON.parse', 'per second'], rows.map(row => [row.name, times(row.ratio), whole(row.per_second)]))
  return rows
}
