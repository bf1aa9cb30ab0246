// Pages that hold the widget on a short lead, in WebKit: the strictest policy, and a frame that may only run scripts.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { startServer } from '../harness/server.mjs'
import { strictChange, strictHeaders, strictPage, violationsOf } from '../harness/strict.mjs'
import { SHEET } from '../harness/walk.mjs'
import { evaluating, open, until } from './harness.mjs'
import { answer, answerAll, click, completed, find, press, says, start, visit } from './walk.mjs'

const { flow: { unsaved: UNSAVED } } = JSON.parse(readFileSync(new URL('../../../www/texts/en.json', import.meta.url), 'utf8'))

test('strict page: nothing is blocked from the intro to the result and its link', async t => {
  const server = await startServer({
    headers: strictHeaders(), change: strictChange,
    pages: { '/strict.html': strictPage('<main><h1>Host page</h1><taut-line></taut-line></main>') },
  })
  t.after(() => server.close())
  const page = await open(t)
  await visit(page, `${server.url}strict.html`)
  await start(page)
  await answerAll(page, SHEET)
  await press(page, 'See the result')
  assert.deepEqual((await completed(page)).answers.answers, SHEET)
  await press(page, 'Share or compare')
  await find(page, '.share input', { name: 'Link to this result' })
  assert.deepEqual(await violationsOf(evaluating(page)), [])
  // and it does see what is blocked
  await page.executeScript(() => document.body.setAttribute('style', 'color: red'))
  await until(page, 'a violation', () => /** @type {any} */ (globalThis).violations.length > 0)
})

test('a sandboxed frame from another origin works without storage, and says so', async t => {
  const widget = await startServer({ headers: { 'Access-Control-Allow-Origin': '*' } })
  t.after(() => widget.close())
  const host = await startServer({ pages: { '/post.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title>
<h1>Post</h1><iframe sandbox="allow-scripts" title="Check" src="${widget.url}" width="900" height="700"></iframe></html>` } })
  t.after(() => host.close())
  const page = await open(t)
  await page.get(`${host.url}post.html`)
  await page.switchTo().frame(0)
  await start(page)
  await answer(page, 'DT1', 28)
  await says(page, UNSAVED)
  await answer(page, 'DT3', 4)
  await says(page, '2 of 31 answered')
  for (let n = 1; n < 9; n++) await press(page, 'Next')
  await press(page, 'Review')
  await click(page, 'button', { name: 'See the result anyway' })
  await find(page, '.report-title')
})
