// Definitions of the wider language in the widget: quizzes above all. Answers, verdicts and marks are those of the
// worked examples in tests/vectors/samples, draws those of tests/vectors/draw.py.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { shared } from './harness/shared.mjs'
import { expectAnswered, item, open, press, ready, savedFile, watchEvents } from './harness/walk.mjs'

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const blog = read('../../www/instruments/samples/blog-quiz.json')
const pool = read('../wide/pool.json')
const piping = read('../wide/piping.json')

/** What is served beside the widget, by its name. @type {{[name: string]: object}} */
const definitions = {
  blog, pool, piping,
  timed: { ...pool, id: 'timed', pages: [{ title: 'Colours', items: ['first', 'A', 'B'] }], quiz: { scale: 'known', pass: 80, passed: 'Well done.', failed: 'Try again.', attempts: 2, time: { seconds: 90, more: [1.5] } },
    items: pool.items.map((/** @type {any} */ { show_if, shuffle, ...rest }) => rest) },
  kinds: {
    format: 1, id: 'kinds', version: '1.0', title: 'All kinds', language: 'en', license: 'CC0-1.0', dont_know: 'No idea',
    items: [
      { id: 'told', text: 'Read this first.', kind: { info: {} } },
      { id: 'many', text: 'Which are even?', kind: { multiple: { most: 2, choices: [{ value: 1, label: 'One' }, { value: 2, label: 'Two' }, { value: 4, label: 'Four' }] } }, correct: { choices: [2, 4] }, hints: ['One is not.', 'Nor is three.'] },
      { id: 'word', text: 'Which colour has grass?', kind: { text: {} }, correct: { texts: [{ text: 'green' }] } },
      { id: 'remark', text: 'Anything else?', kind: { note: {} } },
      { id: 'seen', text: 'Which one is red?', kind: { choice: { choices: [
        { value: 'a', label: 'This', image: { src: 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=', alt: 'A red dot' } },
        { value: 'b', label: 'That', image: { src: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAA/////ywAAAAAAQABAAACAkQBADs=', alt: 'A blue dot' } }] } }, correct: { choices: ['a'] } },
    ],
    pages: [{ title: 'All', items: ['told', 'many', 'word', 'remark', 'seen'] }],
    scales: [{ id: 'all', title: 'All', higher: 'more', members: [{ item: 'many' }, { item: 'word' }, { item: 'seen' }], missing: { scored: 0, open: 'zero' } }],
    quiz: { scale: 'all' },
  },
  tongues: { ...blog, id: 'tongues', translations: [{ language: 'de', title: 'Zeit und Kalender', items: [{ id: 'leap', text: 'Welches Jahr hat 366 Tage?', feedback: { right: 'So ist es.' } }], scales: [{ id: 'knowledge', title: 'Richtige Antworten' }] }] },
}

const pageOf = (/** @type {string} */ name, lang = 'en', more = '') => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${name}</title><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="./index.css"><main><h1>${name}</h1><taut-line src="./${name}.json"></taut-line>${more}</main><script type="module" src="./define.js"></script></html>`

const { browser, server } = await shared({
  pages: {
    ...Object.fromEntries(Object.keys(definitions).map(name => [`/${name}.html`, pageOf(name)])),
    '/german.html': pageOf('tongues', 'de'),
    '/two.html': pageOf('blog', 'en', '<taut-line id="flagship"></taut-line>'),
  },
  change: path => {
    const found = definitions[path.slice(1).replace(/\.json$/, '')]
    return found && path.endsWith('.json') ? { body: JSON.stringify(found), headers: { 'Content-Type': 'application/json' } } : undefined
  },
})

/** A page on which nothing goes wrong. @param {import('node:test').TestContext} t @param {string} name @param {string} [start] the button */
async function at(t, name, start = 'Start') {
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await watchEvents(page)
  await open(page, `${server.url}${name}.html`)
  await ready(page)
  if (start) await press(page, start)
  return page
}

/** @param {import('playwright-core').Page} page @param {string} id @param {string} label */
const choose = (page, id, label) => item(page, id).getByRole('radio', { name: label, exact: true }).check()

/** @param {import('playwright-core').Page} page */
const answers = async page => JSON.parse((await savedFile(page)).text)

test('after each answer it is said what is right, and then it stands', async t => {
  const page = await at(t, 'blog')
  const leap = item(page, 'leap')
  assert.equal(await leap.getByRole('button', { name: /^Check/ }).count(), 0)
  await choose(page, 'leap', '1900')
  await leap.getByRole('button', { name: /^Check the answer/ }).click()
  await leap.getByText('Not right').waitFor()
  // of the choice that was taken, then what would be right
  await leap.getByText('Some spreadsheets still get this one wrong.').waitFor()
  await leap.getByText('Right answer: 2000').waitFor()
  assert.ok(await leap.getByRole('radio', { name: '2000' }).isDisabled())
  // nothing takes it back
  assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0)
  await choose(page, 'why', 'The seasons return after a little less than 365.25 days.')
  await item(page, 'why').getByRole('button', { name: /^Check the answer/ }).click()
  await item(page, 'why').getByText('Right', { exact: true }).waitFor()
  await page.getByText('Saved in your browser').waitFor()
  await page.reload()
  await item(page, 'leap').getByText('Right answer: 2000').waitFor()
  assert.ok(await item(page, 'why').getByRole('radio').first().isDisabled())
  await expectAnswered(page, 2, 10)
})

test('a whole quiz shows marks, verdicts and what was right', async t => {
  const page = await at(t, 'blog')
  const [example] = read('../vectors/samples/blog-quiz.json').filter((/** @type {any} */ { name }) => name === 'part marks everywhere')
  await page.locator('taut-line').evaluate((element, given) => Object.assign(element, { answers: given }), { instrument: 'blog-quiz', version: '1.0', answers: example.answers })
  await page.getByRole('heading', { name: 'Before the result' }).waitFor()
  await press(page, 'See the result')
  await page.getByText('4.1 of 10 marks').waitFor()
  await page.getByText('41 %').first().waitFor()
  const states = await page.locator('.answers > li').evaluateAll(rows => rows.map(row => row.querySelector('.word strong')?.textContent))
  assert.deepEqual(states, ['Right', 'Right', 'Not right', 'Not right', 'Partly right', 'Partly right', 'Partly right', 'Not right', 'Partly right', 'Not right'])
  // what would move a level would give the answers away, and a quiz recommends nothing
  assert.equal(await page.getByText('What would move it').count(), 0)
  assert.equal(await page.getByText('Commitments').count(), 0)
  await page.getByRole('heading', { name: 'Share of the marks and level' }).waitFor()
})

test('every kind: several choices, words, a remark, information, pictures', async t => {
  const page = await at(t, 'kinds')
  const many = item(page, 'many')
  await many.getByRole('checkbox', { name: 'One' }).check()
  await many.getByRole('checkbox', { name: 'Four' }).check()
  // one too many is refused, and said
  await many.getByRole('checkbox', { name: 'Two' }).click()
  assert.equal(await many.getByRole('checkbox', { name: 'Two' }).isChecked(), false)
  await page.getByRole('status').filter({ hasText: 'Choose up to 2.' }).waitFor()
  await many.getByRole('checkbox', { name: 'One' }).uncheck()
  await many.getByRole('checkbox', { name: 'Two' }).check()
  for (const hint of ['One is not.', 'Nor is three.']) {
    await many.getByRole('button', { name: /^Hint/ }).click()
    await many.getByText(hint).waitFor()
  }
  assert.equal(await many.getByRole('button', { name: /^Hint/ }).count(), 0)
  await item(page, 'word').getByRole('textbox').fill('  Green ')
  const remark = item(page, 'remark').getByRole('textbox')
  await remark.fill('First line')
  await remark.press('End')
  await remark.press('Enter')
  await remark.pressSequentially('2nd')
  assert.equal(await remark.inputValue(), 'First line\n2nd')
  await item(page, 'seen').getByRole('img', { name: 'A red dot' }).waitFor()
  await choose(page, 'seen', 'A red dot This')
  // information asks nothing and a remark need not be made: three of three
  await page.getByText('3 of 3 answered').waitFor()
  assert.deepEqual(await page.locator('.item:visible .ordinal').allTextContents(), ['', '1', '2', '3', '4'])
  assert.deepEqual((await answers(page)).answers, { many: [2, 4], word: { text: '  Green ' }, remark: { text: 'First line\n2nd' }, seen: 'a' })
  await press(page, 'Review')
  await page.getByText('Every question has an answer.').waitFor()
  await press(page, 'See the result')
  await page.getByText('3 of 3 marks').waitFor()
})

test('the keyboard chooses several, and marks that nobody knows', async t => {
  const page = await at(t, 'kinds')
  await item(page, 'many').getByRole('checkbox', { name: 'One' }).focus()
  await page.keyboard.press('2')
  await page.keyboard.press('3')
  assert.deepEqual((await answers(page)).answers, { many: [2, 4] })
  await item(page, 'many').getByRole('checkbox', { name: 'One' }).focus()
  await page.keyboard.press('0')
  assert.deepEqual((await answers(page)).answers, { many: 'dk' })
  await item(page, 'many').getByRole('checkbox', { name: 'One' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('green')
  assert.deepEqual((await answers(page)).answers.word, { text: 'green' })
})

test('a pool is drawn by a seed that stays, and another one after starting over', async t => {
  const page = await at(t, 'pool', '')
  // 7 draws E, B, A
  const draw = { instrument: 'a-pool', version: '1.0', seed: 7, answers: { first: 'red' } }
  await page.locator('taut-line').evaluate((element, given) => Object.assign(element, { answers: given }), draw)
  await page.getByRole('heading', { name: 'Before the result' }).waitFor()
  await press(page, 'Back')
  const shown = () => page.locator('.item:visible').evaluateAll(items => items.map(one => one.getAttribute('data-item')))
  assert.deepEqual(await shown(), ['E', 'B', 'A'])
  assert.deepEqual(await page.locator('.item:visible .ordinal').allTextContents(), ['2', '3', '4'])
  await choose(page, 'B', 'Green')
  await page.getByText('2 of 4 answered').waitFor()
  await page.reload()
  await item(page, 'B').waitFor()
  assert.deepEqual([await shown(), (await answers(page)).seed], [['E', 'B', 'A'], 7])
  await press(page, 'Back')
  // those that are shuffled change places, the last one stays where it is
  const first = await item(page, 'first').locator('.option').allTextContents()
  assert.deepEqual([[...first].sort(), first.at(-1)], [['Blue', 'Green', 'None of these', 'Red'], 'None of these'])
  await page.locator('taut-line').evaluate(element => /** @type {any} */ (element).reset())
  await press(page, 'Start')
  await item(page, 'first').waitFor()
  assert.notEqual((await answers(page)).seed, 7)
})

test('a limit of time: it can be longer, it is over, and what was answered counts', async t => {
  const page = await at(t, 'timed', '')
  await page.clock.install()
  await page.reload()
  await page.getByText('There is a time limit of 1 minute, 30 seconds').waitFor()
  await page.getByRole('radio', { name: '2 minutes, 15 seconds' }).check()
  await press(page, 'Start')
  await page.getByText(/^2:1\d left$/).waitFor()
  await choose(page, 'first', 'Red')
  await choose(page, 'A', 'Red')
  await page.clock.fastForward(80_000)
  await page.getByText(/^0:5\d left$/).waitFor()
  await page.clock.fastForward(60_000)
  await page.getByText('2 of 3 marks').waitFor()
  await page.getByText('Try again.').waitFor()
  await press(page, 'Back to the answers')
  await press(page, 'Back')
  assert.ok(await item(page, 'B').getByRole('radio', { name: 'Green' }).isDisabled())
})

test('it can be taken as often as it says', async t => {
  const page = await at(t, 'timed')
  for (const begin of ['You can take it once', 'You have taken it']) {
    await choose(page, 'first', 'Red')
    await press(page, 'Review')
    await press(page, 'See the result anyway')
    await page.getByText('1 of 3 marks').waitFor()
    await press(page, 'Start again')
    await press(page, 'Start over')
    await press(page, 'Erase')
    await press(page, 'Really erase')
    await page.getByText(begin, { exact: false }).waitFor()
    const button = page.getByRole('button', { name: 'Start', exact: true })
    assert.equal(await button.isDisabled(), begin === 'You have taken it')
    if (begin !== 'You have taken it') await button.click()
  }
})

test('earlier answers stand in later texts', async t => {
  const page = await at(t, 'piping')
  const remark = item(page, 'name').getByRole('textbox')
  await remark.fill('<b>Ada</b>')
  await choose(page, 'team', 'Technology')
  for (let n = 0; n < 6 && !await item(page, 'plan').isVisible(); n++) await press(page, 'Next')
  await item(page, 'plan').getByText('How often do plans of Technology hold?').waitFor()
  assert.equal(await page.locator('.taut b').count(), 0)
  await page.getByText('Saved in your browser').waitFor()
  await page.reload()
  await item(page, 'plan').getByText('How often do plans of Technology hold?').waitFor()
})

test('a definition in several languages speaks that of the page, and changes it on the spot', async t => {
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  await watchEvents(page)
  await open(page, `${server.url}german.html`)
  await page.getByRole('heading', { name: 'Zeit und Kalender', level: 2 }).waitFor()
  await ready(page)
  await press(page, 'Beginnen')
  await item(page, 'leap').getByText('Welches Jahr hat 366 Tage?').waitFor()
  // what is not translated stays as it was written
  await item(page, 'why').getByText('Why does the calendar need leap days?').waitFor()
  await choose(page, 'leap', '2000')
  await item(page, 'leap').getByRole('button', { name: /prüfen/ }).click()
  await item(page, 'leap').getByText('So ist es.').waitFor()
  await press(page, 'Zurück')
  await page.getByRole('combobox').selectOption('en')
  await page.getByRole('heading', { name: 'Time and calendars: ten questions', level: 2 }).waitFor()
  await press(page, 'Continue')
  await item(page, 'leap').getByText('Which of these years has 366 days').waitFor()
  await expectAnswered(page, 1, 10)
})

test('beside a quiz the flagship is what it was', async t => {
  const page = await at(t, 'two', '')
  const [quiz, flagship] = [page.locator('taut-line').first(), page.locator('#flagship')]
  await press(flagship, 'Start')
  await flagship.getByText('Page 1 of 9').waitFor()
  await press(quiz, 'Start')
  await item(quiz, 'leap').getByRole('radio', { name: '2000' }).check()
  await item(quiz, 'leap').getByRole('button', { name: /^Check/ }).click()
  await item(quiz, 'leap').getByText('Right', { exact: true }).waitFor()
  await flagship.evaluate(element => /** @type {any} */ (element).finish())
  await flagship.getByText('Rests on 0 of').waitFor()
  assert.equal(await flagship.locator('.part-quiz').count(), 0)
})

test('where the wider part does not arrive it is said, and the next try goes on', async t => {
  const { page } = await browser.page(t)
  let lost = true
  await page.route('**/wide.js', route => (lost ? route.abort() : route.continue()))
  await page.goto(`${server.url}kinds.html`)
  await page.getByRole('heading', { name: 'The definition could not be read.' }).waitFor()
  lost = false
  // a browser may keep a module that did not arrive: a new page asks again
  await page.reload()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a quiz has no violation in ${scheme}`, async t => {
    const own = await launch({ scheme })
    t.after(() => own.close())
    const { page } = await own.page(t)
    await watchEvents(page)
    for (const name of ['blog', 'kinds', 'timed']) {
      await open(page, `${server.url}${name}.html`)
      await ready(page)
      assert.deepEqual(await violations(page), [], `${name}, first screen`)
      await press(page, 'Start')
      if (name === 'blog') {
        await choose(page, 'leap', '1900')
        await item(page, 'leap').getByRole('button', { name: /^Check/ }).click()
        await item(page, 'leap').getByText('Right answer').waitFor()
      }
      assert.deepEqual(await violations(page), [], `${name}, a page`)
      await page.locator('taut-line').evaluate(element => /** @type {any} */ (element).finish())
      await page.locator('.answers').waitFor()
      assert.deepEqual(await violations(page), [], `${name}, the result`)
    }
  })
}
