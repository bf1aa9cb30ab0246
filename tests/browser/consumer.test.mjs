// A project of somebody else's takes the packed package, builds with Vite and shows the widget.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { before, test } from 'node:test'
import { DIST } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { answerAll, press, start } from './harness/walk.mjs'

const PROJECT = fileURLToPath(new URL('../consumer/', import.meta.url))
const TSC = fileURLToPath(new URL('./node_modules/typescript/bin/tsc', import.meta.url))

const { browser } = await shared()
/** Where the project was built. */ let built = ''

before(async () => {
  assert.ok(existsSync(`${PROJECT}node_modules/vite`), 'run `cargo xtask setup`: tests/consumer lacks its packages')
  const folder = await mkdtemp(join(tmpdir(), 'tautline-consumer-'))
  process.on('exit', () => execFileSync('rm', ['-rf', folder]))
  await cp(PROJECT, folder, { recursive: true, verbatimSymlinks: true })
  const packed = execFileSync('npm', ['pack', join(DIST, 'npm'), '--pack-destination', folder, '--silent'], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? ''
  const place = join(folder, 'node_modules/tautline')
  await rm(place, { recursive: true, force: true })
  await mkdir(place)
  execFileSync('tar', ['-xzf', join(folder, packed), '-C', place, '--strip-components=1'])
  execFileSync(process.execPath, [TSC, '-p', folder], { stdio: 'inherit' })
  execFileSync(process.execPath, [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: folder, stdio: 'inherit' })
  built = join(folder, 'dist')
})

for (const [name, what] of [['index', 'all inside'], ['slim', 'the core as a file, a definition that was not compiled']]) {
  test(`${what}: the whole way under a strict policy, and nothing asked for after it began`, async t => {
    const server = await startServer({ root: built })
    t.after(() => server.close())
    const { page, errors } = await browser.page(t)
    await page.goto(`${server.url}${name}.html`)
    await start(page)
    await page.waitForLoadState('networkidle')
    await answerAll(page)
    const asked = server.requests.length
    await press(page, 'See the result')
    await page.locator('.report-title').waitFor()
    assert.match(await page.title(), /^bt-synchronization \d+\.\d{3} 31$/)
    await press(page, 'Share or compare')
    await page.getByLabel('Link to this result').waitFor()
    assert.equal(server.requests.length, asked)
    assert.ok(server.requests.every(({ status }) => status === 200), JSON.stringify(server.requests))
    assert.deepEqual(errors, [])
  })
}

test('what the manifest names is in the package', async () => {
  const { default: manifest } = await import(join(DIST, 'npm/package.json'), { with: { type: 'json' } })
  for (const [name, target] of Object.entries(manifest.exports)) {
    for (const path of Object.values(typeof target === 'string' ? { target } : target)) {
      if (!path.includes('*')) assert.ok(existsSync(join(DIST, 'npm', path)), `${name}: ${path}`)
    }
  }
  const { default: elements } = await import(join(DIST, 'npm/custom-elements.json'), { with: { type: 'json' } })
  assert.deepEqual(elements.modules.map((/** @type {{path: string}} */ { path }) => existsSync(join(DIST, 'npm', path))), [true])
})
