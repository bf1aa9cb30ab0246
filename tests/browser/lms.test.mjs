// The packages in a learning system: what they hand over, what they bring back, and what happens when it fails.
// The other side is scorm-again, in a player made like Moodle's; what is expected comes from the worked examples.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { scoreOf } from '../../www/embed/lms/score.js'
import { clock, iso } from '../../www/embed/lms/versions.js'
import { NAME } from './harness/hosts.mjs'
import { DIST } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { untilKept } from './harness/stores.mjs'
import { answer, answerAll, expectAnswered, fileAfter, menu, noteFiles, press, savedFile, start } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'1.2' | '2004'} Version */

const run = promisify(execFile)
/** @param {string} path */
const at = path => fileURLToPath(new URL(path, import.meta.url))
const program = join(DIST, 'tautline')
/** @param {string} path */
const json = async path => JSON.parse(await readFile(at(path), 'utf8'))
const worked = (await json('../vectors/worked-examples.json')).sheets.find((/** @type {any} */ { name }) => name === 'cio')
const words = await json('../../www/texts/en-embed.json')
const again = await readFile(at('node_modules/scorm-again/dist/scorm-again.min.js'))

const VERSIONS = /** @type {const} */ (['1.2', '2004'])
/** What the two call the same things, from their specifications. */
const NAMES = {
  '1.2': { status: 'cmi.core.lesson_status', location: 'cmi.core.lesson_location', score: 'cmi.core.score', time: 'cmi.core.session_time', exit: 'cmi.core.exit', learner: 'cmi.core.student_id', end: 'LMSFinish', commit: 'LMSCommit', set: 'LMSSetValue' },
  2004: { status: 'cmi.completion_status', location: 'cmi.location', score: 'cmi.score', time: 'cmi.session_time', exit: 'cmi.exit', learner: 'cmi.learner_id', end: 'Terminate', commit: 'Commit', set: 'SetValue' },
}

/** The files of a package. @param {string} folder of a bundle @param {string} id @param {Version} version */
const unpacked = async (folder, id, version) => unzipSync(new Uint8Array(await readFile(join(folder, `lms/${id}-scorm${version.replace('.', '')}.zip`))))
const packages = Object.fromEntries(await Promise.all(VERSIONS.map(async version => [version, await unpacked(DIST, NAME, version)])))

const { browser, server } = await shared({ root: at('../hosts'), change: content })

/** Serves the packages in folders of their version. @param {string} path */
function content(path) {
  if (path === '/scorm-again.js') return { body: again, headers: { 'Content-Type': 'text/javascript' } }
  const [, version = '', name = ''] = /^\/([\d.]+)\/(.+)$/.exec(path) ?? []
  const body = packages[version]?.[name]
  return body && { body, headers: { 'Content-Type': 'text/html' } }
}

/**
 * Opens a player and the package in it. A page of its own for each: nothing is kept here but what is given.
 * @param {import('node:test').TestContext} t @param {Version | ''} version empty: the player is none
 * @param {{earlier?: object, broken?: string, content?: string}} [options] `earlier`: what an earlier session has left
 */
async function player(t, version, { earlier = {}, broken = '', content = `./${version || '1.2'}/index.html` } = {}) {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(noteFiles)
  await page.addInitScript(values => { if (self === top && location.protocol === 'http:') sessionStorage['earlier'] ??= values }, JSON.stringify(earlier))
  await page.goto(`${server.url}scorm-player.html?${new URLSearchParams({ ...version && { version }, broken, content })}`)
  return { page, errors, frame: await framed(page) }
}

/** What the system will have from earlier when the player is loaded again. @param {Page} page @param {object} earlier */
const keeps = (page, earlier) => page.evaluate(values => { sessionStorage['earlier'] = values }, JSON.stringify(earlier))

/** The package in its frame, when its first screen is there. @param {Page} page */
async function framed(page) {
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  assert.ok(frame)
  await frame.locator('.taut').waitFor()
  return asPage(frame)
}

/** What the ways through the widget ask of a page. @param {Frame} frame @returns {Page & Frame} */
const asPage = frame => /** @type {any} */ (frame)

/** A value as the system has it now. @param {Page} page @param {string} name */
const value = (page, name) => page.evaluate(path => path.split('.').slice(1).reduce((at, key) => at[key], /** @type {any} */ (globalThis).player.system.cmi), name)
/** Waits for a value. @param {Page} page @param {string} name @param {string} pattern */
const until = (page, name, pattern) => page.waitForFunction(([path, pattern]) => RegExp(pattern)
  .test(path.split('.').slice(1).reduce((at, key) => at[key], /** @type {any} */ (globalThis).player.system.cmi)), /** @type {const} */ ([name, pattern]))
/** All calls so far, each with its arguments and the answer. @param {Page} page @returns {Promise<string[][]>} */
const calls = page => page.evaluate(() => /** @type {any} */ (globalThis).player.calls)
/** Waits for a call. @param {Page} page @param {string} name @param {number} [n] how many there are at least */
const called = (page, name, n = 1) => page.waitForFunction(([name, n]) => /** @type {any} */ (globalThis).player.calls
  .filter((/** @type {string[]} */ [call]) => call === name).length >= n, /** @type {const} */ ([name, n]))
/** Lets the system fail from now on, or no longer. @param {Page} page @param {string} broken */
const fail = (page, broken) => page.evaluate(broken => { /** @type {any} */ (globalThis).player.broken = broken }, broken)
/** What is said above the widget. @param {Frame} frame */
const said = frame => frame.locator('main > [role=status]').innerText()
/** The answers here. @param {Frame} frame */
const answersOf = async frame => JSON.parse((await savedFile(asPage(frame))).text)
/** Leaves the package as the player does when somebody goes on. @param {Page} page */
const leave = async page => {
  await page.locator('iframe').evaluate(frame => { /** @type {HTMLIFrameElement} */ (frame).src = 'about:blank' })
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.URL === 'about:blank')
}
/** Has the whole sheet answered and the result shown. @param {Page & Frame} frame */
async function wholeRun(frame) {
  await start(frame)
  await answerAll(frame, worked.answers)
  await press(frame, 'See the result')
  await frame.locator('.report-title').waitFor()
}

for (const version of VERSIONS) {
  const names = NAMES[version]

  test(`SCORM ${version}: the manifest says what the specification demands`, async t => {
    const files = packages[version]
    assert.deepEqual(Object.keys(files).sort(), ['imsmanifest.xml', 'index.html'])
    assert.ok(files['index.html'].byteLength <= 150_000, `${files['index.html'].byteLength}`)
    t.diagnostic(`index.html of SCORM ${version}: ${files['index.html'].byteLength} bytes`)
    const { page } = await browser.page(t)
    const manifest = await page.evaluate(read, strFromU8(files['imsmanifest.xml']))
    const [packaging, additions, kind] = version === '1.2'
      ? ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.adlnet.org/xsd/adlcp_rootv1p2', 'scormtype']
      : ['http://www.imsglobal.org/xsd/imscp_v1p1', 'http://www.adlnet.org/xsd/adlcp_v1p3', 'scormType']
    assert.deepEqual(manifest, {
      space: packaging, schema: 'ADL SCORM', version: version === '1.2' ? '1.2' : '2004 4th Edition', ids: 4, used: 4,
      titles: Array(2).fill('Business-Technology Synchronization Check'), organized: true, item: true,
      resource: { type: 'webcontent', href: 'index.html', files: ['index.html'], kind: `${additions} ${kind} sco` },
      success: version === '1.2' ? undefined : 'true true', mastery: 0,
    })
  })

  test(`SCORM ${version}: a whole run arrives, with the score of the worked example`, async t => {
    const { page, frame, errors } = await player(t, version)
    const asked = server.requests.length
    assert.equal(await value(page, names.status), 'incomplete')
    await frame.getByText(words.lms_private).waitFor()
    await wholeRun(frame)
    const { value: index } = worked.expected.index
    assert.equal(Number(await value(page, `${names.score}.raw`)), Number(index.toFixed(2)))
    assert.equal(Number(await value(page, `${names.score}.min`)), 0)
    assert.equal(Number(await value(page, `${names.score}.max`)), 100)
    assert.equal(await value(page, names.status), 'completed')
    assert.ok((await calls(page)).some(([call, name, to]) => call === names.set && name === names.exit && to === 'suspend'))
    assert.equal(await value(page, names.location), '9')
    if (version === '2004') {
      assert.equal(Number(await value(page, 'cmi.score.scaled')), Number((index / 100).toFixed(4)))
      assert.equal(await value(page, 'cmi.success_status'), 'unknown')
      assert.equal(Number(await value(page, 'cmi.progress_measure')), 1)
    }
    // the token is the one that the command line makes of the same answers
    const token = await tokenOf(t, (await answersOf(frame)))
    assert.equal(await value(page, 'cmi.suspend_data'), token)
    assert.deepEqual((await calls(page)).filter(call => ![true, 'true'].includes(/** @type {string} */ (call.at(-1))) && call[0] === names.set), [])
    assert.equal((await calls(page)).at(-1)?.[0], names.commit)
    assert.equal(await said(frame), '')
    assert.deepEqual(server.requests.slice(asked), [])
    assert.deepEqual(errors, [])
  })

  test(`SCORM ${version}: what was begun is brought back in a fresh profile`, async t => {
    const first = await player(t, version)
    await start(first.frame)
    for (const id of ['DT1', 'DT2', 'DT3']) await answer(first.frame, id, worked.answers[id])
    await called(first.page, names.commit)
    await until(first.page, 'cmi.suspend_data', '.')
    const kept = await value(first.page, 'cmi.suspend_data')
    const answers = (await answersOf(first.frame)).answers
    assert.deepEqual(Object.keys(answers), ['DT1', 'DT2', 'DT3'])
    if (version === '2004') assert.equal(Number(await value(first.page, 'cmi.progress_measure')), Math.floor(3 / 31 * 100) / 100)
    await leave(first.page)
    assert.equal(await value(first.page, names.status), 'incomplete')

    const second = await player(t, version, { earlier: { 'cmi.suspend_data': kept, [names.status]: 'incomplete' } })
    await second.frame.getByText(words.lms_resumed).waitFor()
    const brought = await answersOf(second.frame)
    assert.deepEqual([brought.answers, brought.role], [answers, 'cio'])
    assert.deepEqual([...first.errors, ...second.errors], [])
  })

  test(`SCORM ${version}: a session ends once, with the time that it took`, async t => {
    const before = Date.now()
    const { page, frame } = await player(t, version)
    const loaded = Date.now()
    await start(frame)
    await answer(frame, 'DT3', 4)
    await called(page, names.commit)
    await answer(frame, 'DT4', 2)
    await called(page, names.commit, 2)
    const atLeast = Date.now() - loaded
    await frame.evaluate(() => { for (let n = 0; n < 2; n++) dispatchEvent(new PageTransitionEvent('pagehide')) })
    await leave(page)
    const all = await calls(page)
    assert.equal(all.filter(([call]) => call === names.end).length, 1)
    assert.equal(all.at(-1)?.[0], names.end)
    const times = all.filter(([call, name]) => call === names.set && name === names.time).map(([, , time]) => seconds(version, String(time)))
    assert.equal(times.length, 3)
    assert.ok(times.every((time, n) => n === 0 || time >= Number(times[n - 1])), `${times}`)
    assert.ok(Number(times[2]) > Number(times[0]) && Number(times[2]) >= atLeast / 1000 && Number(times[2]) <= (Date.now() - before) / 1000, `${times}`)
  })

  test(`SCORM ${version}: a system that fails costs no answer, and says so`, async t => {
    for (const broken of ['false', 'throws']) {
      const { page, frame, errors } = await player(t, version, { broken })
      await frame.getByText(words.lms_failed).waitFor()
      await wholeRun(frame)
      assert.equal(await said(frame), words.lms_failed)
      assert.equal(await value(page, `${names.score}.raw`), '')
      assert.deepEqual((await answersOf(frame)).answers.DT1, worked.answers.DT1)
      await leave(page)
      assert.deepEqual(errors, [])
    }
  })

  test(`SCORM ${version}: a system that fails for a while is told about for that while`, async t => {
    const { page, frame } = await player(t, version)
    await start(frame)
    await fail(page, 'false')
    await answer(frame, 'DT3', 4)
    await frame.getByText(words.lms_failed).waitFor()
    await fail(page, '')
    await answer(frame, 'DT4', 2)
    await frame.getByText(words.lms_failed).waitFor({ state: 'detached' })
    assert.equal(await value(page, 'cmi.suspend_data'), await tokenOf(t, await answersOf(frame)))
  })

  test(`SCORM ${version}: what is kept may be anything; nothing here is lost`, async t => {
    const garbage = { sign: '{"<b>":"\u0000%', long: 'A1'.repeat(version === '1.2' ? 2_048 : 32_000), other: await otherToken(t), cut: `r=${await tokenOf(t, worked)}`.slice(0, -3) }
    for (const [name, kept] of Object.entries(garbage)) {
      const { page, frame, errors } = await player(t, version, { earlier: { 'cmi.suspend_data': kept } })
      assert.equal(await value(page, 'cmi.suspend_data'), kept, `${name}: the player takes it`)
      await start(frame)
      await answer(frame, 'DT3', 4)
      await called(page, names.commit)
      assert.deepEqual((await answersOf(frame)).answers, { DT3: 4 }, name)
      assert.equal(await said(frame), '', name)
      assert.equal(await value(page, 'cmi.suspend_data'), await tokenOf(t, await answersOf(frame)), name)
      assert.deepEqual(errors, [], name)
    }
  })
}

/** A manifest as a reader finds it. Runs in a page. @param {string} xml */
function read(xml) {
  const doc = new DOMParser().parseFromString(xml, 'application/xml')
  if (doc.querySelector('parsererror')) throw new Error(doc.documentElement.textContent ?? '')
  const one = (/** @type {string} */ selector) => {
    const found = doc.querySelectorAll(selector)
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} ${selector}`)
    return found[0]
  }
  const of = (/** @type {string} */ selector, /** @type {string} */ name) => one(selector).getAttribute(name)
  const ids = [...doc.querySelectorAll('[identifier]')].map(element => element.getAttribute('identifier') ?? '')
  const resource = one('manifest > resources > resource')
  const kind = [...resource.attributes].find(({ name }) => /:scormtype$/i.test(name))
  const control = doc.getElementsByTagNameNS('http://www.imsglobal.org/xsd/imsss', 'deliveryControls')[0]
  return {
    space: doc.documentElement.namespaceURI, schema: one('manifest > metadata > schema').textContent,
    version: one('manifest > metadata > schemaversion').textContent,
    ids: ids.filter(id => /^[A-Za-z_][\w.-]*$/.test(id)).length, used: new Set(ids).size,
    titles: [one('organization > title').textContent, one('organization > item > title').textContent],
    organized: of('manifest > organizations', 'default') === of('organizations > organization', 'identifier'),
    item: of('organization > item', 'identifierref') === resource.getAttribute('identifier'),
    resource: {
      type: resource.getAttribute('type'), href: resource.getAttribute('href'), kind: `${kind?.namespaceURI} ${kind?.localName} ${kind?.value}`,
      files: [...resource.querySelectorAll('file')].map(file => file.getAttribute('href')),
    },
    success: control && `${control.getAttribute('completionSetByContent')} ${control.getAttribute('objectiveSetByContent')}`,
    mastery: doc.getElementsByTagName('adlcp:masteryscore').length,
  }
}

/** @param {Version} version @param {string} time */
function seconds(version, time) {
  const [, hours, minutes, rest] = (version === '1.2' ? /^(\d{4}):(\d\d):(\d\d\.\d\d)$/ : /^PT(\d+)H(\d+)M([\d.]+)S$/).exec(time) ?? []
  assert.ok(rest, time)
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

/** A folder for this test. @param {import('node:test').TestContext} t */
async function folderFor(t) {
  const folder = await mkdtemp(join(tmpdir(), 'tautline-lms-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Answers as a file. @param {import('node:test').TestContext} t @param {any} document */
async function fileOf(t, { role, answers }) {
  const file = join(await folderFor(t), 'answers.json')
  await writeFile(file, JSON.stringify({ role, answers }))
  return file
}

/** The token of answers, from the command line. @param {import('node:test').TestContext} t @param {any} document @param {string} [definition] */
const tokenOf = async (t, document, definition = NAME) => (await run(program, ['link', 'encode', definition, await fileOf(t, document)])).stdout.trim()

/** A definition with nothing but questions for a number. @param {number} n @param {object} [more] */
const manyItems = (n, more = {}) => ({
  format: 1, id: 'many', version: '1.0', title: 'R & D <many> "numbers"', language: 'en', license: 'CC0-1.0', dont_know: 'No idea',
  items: Array.from({ length: n }, (_, i) => ({ id: `N${i}`, text: `Number ${i}?`, kind: { number: { min: 0, max: 1_000_000_000 } }, points: { curve: [[0, 0], [1_000_000_000, 100]] } })),
  pages: [{ title: 'All of it', items: Array.from({ length: n }, (_, i) => `N${i}`) }],
  scales: [{ id: 'all', title: 'All', higher: 'more', members: [{ item: 'N0' }], missing: { scored: 1 } }], ...more,
})

/** The token of other answers to something else. @param {import('node:test').TestContext} t */
async function otherToken(t) {
  const file = join(await folderFor(t), 'other.json')
  await writeFile(file, JSON.stringify(manyItems(3)))
  return tokenOf(t, { answers: { N0: 1, N1: 2, N2: 3 } }, file)
}

/** Serves the packages of a definition. @param {import('node:test').TestContext} t @param {object} definition @returns {Promise<string>} the path of the page */
async function bundled(t, definition) {
  const folder = await folderFor(t)
  const file = join(folder, 'definition.json')
  await writeFile(file, JSON.stringify(definition))
  await run(program, ['bundle', file, '--out', join(folder, 'out')])
  const files = await unpacked(join(folder, 'out'), 'many', '1.2')
  server.change(path => (path === '/many/index.html' ? { body: files['index.html'] ?? '', headers: { 'Content-Type': 'text/html' } } : content(path)))
  t.after(() => server.change(content))
  const { page } = await browser.page(t)
  const manifest = await page.evaluate(read, strFromU8(files['imsmanifest.xml'] ?? new Uint8Array()))
  assert.deepEqual(manifest.titles, Array(2).fill('R & D <many> "numbers"'))
  return './many/index.html'
}

test('answers that no link can hold stay in the browser, which is said; the score arrives all the same', async t => {
  const { page, frame, errors } = await player(t, '1.2', { content: await bundled(t, manyItems(450)) })
  await frame.getByText('450 questions').waitFor()
  const answers = Object.fromEntries(Array.from({ length: 449 }, (_, i) => [`N${i}`, 700_000_000 + i]))
  await frame.evaluate(given => { Object.assign(document.querySelector('taut-line') ?? {}, { answers: { instrument: 'many', version: '1.0', answers: given } }) }, answers)
  await frame.getByText('One question has no answer yet').waitFor()
  await frame.getByRole('button', { name: /^Number 449/ }).click()
  await answer(frame, 'N449', 5)
  await frame.getByText(words.lms_too_long).waitFor()
  await press(frame, 'Review')
  await press(frame, 'See the result')
  await frame.locator('.report-title').waitFor()
  assert.equal(await value(page, 'cmi.core.lesson_status'), 'completed')
  assert.equal(Number(await value(page, 'cmi.core.score.raw')), 70)
  assert.equal(await value(page, 'cmi.suspend_data'), '')
  assert.deepEqual((await answersOf(frame)).answers, { ...answers, N449: 5 })
  assert.deepEqual(errors, [])
})

test('what was answered here is not replaced by less', async t => {
  const { page, frame } = await player(t, '2004')
  await start(frame)
  for (const id of ['DT3', 'DT4', 'DS1']) {
    if (id === 'DS1') await press(frame, 'Next')
    await answer(frame, id, worked.answers[id])
  }
  await until(page, 'cmi.suspend_data', '.')
  const less = await tokenOf(t, { answers: { DT3: 1 } })
  const { answers } = await answersOf(frame)
  await keeps(page, { 'cmi.suspend_data': less })
  await page.reload()
  const back = await framed(page)
  // the system then gets what is here
  await until(page, 'cmi.suspend_data', await tokenOf(t, { role: 'cio', answers }))
  assert.deepEqual((await answersOf(back)).answers, answers)
  // and what is erased here is erased there
  await menu(back, 'Erase my answers')
  await press(back, 'Erase')
  await press(back, 'Really erase')
  await leave(page)
  assert.equal(await value(page, 'cmi.suspend_data'), '')
})

test('two people at one computer have answers of their own', async t => {
  const { page, frame } = await player(t, '1.2', { earlier: { 'cmi.core.student_id': 'anna' } })
  await start(frame)
  await answer(frame, 'DT3', 4)
  await untilKept(frame, 'DT3', 4)
  await leave(page)
  const as = async (/** @type {string} */ learner) => {
    await keeps(page, { 'cmi.core.student_id': learner })
    await page.reload()
    return framed(page)
  }
  // what is kept here was read before an answer can be kept
  const ben = await as('ben')
  await start(ben)
  await answer(ben, 'DT4', 2)
  await untilKept(ben, 'DT4', 2)
  assert.deepEqual((await answersOf(ben)).answers, { DT4: 2 })
  const anna = await as('anna')
  await expectAnswered(anna, 1)
  assert.deepEqual((await answersOf(anna)).answers, { DT3: 4 })
})

test('a package finds the system that opened its window, and one around a page of another origin', async t => {
  const { page } = await browser.page(t)
  await page.goto(`${server.url}scorm-player.html?version=2004&window&content=./2004/index.html`)
  const [opened] = await Promise.all([page.waitForEvent('popup'), press(page, 'Open the package')])
  await opened.locator('.taut').waitFor()
  await until(page, 'cmi.completion_status', '^incomplete$')
  await start(opened)
  await answer(opened, 'DT3', 4)
  await until(page, 'cmi.suspend_data', '.')

  const between = await startServer({ root: at('../hosts'), pages: { '/between.html': `<!doctype html><html lang="en"><title>Between</title><iframe title="Package" src="${server.url}1.2/index.html"></iframe>` } })
  t.after(() => between.close())
  const outer = await browser.page(t)
  await outer.page.goto(`${server.url}scorm-player.html?${new URLSearchParams({ version: '1.2', content: `${between.url}between.html` })}`)
  await until(outer.page, 'cmi.core.lesson_status', '^incomplete$')
  assert.deepEqual(outer.errors, [])
})

test('without a system it is a page of one file that says so', async t => {
  const { frame, errors } = await player(t, '')
  await frame.getByText(words.lms_missing).waitFor()
  await wholeRun(frame)
  assert.equal(await said(frame), words.lms_missing)
  assert.deepEqual(errors, [])
})

/** The statement that the page saves. @param {Frame} frame */
const statement = async frame => JSON.parse((await fileAfter(asPage(frame), () => press(asPage(frame), words.lms_statement))).text)
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

test('a result is saved as a statement of xAPI', async t => {
  const { frame } = await player(t, '1.2')
  await wholeRun(frame)
  const { id, timestamp, actor, result, ...rest } = await statement(frame)
  const { fingerprint } = JSON.parse((await run(program, ['score', NAME, await fileOf(t, worked)])).stdout).instrument
  const raw = Number(worked.expected.index.value.toFixed(2))
  assert.match(id, UUID)
  assert.ok(Math.abs(Date.parse(timestamp) - Date.now()) < 60_000)
  assert.deepEqual(actor, { objectType: 'Agent', name: words.lms_fill_in, account: { homePage: 'https://learning-system.example/', name: 'fill-in' } })
  assert.match(result.duration, /^PT\d+S$/)
  assert.deepEqual({ ...result, duration: 0 }, { score: { scaled: Number((raw / 100).toFixed(4)), raw, min: 0, max: 100 }, completion: true, duration: 0 })
  assert.deepEqual(rest, {
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
    object: {
      objectType: 'Activity', id: `urn:tautline:instrument:${NAME}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: { en: 'Business-Technology Synchronization Check' } },
    },
    context: { extensions: {
      'urn:tautline:instrument': NAME, 'urn:tautline:version': '1.0', 'urn:tautline:role': 'cio',
      'urn:tautline:fingerprint': fingerprint,
    } },
  })
  // of other answers there is none yet
  await press(frame, 'Back to the answers')
  for (const page of [9, 8]) {
    await press(frame, 'Back')
    await frame.getByText(`Page ${page} of`).waitFor()
  }
  await answer(frame, 'G1', 2)
  assert.equal(await frame.getByRole('button', { name: words.lms_statement }).count(), 0)
})

test('launched by cmi5 there are two statements: the completion that it defines, and the score beside it', async t => {
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example/', name: 'a7' } }
  const registration = '0f1d8d5e-3c1f-4c39-9d62-3a3a7d5f0001'
  const launch = new URLSearchParams({ endpoint: 'https://lms.example/xapi/', fetch: 'https://lms.example/fetch', actor: JSON.stringify(actor), registration, activityId: 'https://lms.example/activities/9' })
  const { frame, errors } = await player(t, '', { content: `./1.2/index.html?${launch}` })
  const asked = server.requests.length
  await wholeRun(frame)
  const [completed, scored, ...others] = await statement(frame)
  const category = (/** @type {string} */ name) => ({ objectType: 'Activity', id: `https://w3id.org/xapi/cmi5/context/categories/${name}` })
  assert.deepEqual(others, [])
  for (const one of [completed, scored]) assert.deepEqual([one.actor, one.object.id, one.context.registration], [actor, 'https://lms.example/activities/9', registration])
  assert.notEqual(completed.id, scored.id)
  assert.equal(completed.verb.id, 'http://adlnet.gov/expapi/verbs/completed')
  assert.deepEqual(Object.keys(completed.result).sort(), ['completion', 'duration'])
  assert.deepEqual(completed.context.contextActivities.category, [category('cmi5'), category('moveon')])
  assert.deepEqual([scored.result.score.raw, scored.context.contextActivities], [Number(worked.expected.index.value.toFixed(2)), undefined])
  assert.deepEqual([server.requests.slice(asked), errors], [[], []])
})

test('durations are written as each version wants them', () => {
  assert.deepEqual([0, 59.999, 3_725.5, 40_000_000].map(clock), ['0000:00:00.00', '0000:00:59.99', '0001:02:05.50', '9999:06:40.00'])
  assert.deepEqual([0, 59.999, 3_725.5, 40_000_000].map(iso), ['PT0H0M0S', 'PT0H0M59.99S', 'PT1H2M5.5S', 'PT11111H6M40S'])
})

test('which number is the score, the definition decides and not the answers', () => {
  /** @param {(number | null)[]} scales @param {number | null} [band] @param {number | null} [metric] @param {...any} composites */
  const of = (scales, band, metric, ...composites) => scoreOf(/** @type {any} */ ({
    scales: scales.map(value => ({ value, display: 'number' })), metrics: [{ id: 'far', value: 7 }, { id: 'share', value: metric, display: 'percent' }],
    report: { bands: band === undefined ? [] : [{ of: { value: band, display: 'number' } }] },
  }), { composites })
  const composites = [{ id: 'each', each: 'dimension', range: [0, 100] }, { id: 'far', range: [-5, 100] }, { id: 'open' }, { id: 'share', range: [0, 1] }]
  assert.equal(of([10, 20], 33.333333, 0.5, ...composites), 33.33)
  assert.equal(of([10, 20], null, 0.5, ...composites), undefined)
  assert.equal(of([10, 20], undefined, 0.5, ...composites), 50)
  assert.equal(of([10, 20], undefined, null, ...composites), undefined)
  assert.equal(of([10, 25]), 17.5)
  assert.equal(of([10, null]), undefined)
  assert.equal(of([]), undefined)
  assert.equal(of([10], 140), undefined)
})

test('two builds of a package are the same', async t => {
  const folder = await folderFor(t)
  await run(program, ['bundle', NAME, '--out', folder])
  for (const version of VERSIONS) {
    const name = `lms/${NAME}-scorm${version.replace('.', '')}.zip`
    assert.ok((await readFile(join(folder, name))).equals(await readFile(join(DIST, name))), name)
  }
})
