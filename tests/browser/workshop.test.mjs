// The page of a workshop: one person after the other, unseen, on one device or from phone to phone, then the group for all.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { isFirefox, launch } from './harness/browser.mjs'
import { partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { THREADS, onlyThreadBlocked, startStrict } from './harness/strict.mjs'
import { answer, expectAnswered, fileAfter, menu, noteFiles, press } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */

const worked = JSON.parse(readFileSync(new URL('../vectors/worked-examples.json', import.meta.url), 'utf8'))
const [three] = worked.groups
/** The worked sheet `cio`, as the vectors of links have it. */
const CIO = '1A9yCIIBbENkZainrzV03cYHQjWjDnkxdIn6snGC'
/** Nothing answered, likewise. */
const NOTHING = '10000000000000000000000000003psTge9wi1Dz'
const FOREIGN = '1000000000000000aGagpDFP7i0'

const { browser, server } = await shared()

/** @param {string} name */
function document(name) {
  const sheet = worked.sheets.find((/** @type {any} */ one) => one.name === name)
  return { instrument: 'bt-synchronization', version: '1.0', role: sheet.role, answers: sheet.answers }
}

/** @param {Page} page @param {string} [hash] */
async function opened(page, hash = '', url = server.url) {
  await page.addInitScript(noteFiles)
  await page.goto(`${url}workshop.html${hash}`)
  await page.locator('.tally').waitFor()
}

/** @param {Page} page @param {string} sentence */
const tally = (page, sentence) => page.locator('.tally').getByText(sentence, { exact: true }).waitFor()

/** Sits down and answers with a file up to the review, or to the end. @param {Page} page @param {string} name */
async function sit(page, name, end = true) {
  await page.getByRole('button', { name: /^Seat \d+: begin|^Number \d+ answers/ }).click()
  await page.locator('.intro').waitFor()
  const choosing = page.waitForEvent('filechooser')
  await menu(page, 'Open an answers file')
  await (await choosing).setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document(name))) })
  await page.getByText('Answers file opened').first().waitFor()
  if (end) await done(page)
}

/** @param {Page} page */
async function done(page) {
  await page.getByRole('button', { name: /^See the result/ }).click()
  await page.getByText('Thank you. Your answers are in.').waitFor()
}

/** Presses a button that asks whether it is meant. @param {Page} page @param {string} name @param {string} sure */
async function twice(page, name, sure) {
  await press(page, name)
  await press(page, sure)
}

/** @param {Page} page */
async function reveal(page) {
  await twice(page, 'Reveal together', 'Is everybody looking? Reveal')
  await page.locator('.part-items').waitFor()
}

/** @param {Page} page @param {string} [name] */
async function startWith(page, name = 'Pass one device round') {
  await opened(page)
  await press(page, name)
  await page.locator('.between').waitFor()
}

/** The link that goes to the next phone. @param {Page} page */
async function relay(page) {
  if (!await page.locator('.pass[open]').count()) await page.locator('.pass summary').click()
  return page.getByLabel('Link with what was collected').inputValue()
}

/** Every record that the browser holds under any name. @param {Page} page @returns {Promise<any[]>} */
const records = page => page.evaluate(async () => {
  const stores = await indexedDB.databases()
  const kept = await Promise.all(stores.map(({ name = '' }) => new Promise(done => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database = /** @type {any} */ (target).result
      const all = [...database.objectStoreNames].flatMap(store => ['getAllKeys', 'getAll'].map(call => new Promise(read => {
        database.transaction(store).objectStore(store)[call]().onsuccess = (/** @type {any} */ event) => read(event.target.result)
      })))
      Promise.all(all).then(found => { database.close(); done(found.flat()) })
    }
  })))
  return kept.flat()
})

/** What a person sees or a script reads, but for the database. @param {Page} page */
const readable = page => page.evaluate(() => {
  const all = (/** @type {Document | ShadowRoot} */ root) => /** @type {string} */ ([...root.querySelectorAll('*')]
    .map(one => `${[...one.attributes].map(({ value }) => value)} ${/** @type {any} */ (one).value ?? ''} ${one.shadowRoot ? all(one.shadowRoot) : ''}`).join(' ') + root.textContent)
  return JSON.stringify([all(globalThis.document), location.href, history.state, { ...localStorage }, { ...sessionStorage }, globalThis.document.cookie])
})

/** An answer of the sheets in words, and the title of a result: neither is seen before the reveal. */
const ANSWERS = ['Speed at creating new value', 'report-title', '"DT1"', 'The roadmap shifts every quarter']

/** Between two people nothing of an answer is there: not on the page, not in a store. @param {Page} page */
async function blind(page) {
  const held = await readable(page)
  for (const words of ANSWERS) assert.ok(!held.includes(words), words)
  assert.equal(await page.locator('taut-line').count(), 0)
  await erased(page, 'workshop')
  assert.deepEqual(await records(page), [])
}

/** Erasing goes on in the background: looks until no record has such a name. @param {Page} page @param {string} name */
async function erased(page, name) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (!JSON.stringify(await records(page)).includes(name)) return
  }
  assert.fail(`records are left: ${JSON.stringify(await records(page))}`)
}

/** The tokens that this tab keeps. @param {Page} page @returns {Promise<string[]>} */
const kept = page => page.evaluate(() => JSON.parse(sessionStorage.getItem('tautline-workshop-bt-synchronization') ?? '{"tokens":[]}').tokens)

/** @param {number} value */
const whole = value => String(Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9)).replace('-', '\u2212')

/** An item of the revealed group: spread, answers, average. @param {Page} page @param {string} id */
async function figures(page, id) {
  const rest = page.locator('details:not([open]) > summary').getByText(/more questions$/)
  if (await rest.count()) await rest.click()
  const row = page.locator(`.questions > [data-item="${id}"]`)
  return Promise.all(['.spread dd', '.answers dd', '.average dd'].map(name => row.locator(name).innerText()))
}

test('three on one device: counted and unseen, through a reload, a seat left and one taken back, to the group', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page)
  await page.getByLabel('How many are you?').fill('4')
  await press(page, 'Pass one device round')
  await page.getByRole('heading', { name: 'The first person, please' }).waitFor()
  await tally(page, '0 of 4 have answered')
  await sit(page, 'cio')
  await page.getByRole('heading', { name: 'Seat 2: hand the device over' }).waitFor()
  await tally(page, '1 of 4 have answered')
  await blind(page)
  assert.deepEqual(await kept(page), [CIO])

  // the second begins with an empty sheet, and a reload loses neither what was collected nor what was begun
  await press(page, 'Seat 2: begin')
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  assert.ok(await page.getByRole('radio', { name: 'Leave it open' }).isChecked())
  await press(page, 'Start')
  await expectAnswered(page, 0)
  await answer(page, 'DT3', 4)
  await page.getByText('Saved in your browser, not on our servers.').waitFor()
  await page.reload()
  await page.getByText('Seat 2 has begun and is not finished.').waitFor()
  await tally(page, '1 of 4 have answered')
  await press(page, 'Go on')
  await expectAnswered(page, 1)
  await page.reload()
  await press(page, 'Delete it and start afresh')
  await press(page, 'Start')
  await expectAnswered(page, 0)
  await answer(page, 'DT3', 4)
  await page.getByText('Saved in your browser, not on our servers.').waitFor()
  await twice(page, 'Leave without answering', 'Really leave? Answers are deleted')
  await page.getByText('This seat was left without answers.').waitFor()
  await tally(page, '1 of 4 have answered, one does not')
  await blind(page)

  await sit(page, 'all_best')
  await tally(page, '2 of 4 have answered, one does not')
  await twice(page, 'Take the last answers back', 'Really take them back? They are deleted')
  await tally(page, '1 of 4 have answered, one does not')
  assert.deepEqual(await kept(page), [CIO])
  assert.equal(await page.getByRole('button', { name: 'Take the last answers back' }).count(), 0)
  await sit(page, 'ceo')
  await page.getByText('The group is shown from 3 on. One more person is needed.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Reveal together' }).count(), 0)
  await sit(page, 'all_middle')
  await page.getByRole('heading', { name: 'All seats are done' }).waitFor()
  await blind(page)
  const tokens = await kept(page)
  assert.deepEqual(tokens, [...tokens].sort())

  await reveal(page)
  await page.getByText('3 results', { exact: true }).waitFor()
  for (const { id, ad, n, mean } of three.expected.items.slice(0, 12)) {
    assert.deepEqual(await figures(page, id), [whole(ad * 25), String(n), `${whole(mean)} (of ${n})`], id)
  }
  // spread comes before averages
  const order = await page.locator('.figures section').evaluateAll(all => all.map(one => one.className))
  assert.ok(order.findIndex(name => name.includes('part-items')) < order.findIndex(name => name.includes('part-scales')))
  const csv = (await fileAfter(page, () => press(page, 'Save CSV'))).text
  assert.match(csv, /\r\nall,group,results,,,3,/)

  if (!isFirefox) {
    // on paper there is the group and nothing to press; Firefox takes no emulated paper here
    await page.emulateMedia({ media: 'print' })
    const seen = await Promise.all(['.report-title', '.part-items', '.bar', '.state', '.part-export .actions'].map(name => page.locator(name).first().isVisible()))
    assert.deepEqual(seen, [true, true, false, false, false])
    await page.emulateMedia({ media: 'screen' })
  }
  await press(page, 'Back to the seats')
  await twice(page, 'End the workshop', 'Delete what was collected and end?')
  await tally(page, 'Nobody has answered yet')
  assert.equal(await page.evaluate(() => sessionStorage.length), 0)
  await page.reload()
  await page.getByRole('button', { name: 'Pass one device round' }).waitFor()
  assert.deepEqual(errors, [])
})

test('who goes back in the browser meets the same screen, and nobody\'s answers', async t => {
  // Firefox tells its driver nothing of a page that it brings back as it was
  const own = await launch({ prefs: { 'browser.sessionhistory.max_total_viewers': 0 } })
  t.after(() => own.close())
  const { page } = await own.page(t)
  await startWith(page)
  await sit(page, 'cio')
  await page.goto(`${server.url}404.html`)
  await page.goBack()
  await page.getByRole('heading', { name: 'Seat 2: hand the device over' }).waitFor()
  await tally(page, 'One has answered')
  await blind(page)
})

test('two who answer alike are two', async t => {
  const { page } = await browser.page(t)
  await startWith(page)
  for (const name of ['cio', 'ceo', 'cio']) await sit(page, name)
  await tally(page, '3 have answered')
  await reveal(page)
  await page.getByText('3 results', { exact: true }).waitFor()
  // DT1 by hand: 55, 50 and 55 points; counted once it would be 53 of 2 with a spread of 3
  assert.deepEqual(await figures(page, 'DT1'), ['2', '3', '53 (of 3)'])
  await page.getByText('3 results, 0 doubled, 0 not readable').waitFor()
})

test('from phone to phone: each sees a number and nothing else, and the last link brings the group', async t => {
  const all = []
  const { page: lead } = await browser.page(t)
  await startWith(lead, 'Everyone on an own phone')
  await lead.getByRole('img', { name: 'Code for the camera of the next phone' }).waitFor()
  let link = await relay(lead)
  assert.equal(link, `${server.url}workshop.html#w=0`)
  for (const [n, name] of three.members.entries()) {
    const { page, errors } = await browser.page(t)
    await opened(page, new URL(link).hash)
    all.push(errors)
    await page.getByRole('heading', { name: `You are number ${n + 1}` }).waitFor()
    assert.equal(page.url(), `${server.url}workshop.html`)
    await tally(page, ['Nobody has answered yet', 'One has answered', '2 have answered'][n])
    await blind(page)
    await page.reload()
    await page.getByRole('heading', { name: `You are number ${n + 1}` }).waitFor()
    await sit(page, name)
    await page.getByRole('heading', { name: `Now number ${n + 2}` }).waitFor()
    await page.getByRole('img', { name: 'Code for the camera of the next phone' }).waitFor()
    await blind(page)
    // who has answered here is not asked again
    await page.reload()
    await page.getByRole('heading', { name: `Now number ${n + 2}` }).waitFor()
    link = await relay(page)
    const [count, ...tokens] = link.split('#w=')[1]?.split('.') ?? []
    assert.deepEqual([Number(count), tokens.length], [n + 1, n + 1])
    assert.deepEqual(tokens, [...tokens].sort())
  }
  // in the tab where it began, as pasting it into the address bar does
  await lead.evaluate(to => { location.href = to }, link)
  await tally(lead, '3 have answered')
  assert.equal(lead.url(), `${server.url}workshop.html`)
  await reveal(lead)
  assert.deepEqual(await figures(lead, 'DS3'), ['17', '3', '25 (of 3)'])
  assert.deepEqual(all, [[], [], []])
})

test('ways that part and meet again count nobody twice, and nobody is lost', async t => {
  const { page } = await browser.page(t)
  await opened(page, `#w=2.${CIO}.${CIO}`)
  await tally(page, '2 have answered')
  const follow = (/** @type {string} */ hash) => page.evaluate(to => { location.hash = to }, hash)
  await follow(`w=3.${CIO}.${CIO}.${NOTHING}`)
  await page.getByText('One more was added. What both held counts once.').waitFor()
  await tally(page, '3 have answered')
  await follow(`w=2.${CIO}.${NOTHING}`)
  await page.getByText('Nothing new came').waitFor()
  await tally(page, '3 have answered')
  // what comes while somebody answers leaves them alone
  await press(page, 'Seat 4: begin')
  await press(page, 'Start')
  await follow(`w=4.${CIO}.${CIO}.${CIO}.${NOTHING}`)
  await tally(page, '4 have answered')
  await expectAnswered(page, 0)
  // a file of it opens here and is of single links
  await twice(page, 'Leave without answering', 'Really leave? Answers are deleted')
  const { text } = await fileAfter(page, () => press(page, 'Save as a file'))
  assert.deepEqual(text.trim().split('\n').map(line => line.split('#r=')[1]), [CIO, CIO, CIO, NOTHING].sort())
  const { page: other } = await browser.page(t)
  await opened(other)
  await other.getByText('Add what another device has collected').click()
  await other.locator('input[type=file]').setInputFiles({ name: 'workshop.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await tally(other, '4 have answered')
})

test('with two there are two links to put side by side, and no group', async t => {
  const { page } = await browser.page(t)
  await startWith(page)
  await sit(page, 'cio')
  await page.getByText('The group is shown from 3 on. 2 more people are needed.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Show the two links' }).count(), 0)
  await sit(page, 'ceo')
  assert.ok(!(await readable(page)).includes('#r='))
  await twice(page, 'Show the two links', 'Have both finished? Show the links')
  const [first, second] = await Promise.all([1, 2].map(n => page.getByLabel(`Result ${n} of 2`).inputValue()))
  const { page: pair } = await browser.page(t)
  await pair.goto(first)
  await pair.locator('.report-title').waitFor()
  await press(pair, 'Share or compare')
  await pair.getByLabel('Link of the other result').fill(second)
  await press(pair, 'Side by side')
  await pair.getByRole('heading', { name: 'Two views side by side' }).waitFor()
})

test('a link that was mangled says how, and nothing of it is taken', async t => {
  const { page, errors } = await browser.page(t)
  await startWith(page)
  await sit(page, 'ceo')
  for (const [hash, why] of /** @type {const} */ ([
    [`w=2.${CIO}`, 'A part of the link is missing.'],
    [`w=2.${CIO}.${NOTHING.slice(0, 30)}`, 'A part of the link is missing.'],
    [`w=2.${CIO}.${NOTHING.slice(0, 4)}`, 'A part of the link is missing.'],
    [`w=2.${CIO}.${NOTHING.slice(0, 20)}X${NOTHING.slice(21)}`, 'The link is damaged'],
    [`w=1.${FOREIGN}`, 'The link belongs to another assessment.'],
    [`w=501${`.${CIO}`.repeat(501)}`, 'There is no room for more results.'],
  ])) {
    await page.evaluate(to => { location.hash = to }, hash)
    await page.getByText('The link was not opened, and nothing of it was added.').waitFor()
    await page.getByText(why).waitFor()
    assert.equal(page.url(), `${server.url}workshop.html`)
    await press(page, 'Close')
    await tally(page, 'One has answered')
  }
  // what mail and messengers do without harm
  for (const [n, hash] of [`#w=1.${CIO}.`, `?w=1.${CIO}&fbclid=x`, `#w=1%2E${CIO}`, `#w=1.${CIO})`].entries()) {
    const { page: other } = await browser.page(t)
    await opened(other, hash)
    await tally(other, 'One has answered')
    assert.ok(!other.url().includes(CIO), String(n))
  }
  await page.getByText('Add what another device has collected').click()
  await page.getByLabel('Link, or text with links').fill('nothing at all')
  await press(page, 'Add')
  await page.getByText('There is no link in this text.').waitFor()
  assert.deepEqual(errors, [])

  const body = readFileSync(new URL('../../www/404.html', import.meta.url))
  const lost = await startServer({ change: path => (/html[#%]/.test(path) ? { status: 404, headers: { 'Content-Type': 'text/html' }, body } : undefined) })
  t.after(() => lost.close())
  await page.goto(`${lost.url}workshop.html%23w=1.${CIO}`)
  await tally(page, 'One has answered')
})

test('a code holds as many as it says, and beyond that there are the link and the file', async t => {
  const { page } = await browser.page(t)
  const room = Math.floor((2331 - `${server.url}workshop.html#w=000`.length) / 41)
  const code = page.getByRole('img', { name: 'Code for the camera of the next phone' })
  await opened(page, `#w=${room}${`.${CIO}`.repeat(room)}`)
  const link = await relay(page)
  await code.waitFor()
  await page.getByText(`A code has room for ${room} sheets.`).waitFor()
  assert.equal(link.length, `${server.url}workshop.html#w=${room}`.length + 41 * room)
  await page.evaluate(to => { location.hash = to }, `w=${room + 1}${`.${CIO}`.repeat(room + 1)}`)
  await page.getByText('One more was added.').waitFor()
  assert.equal((await relay(page)).length, link.length + 41)
  await page.getByText(`The code is full: it has room for ${room} sheets.`).waitFor()
  assert.equal(await code.count(), 0)
})

test('where nothing may be kept it says so, warns before it is left, and goes on to the group', async t => {
  const { page, errors } = await browser.page(t)
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('denied', 'SecurityError') } })
    }
  })
  await startWith(page)
  await page.getByText('a reload loses what was collected').waitFor()
  for (const name of three.members) await sit(page, name)
  await reveal(page)
  assert.deepEqual(await figures(page, 'DS3'), ['17', '3', '25 (of 3)'])
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  assert.equal(dialog.type(), 'beforeunload')
  await dialog.dismiss()
  await tally(page, '3 have answered')
  assert.deepEqual(errors, [])
})

test('what cannot be erased is told', async t => {
  const { page } = await browser.page(t)
  await startWith(page)
  await page.evaluate(() => { IDBObjectStore.prototype.delete = () => { throw new DOMException('broken', 'UnknownError') } })
  await sit(page, 'cio')
  await page.getByText('could not be deleted, so it may still be there').waitFor()
})

test('a seat that was left with the tab is erased by the next workshop, and the own answers of the browser stay', async t => {
  const { page, context } = await browser.page(t)
  await page.goto(server.url)
  await press(page, 'Start')
  await answer(page, 'DT1', 28)
  await page.getByText('Saved in your browser, not on our servers.').waitFor()
  await startWith(page)
  await press(page, 'Seat 1: begin')
  await press(page, 'Start')
  await expectAnswered(page, 0)
  await answer(page, 'DT3', 4)
  await page.getByText('Saved in your browser, not on our servers.').waitFor()
  await page.close()
  const next = await context.newPage()
  await opened(next)
  await erased(next, 'workshop')
  await next.goto(server.url)
  await expectAnswered(next, 1)
})

for (const [name, policy, blocked] of THREADS) test(`under the hardest policy ${name} it works, and asks for nothing once it is loaded`, async t => {
  const strict = await startStrict('workshop.html', policy)
  t.after(() => strict.close())
  const { page } = await browser.page(t)
  await opened(page, '', strict.url)
  const before = strict.requests.length
  await press(page, 'Pass one device round')
  for (const name of three.members) await sit(page, name)
  await reveal(page)
  assert.equal(strict.requests.length, before)
  await onlyThreadBlocked(page, blocked)
})

test('the release has the page, with a policy of its own and nothing inline', async t => {
  const release = await startServer({ root: 'dist' })
  t.after(() => release.close())
  const { page, errors } = await browser.page(t)
  await opened(page, '', release.url)
  const html = readFileSync(new URL('../../dist/workshop.html', import.meta.url), 'utf8')
  assert.match(html, /Content-Security-Policy/)
  assert.doesNotMatch(html, /<style|<script[^>]*>[^<]|unsafe-inline/)
  await press(page, 'Pass one device round')
  for (const name of three.members) await sit(page, name)
  await reveal(page)
  assert.deepEqual(await figures(page, 'DS3'), ['17', '3', '25 (of 3)'])
  const paths = [...new Set(release.requests.map(({ path }) => path))].filter(path => !/icon/.test(path)).sort()
  assert.deepEqual(paths, [
    ...[
      'group-worker.js', 'index.css', 'instrument.json', 'pkg/group_bg.wasm', 'pkg/tautline_bg.wasm', 'pkg/together_bg.wasm',
      'texts/en-group.json', 'texts/en-together.json', 'texts/en-workshop.json', 'texts/en.json', 'together.js', 'workshop.js',
    ].map(name => `/${partsOf()}/${name}`), '/workshop.html',
  ].sort())
  await page.goto(`${release.url}group.html`)
  await page.getByRole('link', { name: /the workshop/ }).click()
  await tally(page, '3 have answered')
  assert.deepEqual(errors, [])
})

test('nothing stands in the way of those who listen, have little room or use keys', async t => {
  const { page } = await browser.page(t, { viewport: { width: 320, height: 640 } })
  const fits = async () => {
    assert.deepEqual(await violations(page), [])
    assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth))
  }
  const focused = () => page.evaluate(() => globalThis.document.querySelector('taut-workshop')?.shadowRoot?.activeElement?.textContent)
  await opened(page)
  await page.getByText('Add what another device has collected').click()
  await fits()
  await page.getByRole('button', { name: 'Everyone on an own phone' }).focus()
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'The first person, please')
  await fits()
  await page.getByRole('button', { name: 'Number 1 answers on this device' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.intro').waitFor()
  assert.equal(await focused(), 'Seat 1')
  await fits()
  await page.keyboard.press('Shift+Tab')
  assert.equal(await focused(), 'Leave without answering')
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'Really leave? Answers are deleted')
  // what was not meant goes away with the focus
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  assert.equal(await focused(), 'Leave without answering')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'Now number 2')
  for (const name of three.members) await sit(page, name)
  await page.locator('.between details').evaluateAll(all => { for (const one of all) /** @type {HTMLDetailsElement} */ (one).open = true })
  await fits()
  await reveal(page)
  assert.equal(await focused(), 'Where a group sees things differently')
  await fits()
})
