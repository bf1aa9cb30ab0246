// The page of a group: links and answers in, what may be shown of them out, and nothing that was not asked for.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { partsOf } from './harness/release.mjs'
import { startServer } from './harness/server.mjs'
import { THREADS, onlyThreadBlocked, startStrict } from './harness/strict.mjs'
import { fileAfter, noteFiles } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */

const worked = JSON.parse(readFileSync(new URL('../vectors/worked-examples.json', import.meta.url), 'utf8'))
const [three, nine, six] = worked.groups
/** The tokens of the worked groups' members, as the vectors of links have them made. @type {{[name: string]: string}} */
let tokens

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser
/** @type {Awaited<ReturnType<typeof startServer>>} */ let server
before(async () => {
  browser = await launch()
  server = await startServer({ pages: { '/core': '<!doctype html><html lang="en"><title>Core</title>' } })
  tokens = await linked(worked.sheets.filter((/** @type {any} */ { name }) => [...three.members, ...nine.members, ...six.members].includes(name)))
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** The answers document of a worked sheet, in another role if one is given. @param {string} name @param {string} [role] */
function document(name, role) {
  const sheet = worked.sheets.find((/** @type {any} */ one) => one.name === name)
  return { instrument: 'bt-synchronization', version: '1.0', role: role ?? sheet.role, answers: sheet.answers }
}

/** @param {any[]} sheets @returns {Promise<{[name: string]: string}>} */
async function linked(sheets) {
  const { page, context } = await browser.page()
  await page.goto(`${server.url}core`)
  const made = await page.evaluate(async sheets => {
    const [gate, core] = await Promise.all(['./pkg/compile.js', './pkg/together.js'].map(path => import(path)))
    await Promise.all([gate.default(), core.default()])
    const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text)
    const definition = utf8(await (await fetch('./instruments/bt-synchronization.json')).text())
    const together = new core.Together(definition, utf8(gate.compile(definition).ok.value))
    return sheets.map(([name, answers]) => [name, together.link(utf8(JSON.stringify(answers))).ok.value])
  }, sheets.map(({ name }) => [name, document(name)]))
  await context.close()
  return Object.fromEntries(made)
}

/** @param {Page} page @param {string} [url] */
async function opened(page, url = `${server.url}group.html`) {
  await page.addInitScript(noteFiles)
  await page.goto(url)
  await page.getByText('No result is in yet.').waitFor()
}

/** @param {Page} page @param {string} text */
async function give(page, text) {
  await page.getByLabel('Result links').fill(text)
  await page.getByRole('button', { name: 'Add' }).click()
  await page.locator('.busy').waitFor({ state: 'hidden' })
}

/** What the last text brought. @param {Page} page @returns {Promise<{[name: string]: number}>} */
const counted = async page => Object.fromEntries(await page.locator('.counts > div').evaluateAll(all => all.map(one => [one.className, Number(one.querySelector('dd')?.textContent)])))

/** @param {Page} page */
async function startOver(page) {
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('button', { name: 'Really start over?' }).click()
  await page.getByText('No result is in yet.').waitFor()
}

/** @param {number} value */
const whole = value => String(Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9)).replace('-', '\u2212')

/** @param {Page} page @param {string} name */
const file = async (page, name) => (await fileAfter(page, () => page.getByRole('button', { name }).click())).text

test('mixed links are counted: added, doubled, damaged, of another assessment; too few show a sentence and no figure', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page)
  const [a, b, c] = three.members.map((/** @type {string} */ name) => tokens[name])
  await give(page, `Hello,\nhere is mine: <https://a.example/x/#r=${a}>.\nAnd from Pat https://s.example/?url=https%3A%2F%2Fa.example%2F%23r%3D${b}&amp;data=05`)
  assert.deepEqual(await counted(page), { added: 2 })
  await page.getByText('2 results are in. From 3 on, the group is shown; before that nothing of it is.').waitFor()
  assert.equal(await page.locator('.figures').innerText(), '')
  await give(page, `${a}\n#r=${c.slice(0, 9)}${c[9] === 'x' ? 'y' : 'x'}${c.slice(10)}\n#r=${c.slice(0, 30)}\n\n#r=1000000000000000aGagpDFP7i0\n#r=${c} ${c} lorem ipsum`)
  assert.deepEqual(await counted(page), { added: 1, doubled: 2, refused: 2, foreign: 1 })
  await page.getByText('3 links or files that gave nothing').click()
  assert.deepEqual(await page.locator('.report li').allInnerTexts(), [
    'Line 2: The link is damaged: a character in it is not the one it was made with.',
    'Line 3: A part of the link is missing. Copy it to its end.',
    'Line 5: The link belongs to another assessment.',
  ])
  await page.getByText('3 results', { exact: true }).waitFor()
  await page.locator('.part-items').waitFor()
  assert.deepEqual(await page.locator('.people > div').evaluateAll(all => all.map(one => one.querySelector('strong')?.textContent)), ['1', '1', '1'])
  // pasted, it is read at once
  await page.evaluate(data => {
    const field = globalThis.document.querySelector('taut-group')?.shadowRoot?.querySelector('textarea')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', data)
    // Firefox has names of its own for what a script pastes
    field?.dispatchEvent(new ClipboardEvent('paste', /** @type {any} */ ({ clipboardData, dataType: 'text/plain', data, bubbles: true, cancelable: true })))
  }, a)
  await page.waitForFunction(() => globalThis.document.querySelector('taut-group')?.shadowRoot?.querySelector('.doubled dd')?.textContent === '1')
  assert.deepEqual(await counted(page), { added: 0, doubled: 1 })
  await give(page, 'nothing at all')
  await page.getByText('There is no result link in this text.').waitFor()
  await startOver(page)
  await page.getByText('No result is in yet.').waitFor()
  await give(page, a)
  assert.deepEqual(await counted(page), { added: 1 })
  assert.deepEqual(errors, [])
})

test('a named group shows the order and the values of the worked example', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  await give(page, nine.members.map((/** @type {string} */ name, /** @type {number} */ n) => JSON.stringify(document(name, nine.roles[n]))).join('\n'))
  const { items, scales, index, priorities } = nine.expected
  await page.getByText(/more questions$/).click()
  assert.deepEqual(await page.locator('.questions > li').evaluateAll(rows => rows.map(row => {
    const fact = (/** @type {string} */ name) => row.querySelector(`.${name} dd`)?.textContent
    return [/** @type {HTMLElement} */ (row).dataset['item'], fact('spread'), fact('facts .answers'), fact('dont_know') ?? '0', fact('average'), Boolean(row.querySelector('.tag')), row.querySelectorAll('.person').length]
  })), items.map((/** @type {any} */ { id, ad, n, dont_know, mean, spread }) =>
    [id, whole(ad * 25), String(n), String(dont_know), `${whole(mean)} (of ${n})`, spread, n]))
  const rows = await page.locator('[data-scale]').evaluateAll(rows => rows.map(row => [/** @type {HTMLElement} */ (row).dataset['scale'], ...[...row.querySelectorAll('td.number')].map(cell => cell.textContent)]))
  for (const [id = '', sd, agreement, n, mean] of rows) {
    const [dimension = '', side = ''] = String(id).split('.')
    const wanted = scales[dimension][side]
    assert.deepEqual([sd, agreement, n, mean], [whole(wanted.sd), `${whole(wanted.r_star_wg * 100)} over ${wanted.r_star_wg_items} questions`, String(wanted.n), `${whole(wanted.mean)} (of ${wanted.n})`], String(id))
  }
  assert.equal(rows.length, 6)
  assert.deepEqual(await page.locator('.steps li').evaluateAll(all => all.map(one => one.querySelectorAll('i').length)), index.stages)
  await page.getByText(`from ${whole(index.min)} to ${whole(index.max)}, on average ${whole(index.mean)} (of ${index.n} people)`).waitFor()
  await page.getByText(`you stand at ${whole(priorities.kendall_w * 100)}.`).waitFor()
  const order = Object.entries(priorities.mean_rank).sort(([, a], [, b]) => Number(a) - Number(b)).map(([id]) => id)
  assert.deepEqual(await page.locator('[data-measure]').evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset['measure'])), order)

  const json = JSON.parse(await file(page, 'Save JSON'))
  assert.equal(json.n, 9)
  assert.ok(Math.abs(json.all.items[0].mean - items[0].mean) < 1e-9)
  const csv = await file(page, 'Save CSV')
  assert.match(csv, /^part,kind,id,/)
  assert.match(csv, new RegExp(`\r\nall,item,${items[0].id},,`))
  // the sums bring the group back
  const sums = await file(page, 'Save sums')
  await startOver(page)
  await page.locator('input[type=file]').setInputFiles({ name: 'sums.json', mimeType: 'application/json', buffer: Buffer.from(sums) })
  await page.getByText('The sums in sums.json were added.').waitFor()
  await page.getByText('9 results', { exact: true }).waitFor()
  assert.deepEqual(JSON.parse(await file(page, 'Save JSON')), json)
})

test('an anonymous group shows no single answer, says why, and is not drawn anew for one more', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  await page.getByLabel('Nobody shall know').check()
  // answers files as they are saved, over several lines
  const files = six.members.map((/** @type {string} */ name) => ({ name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document(name), null, 2)) }))
  await page.locator('input[type=file]').setInputFiles(files.slice(0, 4))
  await page.getByText('4 results are in. From 5 on').waitFor()
  assert.equal(await page.locator('.figures').innerText(), '')
  await page.locator('input[type=file]').setInputFiles(files.slice(4))
  await page.getByText('6 results', { exact: true }).waitFor()
  await page.getByText('Not shown in an anonymous group').waitFor()
  assert.equal(await page.locator('.person').count(), 0)
  const hidden = six.expected.items.filter((/** @type {any} */ { mean }) => mean === null)
  await page.getByText(`${hidden.length} questions are not shown`).click()
  const rows = page.locator('.left-out tbody tr')
  assert.equal(await rows.count(), hidden.length)
  assert.match(await rows.first().innerText(), /rests on fewer than 5 answers/)
  const csv = await file(page, 'Save CSV')
  assert.match(csv, /hidden: anonymous/)
  assert.match(csv, /hidden: too_few/)
  assert.doesNotMatch(csv, /\r\nall,answers,/)
  await give(page, tokens['gate_4_fails'] ?? '')
  await page.getByText('7 results are in, and the group was shown with 6 before').waitFor()
  await page.getByText('It is drawn anew from 11 on. Until then you see the group of 6.').waitFor()
  await page.locator('.part-items').waitFor()
  await page.getByText('edition 1.0. 6 results').waitFor()
})

test('what was shown before is asked for, goes with saved sums and adds up', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  const before = page.getByLabel('With how many results was this group shown before?')
  assert.equal(await before.isVisible(), false)
  await page.getByLabel('Nobody shall know').check()
  await page.getByText('Shown from 5 results on, without lowest').waitFor()
  await before.pressSequentially('4.7')
  await before.press('Tab')
  await give(page, six.members.map((/** @type {string} */ name) => tokens[name]).join(' '))
  await page.getByText('6 results are in, and the group was shown with 4 before').waitFor()
  await page.getByText('It is drawn anew from 9 on.', { exact: false }).waitFor()
  assert.equal(await page.getByText('Until then you see').count(), 0)
  assert.equal(await page.locator('.figures').innerText(), '')
  await before.press('ControlOrMeta+a')
  await before.press('Delete')
  await before.press('Enter')
  await page.getByText('6 results', { exact: true }).waitFor()
  await page.locator('.part-items').waitFor()
  assert.equal(await before.inputValue(), '6')
  const sums = await file(page, 'Save sums')
  assert.equal(JSON.parse(sums).published, 6)
  await startOver(page)
  assert.equal(await before.inputValue(), '')
  const open = (/** @type {string} */ name) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(sums) })
  await open('a.json')
  await page.getByText('6 results', { exact: true }).waitFor()
  assert.equal(await before.inputValue(), '6')
  await give(page, tokens['gate_4_fails'] ?? '')
  await page.getByText('7 results are in, and the group was shown with 6 before').waitFor()
  // of the 13 that are in now, 12 were shown; nothing is on screen that could stay
  await startOver(page)
  await give(page, tokens['gate_4_fails'] ?? '')
  await open('a.json')
  await page.getByText('7 results are in, and the group was shown with 6 before').waitFor()
  await open('b.json')
  await page.getByText('13 results are in, and the group was shown with 12 before').waitFor()
  assert.equal(await page.locator('.figures').innerText(), '')
  // those who sit together see all of it
  await page.getByLabel('We open our results together').check()
  await page.getByText('13 results', { exact: true }).waitFor()
  await page.getByLabel('Nobody shall know').check()
  await page.getByText('13 results are in, and').waitFor()
  assert.equal(await page.locator('.figures').innerText(), '')
})

test('two sides, single roles and units are shown where they have answers enough', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  const sheets = nine.members.map((/** @type {string} */ name, /** @type {number} */ n) => ({ unit: nine.units[n], text: JSON.stringify(document(name, nine.roles[n])) }))
  for (const unit of ['A', 'B', 'C']) {
    if (unit === 'C') assert.match(await page.locator('.part-units').innerText(), /at least 3 units need 3 scores each/)
    await page.getByLabel('From which unit?').fill(` ${unit} `)
    await give(page, sheets.filter((/** @type {any} */ sheet) => sheet.unit === unit).map((/** @type {any} */ { text }) => text).join('\n'))
    await page.getByText(`The 3 that were added count for the unit \u201c${unit}\u201d.`).waitFor()
  }
  const { hedges_g, icc } = nine.expected
  const sided = await page.locator('[data-sides]').evaluateAll(rows => rows.map(row => [/** @type {HTMLElement} */ (row).dataset['sides'], ...[...row.querySelectorAll('td:not(.pair)')].map(cell => cell.textContent)]))
  assert.deepEqual(sided, ['demand', 'focus', 'change'].map(dimension =>
    [`${dimension}.practice`, `Business higher, by ${whole(hedges_g[dimension] * 100)}\u00a0% of the spread`, '5', '4']))
  const units = await page.locator('[data-units]').evaluateAll(rows => rows.map(row => [/** @type {HTMLElement} */ (row).dataset['units'], ...[...row.querySelectorAll('td')].map(cell => cell.textContent)]))
  assert.deepEqual(units.sort(), ['demand', 'focus', 'change'].flatMap(dimension => ['tension', 'practice'].map(side => {
    const { units, icc1, icc2 } = icc[dimension][side]
    return [`${dimension}.${side}`, String(units), `${whole(icc1 * 100)} %`, `${whole(icc2 * 100)} %`]
  })).sort())
  const csv = await file(page, 'Save CSV')
  assert.match(csv, /\r\nfirst,side,demand\.practice,,Business,\d/)
  assert.match(csv, /\r\nsides,hedges_g,demand\.practice,,,+0\.3269/)
  assert.match(csv, /\r\nunits,icc1,demand\.practice,,,3,+0\.0868/)

  // one role alone: all its people, as if they had come by themselves
  const { items } = JSON.parse(await file(page, 'Save JSON')).roles.find((/** @type {any} */ { id }) => id === 'business').figures
  const role = page.locator('.whose').getByRole('radio', { name: 'Another business executive' })
  await role.check()
  await page.getByText('What follows is of this role only: Another business executive, 4 results.').waitFor()
  assert.deepEqual(await page.locator('.questions > li').evaluateAll(all => all.map(one => /** @type {HTMLElement} */ (one).dataset['item'])),
    items.filter((/** @type {any} */ { ad }) => !ad.hidden).map((/** @type {any} */ { id }) => id))
  const first = items[0]
  assert.equal(await page.locator('.questions > li').first().locator('.average dd').innerText(), `${whole(first.mean)} (of ${first.n})`)
  await off({ CIO: 'it rests on fewer than 3 answers', CEO: 'it rests on fewer than 3 answers' })
  await page.getByRole('radio', { name: 'Everyone' }).check()
  assert.equal(await page.getByText('What follows is of this role only').count(), 0)

  // the one CIO answered every question, and could be read from three others and all four
  await startOver(page)
  const few = { all_middle: 'technology', states_upper: 'technology', corridor_edges: 'technology', gate_4_fails: 'cio' }
  await give(page, Object.entries(few).map(([name, role]) => JSON.stringify(document(name, role))).join('\n'))
  await page.getByText('4 results', { exact: true }).waitFor()
  await off({ CIO: 'it rests on fewer than 3 answers', 'Another member': 'a smaller group could be read' })

  /** @param {{[role: string]: string}} roles that cannot be chosen, and why */
  async function off(roles) {
    assert.equal(await page.locator('.whose input:disabled').count(), Object.keys(roles).length)
    for (const [name, reason] of Object.entries(roles)) {
      assert.ok(await page.locator('.whose').getByRole('radio', { name }).isDisabled(), name)
      await page.locator('#whose-off p').filter({ hasText: name }).filter({ hasText: reason }).waitFor()
    }
  }
})

test('a mail as it travels gives its links, and long texts are cut between words only', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  const [a = '', b = ''] = three.members.map((/** @type {string} */ name) => tokens[name])
  const mail = `Subject: mine\r\n\r\n<a href=3D"https://a.example/#r=3D${a.slice(0, 20)}=\r\n${a.slice(20)}">here</a> https://a.example/#r=\r\n=3D${b}\r\n`
  await page.locator('input[type=file]').setInputFiles({ name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail.replace('#r=\r\n=3D', '#r=3=\r\nD')) })
  await page.getByText('2 results are in.').waitFor()
  assert.deepEqual(await counted(page), { added: 2 })
  const wrong = await page.evaluate(async () => {
    const { pieces } = await import(/** @type {string} */ ('./group/pieces.js'))
    const word = (/** @type {number} */ n) => `${'\u20ac'.repeat(n % 90)}${n}`
    const texts = [' ', '\n', ' \n'].map(gap => Array.from({ length: 3000 }, (_, n) => word(n)).join(gap))
    const most = 20_000
    const read = async (/** @type {string} */ text) => {
      const all = []
      let sizes = 0
      for await (const { piece, ...where } of pieces(new Blob([text]), () => most / (1 + sizes++ % 3))) all.push({ ...where, bytes: piece.length, piece: new TextDecoder().decode(piece) })
      return all
    }
    const checked = [...texts, '', 'x'.repeat(100_000), '\u20ac'.repeat(20_000), '\n'.repeat(50_000)].map(async text => {
      const all = await read(text)
      const words = all.flatMap(({ piece }) => piece.split(/\s+/)).filter(Boolean)
      const before = all.map((_, n) => all.slice(0, n).map(({ piece }) => piece).join(''))
      return all.map(({ piece }) => piece).join('') !== text || all.some(({ bytes }) => bytes > most)
        || all.some(({ line }, n) => before[n]?.split('\n').length !== line + 1)
        || all.some(({ end, bytes }, n) => end - bytes !== (all[n - 1]?.end ?? 0))
        || (/\s/.test(text) && words.join(' ') !== text.split(/\s+/).filter(Boolean).join(' '))
    })
    return (await Promise.all(checked)).filter(Boolean).length
  })
  assert.equal(wrong, 0)
})

test('a long text can be stopped, and what came before stays', async t => {
  const { page } = await browser.page(t)
  await opened(page)
  const text = `${tokens['cio']}\n${'1quiteordinarywords '.repeat(2_000_000)}\n${tokens['ceo']}`
  await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByText(/Reading: [1-9]/).waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped. What was read before is in the group').waitFor()
  assert.deepEqual(await counted(page), { added: 1 })
  await give(page, `${tokens['cio']} ${tokens['ceo']}`)
  assert.deepEqual(await counted(page), { added: 1, doubled: 1 })
})

for (const [name, policy, blocked] of THREADS) test(`under the hardest policy ${name} it works, and asks for nothing but its own parts`, async t => {
  const strict = await startStrict('group.html', policy)
  t.after(() => strict.close())
  const { page } = await browser.page(t)
  await opened(page, `${strict.url}group.html`)
  const asked = strict.requests.length
  await give(page, nine.members.map((/** @type {string} */ name) => `#r=${tokens[name]}`).join('\n'))
  await page.locator('.part-export').waitFor()
  await page.getByText(/more questions$/).click()
  await file(page, 'Save sums')
  assert.equal(strict.requests.length, asked)
  await onlyThreadBlocked(page, blocked)
})

test('the release has the page, with a policy of its own and nothing inline', async t => {
  const release = await startServer({ root: 'dist' })
  t.after(() => release.close())
  const { page, errors } = await browser.page(t)
  await opened(page, `${release.url}group.html`)
  const html = readFileSync(new URL('../../dist/group.html', import.meta.url), 'utf8')
  assert.match(html, /Content-Security-Policy/)
  assert.doesNotMatch(html, /<style|<script[^>]*>[^<]|unsafe-inline/)
  await give(page, three.members.map((/** @type {string} */ name) => tokens[name]).join(' '))
  await page.getByText('3 results', { exact: true }).waitFor()
  const paths = [...new Set(release.requests.map(({ path }) => path))].filter(path => !/icon/.test(path)).sort()
  assert.deepEqual(paths, ['/group.html', ...['group-worker.js', 'group.js', 'index.css', 'instrument.json', 'pkg/group_bg.wasm', 'texts/en-group.json'].map(name => `/${partsOf()}/${name}`)].sort())
  assert.deepEqual(errors, [])
})

test('nothing stands in the way of those who listen or have little room', async t => {
  const { page } = await browser.page(t, { viewport: { width: 320, height: 640 } })
  await opened(page)
  assert.deepEqual(await violations(page), [])
  await give(page, nine.members.map((/** @type {string} */ name) => tokens[name]).join('\n'))
  await page.locator('.part-export').waitFor()
  for (const summary of await page.locator('summary').all()) await summary.click()
  assert.deepEqual(await violations(page), [])
  assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth))
  await page.getByRole('button', { name: 'For the wall' }).click()
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Bring more in' }).click()
  // the focus is where the next text goes
  await give(page, 'nothing')
  assert.equal(await page.evaluate(() => globalThis.document.querySelector('taut-group')?.shadowRoot?.activeElement?.tagName), 'TEXTAREA')
})
