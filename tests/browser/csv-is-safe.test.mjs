// The CSV is RFC 4180, nothing in it is read as a formula, and numbers stay numbers. Read with a parser of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { callsOf, showResult, startResultServer } from './harness/result.mjs'
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

/** Strict RFC 4180: CRLF after every record, quotes only around whole fields. @param {string} text */
function parse(text) {
  /** @type {{text: string, quoted: boolean}[][]} */
  const records = []
  let at = 0
  while (at < text.length) {
    /** @type {{text: string, quoted: boolean}[]} */
    const record = []
    for (;;) {
      const match = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
      match.lastIndex = at
      const found = match.exec(text)
      assert.ok(found)
      record.push({ text: (found[1] ?? found[2] ?? '').replaceAll('""', '"'), quoted: found[1] !== undefined })
      at = match.lastIndex
      if (text[at] !== ',') break
      at++
    }
    assert.equal(text.slice(at, at + 2), '\r\n', `no end of record at ${at}`)
    at += 2
    records.push(record)
  }
  return records
}

test('every number of the reply is in the file, unrounded', async t => {
  const { page } = await browser.page(t)
  await showResult(page, server.url, SHEETS['cio'] ?? {})
  await page.getByRole('button', { name: 'Save CSV' }).click()
  await page.getByRole('button', { name: 'Save JSON' }).click()
  const [[kind, csv = ''] = [], [other, json = ''] = []] = await callsOf(page)
  assert.deepEqual([kind, other], ['csv', 'json'])
  assert.notEqual(csv.charCodeAt(0), 0xfeff)
  const [head = [], ...rows] = parse(csv)
  const titles = head.map(field => field.text)
  assert.ok(rows.every(row => row.length === titles.length))
  const read = rows.map(row => Object.fromEntries(row.map((field, index) => [titles[index], field.text])))
  const finished = await page.evaluate(() => /** @type {any} */ (globalThis).finished)
  for (const score of [...finished.scales, ...finished.metrics]) {
    const row = read.find(({ id }) => id === score.id)
    assert.equal(row?.['value'], score.value === null ? '' : String(score.value), score.id)
    assert.equal(row?.['band_low'], score.band ? String(score.band[0]) : '')
  }
  assert.equal(read.find(({ id }) => id === 'lead.focus')?.['value']?.slice(0, 7), '-7.0833')
  assert.equal(read.find(({ kind: what, id }) => what === 'band' && id === 'stage')?.['value'], '3')
  const saved = JSON.parse(json)
  assert.equal(saved.scales.length, 6)
  assert.deepEqual(saved.answers, SHEETS['cio'])
})

test('hostile words stay words', async t => {
  const { page } = await browser.page(t)
  await showResult(page, server.url, SHEETS['cio'] ?? {})
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', 'a,b', 'say "x"', 'two\r\nlines', "'quoted", '=cmd|"/c calc"!A1']
  const csv = await page.evaluate(words => {
    const copy = structuredClone(/** @type {any} */ (globalThis).finished)
    copy.scales = words.map(title => ({ ...copy.scales[0], title, value: -1.5 }))
    return /** @type {any} */ (globalThis).resultCsv(copy)
  }, hostile)
  const scales = parse(csv).filter(([kind]) => kind?.text === 'scale')
  assert.equal(scales.length, hostile.length)
  for (const [index, row] of scales.entries()) {
    const word = hostile[index] ?? ''
    assert.equal(row[2]?.text, /^[=+\-@\t\r]/.test(word) ? `'${word}` : word)
    assert.equal(row[4]?.text, '-1.5')
  }
  for (const row of parse(csv)) {
    for (const field of row) assert.ok(!/^[=+@\t\r]/.test(field.text) && (!field.text.startsWith('-') || Number.isFinite(Number(field.text))), field.text)
  }
})
