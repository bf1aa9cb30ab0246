// An earlier result of one's own beside today's, by link and by file; and a reminder as a calendar file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { strictChange, strictHeaders, strictPage, violationsOf } from './harness/strict.mjs'
import { fileAfter, menu, open, press } from './harness/walk.mjs'

/** @param {string} path */
const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const worked = read('../vectors/worked-examples.json')
const { change: texts, link: panel } = read('../../www/texts/en-together.json')

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({
    headers: strictHeaders(), change: strictChange,
    pages: { '/strict': strictPage('<main><h1>Host page</h1><taut-line></taut-line></main>') },
  })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** @typedef {import('playwright-core').Page} Page */

/** The answers document of a worked sheet. @param {string} name */
function sheet(name) {
  const { role, answers } = worked.sheets.find((/** @type {any} */ one) => one.name === name)
  return { instrument: 'bt-synchronization', version: '1.0', role, answers }
}

/** Picks a file where the page asks for one. @param {Page} page @param {() => Promise<unknown>} act @param {string} text */
async function choose(page, act, text) {
  const choosing = page.waitForEvent('filechooser')
  await act()
  await (await choosing).setFiles({ name: 'earlier.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** A page with the result of a sheet and its share panel. @param {import('node:test').TestContext} t @param {string} name @param {import('playwright-core').BrowserContextOptions} [options] @param {string} [address] */
async function resultOf(t, name, options = {}, address = server.url) {
  const { page, errors } = await browser.page(t, options)
  t.after(() => assert.deepEqual(errors, []))
  await open(page, address)
  await choose(page, () => menu(page, 'Open an answers file'), JSON.stringify(sheet(name)))
  await page.getByRole('button', { name: /^See the result/ }).click()
  await press(page, 'Share or compare')
  await page.locator('.share').waitFor()
  return page
}

/** Opens an answers file beside the result. @param {Page} page @param {string} text */
async function beside(page, text) {
  await choose(page, () => press(page, panel.from_file), text)
  await page.getByText(panel.file_open.replace('{name}', 'earlier.json')).waitFor()
  await press(page, panel.then_and_now)
  await page.locator('.over-time').waitFor()
}

/** Whole, half away from zero, with a typographic minus. @param {number} value */
function whole(value) {
  const size = Math.floor(Math.abs(value) + 0.5 + 1e-9)
  return size && value < 0 ? `\u2212${size}` : String(size)
}
/** The same with its sign, or a dash for none. @param {number | null} value */
const signed = value => (value === null ? '\u2013' : whole(value).replace(/^(?=[1-9])/, '+'))

/** Compares what is shown with a worked example. @param {Page} page @param {any} expected */
async function same(page, { scales, index }) {
  const rows = await page.locator('[data-scale]').evaluateAll(all => all.map(row =>
    [/** @type {HTMLElement} */ (row).dataset.scale, row.querySelector('.number')?.textContent, row.querySelector('.reading')?.textContent]))
  assert.deepEqual(rows.map(([id]) => id), ['demand', 'focus', 'change'].flatMap(id => [`${id}.tension`, `${id}.practice`]))
  for (const [id = '', number, reading] of rows) {
    const [dimension = '', kind = ''] = String(id).split('.')
    const { change, moved, common } = scales[dimension][kind]
    assert.equal(number, signed(change), String(id))
    const words = moved === null ? texts.readings.not_enough : moved ? texts.readings[change > 0 ? 'higher' : 'lower'] : texts.readings.within
    assert.ok(reading?.startsWith(words), `${id}: ${reading}`)
    const all = kind === 'tension' ? 4 : 5
    assert.equal(reading?.includes(texts.common.replace('{common}', common).replace('{of}', all)), common < all, String(id))
  }
  const score = page.locator('[data-score="index"]')
  const [old, now] = [index.old, index.new].map(value => (value === null ? '\u2013' : whole(value)))
  assert.deepEqual(await score.locator('.values .big').allTextContents(), [old, '\u2192', now])
  const movement = index.moved === null ? 'not_enough' : index.moved ? 'moved' : 'within'
  assert.equal(await score.locator('.lede').textContent(), texts.score[movement].replace('{change}', signed(index.change)))
}

const [year, few] = worked.changes

test('an earlier link in the panel shows what moved, and what stayed within the usual wobble', async t => {
  const before = await resultOf(t, year.old)
  const link = await before.getByLabel('Link to this result').inputValue()
  const page = await resultOf(t, year.new)
  await page.getByLabel(panel.paste).fill(`My result of last year: ${link}`)
  await press(page, panel.then_and_now)
  await page.getByRole('heading', { name: texts.title }).waitFor()
  await same(page, year.expected)
  await page.getByText(texts.moved.replace('{list}', 'networked balance of supply (Demand)'), { exact: true }).waitFor()
  await page.getByText(/^Neither date is known/).waitFor()

  // the picture and its table hold the same points
  const rows = await page.locator('.then-now tbody tr').evaluateAll(all => all.map(row => [...row.children].slice(1, 3).map(cell => cell.textContent)))
  const points = ['demand', 'focus', 'change'].flatMap(id => [year.old, year.new].map(name => {
    const { scales } = worked.sheets.find((/** @type {any} */ one) => one.name === name).expected
    return [scales[id].tension, scales[id].practice].map(({ value }) => whole(value))
  }))
  assert.deepEqual(rows, points)
  const said = await page.locator('.chart').getAttribute('aria-label') ?? ''
  for (const [index, [x, y]] of points.entries()) assert.ok(said.includes(`, ${['Earlier', 'Today'][index % 2]}: pressure ${x}, practice ${y};`), said)
  // all three have moved far enough for an arrow; where they came from is an outline
  assert.deepEqual(await page.locator('.chart .arrow').evaluateAll(all => all.map(one => one.getAttribute('data-dimension'))), ['demand', 'focus', 'change'])
  assert.deepEqual(await page.locator('.chart').evaluate(chart => ['.earlier', '.today'].map(when =>
    [...new Set([...chart.querySelectorAll(`${when} .mark`)].map(mark => getComputedStyle(mark).fill === 'none'))])), [[true], [false]])

  // answers in words, and what became of the recommendations
  const answered = [year.old, year.new].map(name => sheet(name).answers)
  const differ = Object.keys(answered[0]).filter(id => id !== 'G1' && answered[1][id] !== null && JSON.stringify(answered[0][id]) !== JSON.stringify(answered[1][id]))
  const items = page.locator('.part-answers [data-item]')
  assert.deepEqual((await items.evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset.item))).sort(), differ.sort())
  assert.deepEqual(await page.locator('[data-item="DT3"] td').allTextContents(), ['About once a month', 'About once a quarter'])
  const [given, fires] = [worked.sheets.find((/** @type {any} */ one) => one.name === year.old).expected.recommendations,
    worked.sheets.find((/** @type {any} */ one) => one.name === year.new).expected.triggered]
  const old = given.map((/** @type {any} */ { rule }) => rule)
  const still = old.filter((/** @type {string} */ rule) => fires.includes(rule))
  assert.deepEqual(await advice(page, 'still'), still)
  assert.deepEqual(await advice(page, 'gone'), old.filter((/** @type {string} */ rule) => !still.includes(rule)))

  await press(page, texts.back)
  await page.locator('.part-computed').waitFor()
  assert.equal(await page.locator('.over-time').count(), 0)
})

/** @param {Page} page @param {string} kind */
const advice = (page, kind) => page.locator(`.${kind} [data-advice]`).evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset.advice))

test('an earlier file does the same; too few common answers are said; swapped, the signs turn', async t => {
  const page = await resultOf(t, few.new)
  await beside(page, JSON.stringify(sheet(few.old)))
  await same(page, few.expected)
  await press(page, texts.swap)
  await page.locator('[data-scale="focus.practice"] .number', { hasText: '+20' }).waitFor()
  assert.equal(await page.locator('[data-scale="focus.practice"] .reading strong').textContent(), texts.readings.higher)

  // the file of a result does as well as that of answers
  const again = await resultOf(t, year.new)
  await press(again, 'Share or compare')
  const file = await fileAfter(again, () => press(again, 'Save JSON'))
  await press(again, 'Share or compare')
  await beside(again, file.text)
  await again.getByText(texts.none_moved, { exact: true }).waitFor()
  await again.getByText(texts.none_different, { exact: true }).waitFor()
  assert.equal(await again.locator('.chart .arrow').count(), 0)
})

test('what is no result is refused in the panel, and a file gives way to what is typed', async t => {
  const page = await resultOf(t, year.new)
  await press(page, panel.then_and_now)
  await page.getByRole('alert').getByText(panel.refused['link-missing']).waitFor()
  await choose(page, () => press(page, panel.from_file), 'no file of ours')
  await page.getByRole('alert').getByText('The file is not an answers file.').waitFor()
  await choose(page, () => press(page, panel.from_file), JSON.stringify(sheet(year.old)))
  await page.getByText(/is open/).waitFor()
  await page.getByLabel(panel.paste).fill('something else')
  await press(page, panel.then_and_now)
  await page.getByRole('alert').getByText(panel.refused['link-missing']).waitFor()
})

test('an earlier link that is opened offers to be seen as one\'s own, in its own dress', async t => {
  const before = await resultOf(t, year.old)
  const link = await before.getByLabel('Link to this result').inputValue()
  const page = await resultOf(t, year.new)
  await page.evaluate(hash => { location.hash = hash }, new URL(link).hash)
  await page.locator('.notice').getByText(/^This result was opened from a link/).waitFor()
  await page.getByText('Rests on').waitFor()
  await press(page, panel.over_time)
  await page.locator('.over-time').waitFor()
  await same(page, year.expected)
  assert.equal(await page.locator('.chart .earlier .mark').first().evaluate(mark => getComputedStyle(mark).fill), 'none')
})

test('nothing scrolls sideways at 320 px, no rule of accessibility is broken, the strict policy holds', async t => {
  const page = await resultOf(t, few.new, { viewport: { width: 320, height: 640 } }, `${server.url}strict`)
  const narrow = async () => assert.ok(await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0) <= 320)
  await press(page, panel.remind)
  await narrow()
  assert.deepEqual(await violations(page, { include: 'taut-line' }), [])
  await beside(page, JSON.stringify({ ...sheet(few.old), role: 'cio' }))
  await page.getByText(texts.roles).waitFor()
  await page.locator('.over-time summary').click()
  await narrow()
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 1280, height: 900 })
  assert.deepEqual(await violations(page), [])
  assert.deepEqual(await violationsOf(page), [])
})

/** Lines of a calendar file as they are meant, and the properties among them. @param {string} text */
function unfolded(text) {
  assert.ok(text.endsWith('\r\n') && !/[^\r]\n|\r[^\n]/.test(text), 'lines end with CRLF')
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
}

test('the reminder is a calendar file of one whole day, with the address of the page and no answers', async t => {
  const page = await resultOf(t, 'cio', {}, `${server.url}?page=7`)
  const file = await fileAfter(page, () => press(page, panel.remind))
  assert.equal(file.name, 'bt-synchronization-reminder.ics')
  const lines = unfolded(file.text)
  assert.deepEqual([lines[0], lines[1], lines.at(-1)], ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
  const value = (/** @type {string} */ name) => lines.find(line => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^.*?:/, '') ?? assert.fail(name)
  const start = value('DTSTART')
  assert.match(start, /^\d{8}$/)
  assert.equal(value('UID'), `bt-synchronization-${start}@tautline`)
  const stamp = value('DTSTAMP').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  assert.ok(Math.abs(Date.now() - Date.parse(stamp)) < 60_000, stamp)
  assert.equal(value('URL'), `${server.url}?page=7`)
  assert.ok(!file.text.includes('#'), 'a link with answers')
  await page.getByText(/^The reminder for \d+ \w+ \d{4} is saved\./).waitFor()
})

test('days are those of the calendar, texts are escaped, lines are folded between characters', async t => {
  const { page } = await browser.page(t, { timezoneId: 'Pacific/Auckland' })
  await page.goto(server.url)
  const made = await page.evaluate(async address => {
    const { calendar, dayAfter, escaped, folded } = await import(address)
    const day = (/** @type {[number, number, number, number, number]} */ ...parts) => Object.values(dayAfter(new Date(...parts), 6)).join('-')
    const long = `${'a'.repeat(74)}${'\u00e9'.repeat(40)}${'\u{1f4c5}'.repeat(30)}`
    return {
      days: [day(2026, 7, 31, 0, 0), day(2027, 7, 31, 23, 59), day(2026, 7, 28, 12, 0), day(2026, 2, 31, 12, 0), day(2026, 11, 31, 12, 0), day(2026, 5, 30, 12, 0)],
      escaped: escaped('a\\b; c, d\r\ne\nf\u0007:"g"'),
      long, folded: folded(long),
      file: calendar({ id: 'x', summary: 'S', description: 'D', address: 'https://example.org/', now: new Date(2026, 7, 31, 8, 0), months: 6 }),
      short: folded('a'.repeat(75)),
    }
  }, `${server.url}together/calendar.js`)
  assert.deepEqual(made.days, ['2027-2-28', '2028-2-29', '2027-2-28', '2026-9-30', '2027-6-30', '2026-12-30'])
  assert.equal(made.escaped, 'a\\\\b\\; c\\, d\\ne\\nf:"g"')
  assert.equal(made.short, 'a'.repeat(75))
  const lines = made.folded.split('\r\n')
  assert.ok(lines.every((line, index) => Buffer.byteLength(line) <= 75 && (index === 0 || line.startsWith(' '))))
  assert.ok(!made.folded.includes('\ufffd'))
  assert.equal(made.folded.replaceAll('\r\n ', ''), made.long)
  const file = unfolded(made.file)
  for (const line of ['DTSTART;VALUE=DATE:20270228', 'DTEND;VALUE=DATE:20270301', 'UID:x-20270228@tautline', 'DTSTAMP:20260830T200000Z', 'DESCRIPTION:D\\nhttps://example.org/']) {
    assert.ok(file.includes(line), line)
  }
})
