// The snippet of the README, pasted into a page of another site.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { open, ready, start, watchEvents } from './harness/walk.mjs'

test('the snippet of the README shows the flagship on another origin', async t => {
  const widget = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } })
  t.after(() => widget.close())
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const snippet = readme.split('```html\n')[1]?.split('```')[0] ?? ''
  assert.match(snippet, /<taut-line>/)
  const body = snippet.replaceAll('https://HOST/tautline/', widget.url)
  const host = await startServer({ pages: { '/article.html': `<!doctype html><title>Article</title><p>Text.</p>${body}` } })
  t.after(() => host.close())
  const browser = await launch()
  t.after(() => browser.close())
  const { page, errors } = await browser.page(t)
  await watchEvents(page)
  await open(page, host.url + 'article.html')
  await ready(page)
  await start(page)
  assert.deepEqual(errors, [])
})
