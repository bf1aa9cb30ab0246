// What the studio does at every pause in typing: `check` of a definition, beside SurveyJS reading the same
// questions, which tells its author nothing. Both begin with the text.
import { generated, plain, surveyJs } from './instrument.mjs'
import { median, ratio, table, tenth, times } from './figures.mjs'

const SIZES = [50, 250, 500]

/** Run in the page. */
async function open({ url }) {
  const core = await import(`${url}pkg/studio.js`)
  await core.default()
  const utf8 = text => new TextEncoder().encode(text)
  globalThis.checks = {
    check(text) {
      const begun = performance.now()
      const { warnings } = core.check(utf8(text)).ok
      return [performance.now() - begun, warnings.length]
    },
    survey(text) {
      const begun = performance.now()
      const model = new globalThis.Survey.Model(JSON.parse(text))
      return [performance.now() - begun, model.getAllQuestions().length]
    },
  }
}

/** @param {{page: Function}} browser @param {string} name @param {string} url @param {{rounds: number}} given */
export async function checks(browser, name, url, { rounds }) {
  const { page, context } = await browser.page()
  await page.goto(`${url}blank`)
  await page.addScriptTag({ url: `${url}surveyjs/flagship/survey.core.min.js` })
  await page.evaluate(open, { url })
  const rows = []
  const results = []
  for (const size of SIZES) {
    const definition = generated(size)
    // statements as alike as these take longest to compare
    const texts = { check: JSON.stringify(definition), survey: JSON.stringify(surveyJs(plain(definition))) }
    const runs = { check: [], survey: [] }
    for (let n = 0; n < rounds + 2; n++) {
      for (const call of n % 2 ? ['check', 'survey'] : ['survey', 'check']) {
        const [time] = await page.evaluate(([call, text]) => globalThis.checks[call](text), [call, texts[call]])
        // the first ones warm up
        if (n > 1) runs[call].push(time)
      }
    }
    const [ours, theirs] = [median(runs.check), median(runs.survey)]
    rows.push([`${size} items`, tenth(ours), tenth(1000 * ours / size), tenth(theirs), times(ratio(runs.check, runs.survey))])
    results.push({ size, check: ours, survey: theirs })
  }
  await context.close()
  table(`A definition checked in ${name}`, ['', 'ms', 'µs an item', 'SurveyJS reads it, ms', 'times'], rows, 'The same µs an item at every size: it grows with the items and no faster.')
  return results
}
