// What the first load of each contestant transfers, as the server saw it.
import { table, tenth, times } from './figures.mjs'

/** @param {{page: Function}} browser @param {Awaited<ReturnType<import('./site.mjs').startSite>>} site */
export async function bytes(browser, site) {
  const rows = []
  for (const contestant of ['vanilla', 'widget', 'surveyjs']) {
    const { page, context } = await browser.page()
    const seen = site.requests.length
    await page.goto(`${site.url}${contestant}/flagship/`, { waitUntil: 'networkidle' })
    await context.close()
    const paths = site.requests.slice(seen).map(({ path }) => path).filter(path => path !== '/favicon.ico')
    const [gzip, brotli] = ['gzip', 'brotli'].map(how => paths.reduce((sum, path) => sum + site.weight(path, how), 0))
    rows.push({ contestant, requests: paths.length, paths, gzip, brotli })
  }
  const survey = rows.find(({ contestant }) => contestant === 'surveyjs')
  table('First load, all requests', ['', 'to SurveyJS, gzip', 'to SurveyJS, brotli', 'gzip kB', 'brotli kB', 'requests'],
    rows.map(row => [row.contestant, times(row.gzip / survey.gzip), times(row.brotli / survey.brotli),
      tenth(row.gzip / 1000), tenth(row.brotli / 1000), row.requests]),
    'Only the widget scores and explains. Headers are not counted.')
  return rows
}
