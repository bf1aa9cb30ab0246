// A million links decoded, scored and added up in a page, beside plain JavaScript doing the same. Both get the
// same sheets, each in its own form, batch by batch in turns; making them is not timed.
import { median, ratio, table, tenth, times, whole } from './figures.mjs'

const BATCH = 25_000
const SEED = 20_261_125

/** Run in the page: what makes batches and takes them. */
async function open({ url, definition, contestant, seed }) {
  const [{ sheets }, { plainGroup, plainLink }, core, gate] =
    await Promise.all(['million/sheets.js', 'million/plain.js', 'pkg/group.js', 'pkg/compile.js'].map(path => import(url + path)))
  const utf8 = text => new TextEncoder().encode(text)
  const [exports] = await Promise.all([core.default(), gate.default()])
  const memory = Object.values(exports).find(one => one instanceof WebAssembly.Memory) // exports have short names
  const compiled = gate.compile(utf8(definition)).ok.value
  const core_ = new core.Group(utf8(definition), utf8(compiled))
  const instrument = JSON.parse(definition)
  const { fingerprint } = core_.summary().ok.value.instrument
  const { next } = sheets(instrument, fingerprint, seed)
  const plain = plainGroup(instrument)
  const links = n => Array.from({ length: n }, next)
  const timed = work => {
    const begun = performance.now()
    work()
    return (performance.now() - begun) / 1000
  }
  globalThis.million = contestant === 'wasm' ? {
    batch(n) {
      const text = links(n).map(({ token }) => `https://tautline.example/#r=${token}\n`).join('')
      return timed(() => core_.gather(utf8(text), utf8('')))
    },
    result() {
      let group
      const seconds = timed(() => { group = core_.group(utf8('{}')).ok.value })
      const { n, all: { scales, bands: [{ mean, levels }], rankings } } = group
      return { seconds, memory: memory.buffer.byteLength, n, scales: scales.map(({ n, mean, sd }) => [n, mean, sd]), index: mean, levels: levels.map(({ n }) => n), first: rankings[0].n }
    },
  } : {
    batch(n) {
      const all = links(n).map(({ answers }) => plainLink(answers))
      return timed(() => all.forEach(link => plain.add(link)))
    },
    result() {
      const { sheets: n, scales, index, levels, ranks } = plain.all
      const sd = ({ n, sum, squares }) => Math.sqrt((squares - sum * sum / n) / (n - 1))
      // a text that went through `atob` lies outside of the heap that Chromium reports
      const memory = [...plain.seen].reduce((sum, link) => sum + link.length, 0)
      return { seconds: 0, memory, n, scales: Object.values(scales).map(tally => [tally.n, tally.sum / tally.n, sd(tally)]), index: index.sum / index.n, levels, first: Object.values(ranks)[0].n }
    },
  }
}

/** What two contestants found must be the same, or one of them did something else. */
function compare(ours, theirs) {
  const flat = ({ n, scales, index, levels, first }) => [n, ...scales.flat(), index, ...levels, first]
  const [a, b] = [flat(ours), flat(theirs)]
  const apart = a.findIndex((x, i) => Math.abs(x - b[i]) > 1e-6 * Math.max(1, Math.abs(x)))
  if (a.length !== b.length || apart >= 0) throw new Error(`The contestants differ: ${a[apart]} and ${b[apart]} (figure ${apart})`)
}

/**
 * @param {{page: Function}} browser @param {string} name @param {string} url
 * @param {{definition: string, links: number}} given
 */
export async function million(browser, name, url, { definition, links }) {
  const contestants = []
  for (const contestant of ['wasm', 'plain']) {
    const { page, context } = await browser.page()
    await page.goto(`${url}blank`)
    await page.evaluate(open, { url, definition, contestant, seed: SEED })
    contestants.push({ page, context, runs: [] })
  }
  const count = Math.ceil(links / BATCH)
  for (let n = 0; n < count; n++) {
    for (const { page, runs } of n % 2 ? [...contestants].reverse() : contestants) {
      runs.push(await page.evaluate(n => globalThis.million.batch(n), BATCH))
    }
  }
  const results = []
  for (const { page, context, runs } of contestants) {
    const result = await page.evaluate(() => globalThis.million.result())
    const heap = name === 'Chromium' ? await held(page) : Number.NaN
    results.push({ ...result, heap, time: runs.reduce((sum, run) => sum + run, 0) + result.seconds, runs })
    await context.close()
  }
  const [ours, theirs] = results
  compare(ours, theirs)
  const mega = bytes => Number.isNaN(bytes) ? '' : tenth(bytes / 1e6)
  const rows = results.map(({ time, runs, memory, heap }, n) => [
    n ? 'plain JavaScript' : 'Tautline', times(ratio(theirs.runs, runs)), tenth(time), whole(1e9 * median(runs) / BATCH), mega(memory + heap),
  ])
  table(`${whole(count * BATCH)} links read, scored and added up in ${name}`,
    ['', 'faster', 'seconds', 'ns a link', 'MB held'], rows, 'Held: sums, and what tells doubles apart.')
  return { links: count * BATCH, ours: { seconds: ours.time, bytes: ours.memory + ours.heap }, plain: { seconds: theirs.time, bytes: theirs.memory + theirs.heap }, faster: ratio(theirs.runs, ours.runs) }
}

/** Bytes of objects that are still needed. */
async function held(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize').value
}
