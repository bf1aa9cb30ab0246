// The studio: a definition is written as an outline or as text, judged, tried, imported and taken out, and is never lost.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { startServer } from './harness/server.mjs'
import { shared } from './harness/shared.mjs'
import { STRICT_WITH_THREAD, startStrict, violationsOf } from './harness/strict.mjs'
import { begin, control, head, kept, opened, tab, tally, write } from './harness/studio.mjs'
import { fileAfter, noteFiles, press } from './harness/walk.mjs'

const { browser, server } = await shared()
const template = JSON.parse(readFileSync(new URL('../../www/instruments/templates/quiz.json', import.meta.url), 'utf8'))

test('a quiz of five questions from a template to a page, without a line of JSON', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  let steps = 0
  /** @param {Promise<unknown>} step */
  const step = step => { steps++; return step }

  await step(page.locator('[data-template="quiz"]').click())
  await step(page.getByLabel('Title, as everybody sees it').fill('How well do you know tea?'))
  await step(press(page.locator('dialog'), 'Begin'))
  await step(control(page, 'intro').fill('Tea is simple until you ask.\n\nFive questions, two minutes.'))
  for (const [n, { id }] of template.items.entries()) {
    await step(head(page, `item ${id}`).click())
    await step(control(page, `item ${id} text`).fill(`Question ${n + 1} about tea?`))
    const labels = page.locator(`[data-entry="item ${id}"] .rows li > .row input[type=text]`)
    for (let k = 0; k < 4; k++) await step(labels.nth(k).fill(`Answer ${n + 1}.${k + 1}`))
    await step(page.getByRole('radio', { name: `“Answer ${n + 1}.2” is right` }).check())
    await step(control(page, `item ${id} feedback right`).fill(`Because of ${n + 1}.`))
  }
  await step(press(page, 'Publish'))
  // 2 choices of each question had an explanation in the template, and more; all are listed, and lead to their place
  await page.getByText(/^\d+ texts are still those of the template$/).waitFor()
  const code = await page.locator('dialog pre').innerText()
  await step(press(page.locator('dialog'), 'Copy'))
  t.diagnostic(`${steps} steps`)
  assert.ok(steps <= 4 + 5 * 8 + 2, `${steps} steps`)

  const inside = JSON.parse(/<script type="application\/json">(.*)<\/script>/.exec(code)?.[1] ?? '')
  assert.deepEqual([inside.id, inside.title, inside.language], ['how-well-do-you-know-tea', 'How well do you know tea?', 'en'])
  assert.deepEqual(inside.intro, ['Tea is simple until you ask.', 'Five questions, two minutes.'])
  assert.ok(inside.compiled)
  for (const [n, item] of inside.items.entries()) {
    assert.equal(item.text, `Question ${n + 1} about tea?`)
    const { choices } = item.kind.choice
    assert.deepEqual(choices.map((/** @type {any} */ choice) => choice.label), [1, 2, 3, 4].map(k => `Answer ${n + 1}.${k}`))
    // identifiers are those of the template: words change, names do not
    assert.deepEqual(choices.map((/** @type {any} */ choice) => choice.value), template.items[n].kind.choice.choices.map((/** @type {any} */ choice) => choice.value))
    assert.deepEqual(item.correct, { choices: [choices[1].value] })
    assert.equal(item.feedback.right, `Because of ${n + 1}.`)
  }

  // a blog of somebody else's that has this block for HTML
  server.page('/blog.html', `<!doctype html><html lang="en"><title>Blog</title><body>${code}</body></html>`)
  const { page: blog, errors: inBlog } = await browser.page(t)
  await blog.goto(`${server.url}blog.html`)
  await blog.getByRole('heading', { name: 'How well do you know tea?' }).waitFor()
  await press(blog, 'Start')
  await blog.getByText('Question 1 about tea?').first().waitFor()
  assert.deepEqual(errors, [])
  assert.deepEqual(inBlog, [])
})

test('the outline changes nothing but what it says: adding, moving, copying, deleting, and each can be undone', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Moves')
  const before = await kept(page, definition => definition.title === 'Moves')
  const ids = before.pages[0].items
  await page.locator('[data-key="add 0 kind"]').selectOption('multiple')
  // the new one is open and its text selected, so that it can be written over
  await page.keyboard.insertText('Which of these are leaves?')
  const added = await kept(page, definition => definition.items.at(-1).text === 'Which of these are leaves?')
  const made = added.items.at(-1)
  assert.deepEqual([made.id, made.kind.multiple.choices.length, made.correct], ['q1', 4, { choices: ['a', 'b'] }])
  assert.deepEqual(added.pages[0].items, [...ids, 'q1'])
  // it counts in the quiz, since it has a right answer
  assert.deepEqual(added.scales[0].members.at(-1), { item: 'q1' })
  assert.deepEqual(added.items.slice(0, -1), before.items)

  await page.keyboard.press('Alt+ArrowUp')
  const moved = await kept(page, definition => definition.pages[0].items.at(-2) === 'q1')
  assert.deepEqual(moved.pages[0].items, [...ids.slice(0, -1), 'q1', ids.at(-1)])
  assert.equal(await page.evaluate(() => document.querySelector('taut-studio')?.shadowRoot?.activeElement?.getAttribute('data-key')), 'item q1 text')
  await press(page.locator('[data-entry="item q1"]'), 'Duplicate')
  await kept(page, definition => definition.items.at(-1).id === 'q2')
  await control(page, 'item q1 delete').or(head(page, 'item q1')).first().click()
  await press(page.locator('[data-entry="item q1"]'), 'Delete')
  const rest = await kept(page, definition => !definition.items.some((/** @type {any} */ item) => item.id === 'q1'))
  assert.deepEqual(rest.scales[0].members.map((/** @type {any} */ member) => member.item), [...before.scales[0].members.map((/** @type {any} */ member) => member.item), 'q2'])

  for (let n = 0; n < 5; n++) await press(page, 'Undo')
  assert.deepEqual(await kept(page, definition => definition.items.length === 5), before)
  await write(page, JSON.stringify({ ...before, pages: [{ ...before.pages[0], items: ids.slice(1) }] }))
  await tab(page, 'Outline')
  await press(page, 'Put it on the last page')
  assert.deepEqual((await kept(page, definition => definition.pages[0].items[4] === 'first')).pages[0].items, [...ids.slice(1), ids[0]])
  for (let n = 0; n < 2; n++) await press(page, 'Undo')
  assert.deepEqual(await kept(page, definition => definition.pages[0].items[0] === 'first'), before)
  assert.ok(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled(), 'what was there first is not taken back')
  assert.deepEqual(errors, [])
})

test('a problem appears, says why, and leads to its place in the outline and in the text', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Problems')
  await page.locator('taut-line').getByRole('heading', { name: 'Problems' }).waitFor()
  const [first] = template.items
  await head(page, `item ${first.id}`).click()
  await control(page, `item ${first.id} text`).fill('')
  await tally(page, '1 error')
  assert.match(await page.locator(`[data-entry="item ${first.id}"] .head`).first().innerText(), /1 error/)
  await head(page, `item ${first.id}`).click()
  await page.locator('.problems-head').click()
  await page.locator('.finding .jump').first().click()
  assert.equal(await page.locator(`[data-entry="item ${first.id}"] textarea`).first().isVisible(), true)
  // the preview stays at what was good
  await page.getByText('This is the last one that could be used.').waitFor()

  await tab(page, 'Text')
  await page.locator('.finding .jump').first().click()
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
  assert.ok(await page.locator('.cm-activeLine', { hasText: '"text": ""' }).count() > 0, selected)
  await page.locator('.cm-lint-marker-error').first().waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await page.locator('.problems-head').getByText('1 error').waitFor({ state: 'detached' })

  // a rule says why it is there
  const silly = { ...template, items: template.items.map((/** @type {any} */ item) => ({ ...item, text: 'The same words in all of them, again and again?' })) }
  await write(page, JSON.stringify(silly, null, 2))
  await page.locator('.finding.is-warning, .finding.is-note').first().waitFor()
  await page.locator('.finding .why summary').first().click()
  assert.ok((await page.locator('.finding .why[open] p').first().innerText()).length > 20)
})

test('silenced findings are listed with their reason', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'empty', 'Silence')
  const definition = await kept(page, definition => definition.title === 'Silence')
  await page.locator('.problems-head').click()
  const code = await page.locator('.finding code').first().innerText()
  await write(page, JSON.stringify({ ...definition, silenced: [{ rule: code, reason: 'It is only a beginning.' }] }))
  await page.locator('.silenced > summary').click()
  await page.getByText('Meant so: It is only a beginning.').first().waitFor()
})

test('the text completes fields and values of the schema', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Complete')
  await tab(page, 'Text')
  await page.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('\n"gloss')
  await page.locator('.cm-tooltip-autocomplete').getByText('"glossary"').waitFor()
  await page.locator('.cm-completionInfo').getByText('Terms that a respondent may look up before answering.').waitFor()
  await page.locator('.cm-tooltip-autocomplete').getByText('"glossary"').click()
  await page.locator('.cm-line', { hasText: '"glossary": [' }).waitFor()
})

test('a reload loses nothing, New asks, and what was there before can be had again', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'First work')
  await control(page, 'title').fill('First work, renamed')
  await page.getByText('Kept in this browser').waitFor()
  await kept(page, definition => definition.title === 'First work, renamed')
  await page.reload()
  await page.locator('[data-template="kept"]').click()
  assert.equal(await control(page, 'title').inputValue(), 'First work, renamed')

  await press(page, 'New')
  await page.locator('[data-template="check"]').click()
  await page.getByText('It takes the place of “First work, renamed”').waitFor()
  await press(page.locator('dialog'), 'Begin')
  await kept(page, definition => definition.title !== 'First work, renamed')
  await press(page, 'Undo')
  await kept(page, definition => definition.title === 'First work, renamed')
  await press(page, 'Redo')
  await kept(page, definition => definition.title !== 'First work, renamed')
  await page.reload()
  await page.locator('[data-template="earlier"]').click()
  assert.equal(await control(page, 'title').inputValue(), 'First work, renamed')
})

test('two tabs: the last to write is kept, and the other is told', async t => {
  const { page, context } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Two tabs')
  await kept(page, definition => definition.title === 'Two tabs')
  const other = await context.newPage()
  await opened(other, server.url)
  await other.locator('[data-template="kept"]').click()
  await control(other, 'title').fill('Written in the other')
  await page.getByText('Another tab has changed this definition.').waitFor()
  await press(page, 'Show what it wrote')
  assert.equal(await control(page, 'title').inputValue(), 'Written in the other')
})

test('a foreign file is dropped: what is lost is shown before it is taken over, and that can be undone', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Before the import')
  const survey = JSON.stringify({
    title: 'Lunch',
    pages: [{ name: 'p1', elements: [
      { type: 'radiogroup', name: 'soup', title: 'Which soup?', choices: ['Lentil', 'Tomato'] },
      { type: 'signaturepad', name: 'sign', title: 'Sign here' },
    ] }],
  })
  const data = await page.evaluateHandle(text => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'lunch.json', { type: 'application/json' }))
    return data
  }, survey)
  await page.dispatchEvent('taut-studio .studio', 'drop', { dataTransfer: data })
  const dialog = page.locator('dialog')
  await dialog.getByRole('heading', { name: 'Import' }).waitFor()
  assert.equal(await dialog.getByLabel('Format', { exact: true }).inputValue(), 'surveyjs')
  await dialog.locator('tbody tr').first().waitFor()
  assert.match(await dialog.locator('tbody').innerText(), /signaturepad|sign/)
  const report = JSON.parse((await fileAfter(page, () => press(dialog, 'Save the report'))).text)
  assert.equal(report.losses.length > 0, true)
  assert.equal((await kept(page)).title, 'Before the import')
  await press(dialog, 'Take it over')
  const taken = await kept(page, definition => definition.title === 'Lunch')
  assert.ok(taken.items.some((/** @type {any} */ item) => item.text === 'Which soup?'))
  await press(page, 'Undo')
  await kept(page, definition => definition.title === 'Before the import')
  assert.deepEqual(errors, [])
})

test('a file that is nothing known says so, and a definition is opened at once', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await page.locator('input[type=file]').setInputFiles({ name: 'notes.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3]) })
  await page.getByText('This looks like none of the formats that can be read.').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('input[type=file]').setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...template, title: 'From a file' })) })
  await page.locator('.outline .section').first().waitFor()
  assert.equal(await control(page, 'title').inputValue(), 'From a file')
})

test('the bench scores what is entered and says where each number comes from', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Bench')
  await tab(page, 'Bench')
  const scores = page.locator('.numbers tbody tr').first().locator('.number')
  const right = template.items.map((/** @type {any} */ item) => [item, item.correct.choices[0]])
  for (const [item, value] of right.slice(0, 2)) await page.locator(`[data-key="answer ${item.id}"] select`).selectOption(String(value))
  // two of five, each of one mark: 100 * 2 / 5
  await scores.getByText('40', { exact: true }).waitFor()
  await page.locator('.numbers th button').first().click()
  const explained = page.locator('.explanation tbody tr')
  await explained.first().waitFor()
  assert.equal(await explained.count(), 5)
  await press(page, 'Empty')
  await page.locator('.bench').getByLabel('Who answers').selectOption('yes')
  await press(page, 'Fill in')
  // who says yes to everything takes the last choice
  const last = String(template.items[0].kind.choice.choices.at(-1).value)
  await page.locator(`[data-key="answer ${template.items[0].id}"] select option[value="${last}"]:checked`).waitFor({ state: 'attached' })
  assert.deepEqual(errors, [])
})

test('simulated respondents show how scores lie, and what nobody gets', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Simulation')
  await tab(page, 'Simulate')
  await page.getByText('1,000 invented respondents have answered.').waitFor()
  assert.ok(await page.locator('.distribution svg[role=img]').count() >= 1)
  const bars = await page.locator('.distribution').first().locator('rect').evaluateAll(all => all.map(one => Number(one.getAttribute('height'))))
  // five marks: six scores are possible
  assert.ok(bars.filter(height => height > 0).length <= 6, String(bars))
  await page.locator('.simulate').getByLabel('How many').selectOption('100')
  await page.getByText('100 invented respondents have answered.').waitFor()
  await press(page, 'New')
  await begin(page, 'check', 'Simulation of a check')
  await tab(page, 'Simulate')
  await page.locator('.simulate').getByLabel('Who answers').selectOption('no')
  await page.getByText('Nobody got this. Is it out of reach?').or(page.getByText('Everybody got this. Does it still say anything?')).first().waitFor()
  assert.deepEqual(errors, [])
})

test('downloads hold what they are called', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Take away')
  await kept(page, definition => definition.title === 'Take away')
  /** @param {string | RegExp} name */
  const pick = name => fileAfter(page, async () => {
    await page.locator('.bar .menu summary').click()
    await page.locator('.bar .choices').getByRole('button', { name, exact: typeof name === 'string' }).click()
    const losses = page.locator('dialog')
    if (await losses.getByRole('button', { name: 'Save it anyway' }).isVisible().catch(() => false)) await press(losses, 'Save it anyway')
  })
  const plain = await pick('Definition, as it is written')
  assert.equal(plain.name, 'take-away.json')
  assert.equal(plain.text, await page.evaluate(() => localStorage.getItem('tautline-studio')))
  const published = JSON.parse((await pick('Definition, ready to publish')).text)
  assert.ok(published.compiled)
  assert.equal(JSON.parse((await pick('Report of the problems')).text).problems.length >= 0, true)
  assert.match((await pick('Questions and key on paper')).text, /First question/)
})

test('an export of several files is one archive', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'In a package')
  await kept(page, definition => definition.title === 'In a package')
  await page.locator('.bar .menu summary').click()
  await page.locator('.bar .choices').getByRole('button', { name: /QTI/ }).click()
  const { name, text } = await fileAfter(page, () => press(page.locator('dialog'), 'Save it anyway'))
  assert.equal(name, 'in-a-package-qti3.zip')
  assert.match(text, /^PK/)
  // the names of what is in an archive stand in it as they are
  for (const inside of ['imsmanifest.xml', ...template.items.map((/** @type {any} */ { id }) => `${id}.xml`)]) assert.ok(text.includes(inside), inside)
})

test('by keyboard alone: begin, write, move, look, publish', async t => {
  const { page, errors } = await browser.page(t)
  await opened(page, server.url)
  /** Goes on with Tab until what has the focus fits. @param {(name: string, key: string) => boolean} fits */
  const until = async (fits, key = 'Tab') => {
    for (let n = 0; n < 80; n++) {
      const [name, of] = await page.evaluate(() => {
        const active = document.querySelector('taut-studio')?.shadowRoot?.activeElement
        return [active?.getAttribute('aria-label') ?? active?.textContent ?? '', active?.getAttribute('data-key') ?? active?.getAttribute('data-template') ?? '']
      })
      if (fits(name ?? '', of ?? '')) return
      await page.keyboard.press(key)
    }
    assert.fail('never reached')
  }
  await until((_, key) => key === 'quiz')
  await page.keyboard.press('Enter')
  await page.getByLabel('Title, as everybody sees it').waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  await page.locator('.outline .section').first().waitFor()
  await until((_, key) => key === 'head item second')
  await page.keyboard.press('Alt+ArrowUp')
  await kept(page, definition => definition.pages[0].items[0] === 'second')
  await until((_, key) => key === 'head item second')
  await page.keyboard.press('Enter')
  await until((_, key) => key === 'item second text')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Typed')
  await kept(page, definition => definition.items[1].text === 'Typed')
  // undo works from a field too
  await page.keyboard.press('ControlOrMeta+z')
  await kept(page, definition => definition.items[1].text !== 'Typed')
  await page.getByRole('tab', { name: 'Preview' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('.bench').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText('invented respondents have answered').waitFor()
  // the text is no trap
  await page.getByRole('tab', { name: 'Outline' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Tab')
  assert.equal(await page.locator('.cm-content').evaluate(node => node.matches(':focus')), false)
  await page.getByRole('button', { name: 'Publish' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
  assert.deepEqual(errors, [])
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`nothing that axe finds, ${scheme}`, async t => {
    const own = await launch({ scheme })
    t.after(() => own.close())
    const { page } = await own.page(t)
    await opened(page, server.url)
    assert.deepEqual(await violations(page), [], 'start')
    await begin(page, 'check', 'Axe')
    await page.locator('[data-key^="head item"]').first().click()
    for (const key of ['scales', 'bands', 'advice', 'sets', 'quiz']) await head(page, key).click()
    await page.locator('.problems-head').click()
    assert.deepEqual(await violations(page), [], 'outline')
    await tab(page, 'Text')
    await tab(page, 'Bench')
    await press(page, 'Fill in')
    await page.locator('.numbers th button').first().click()
    await page.locator('.explanation').waitFor()
    assert.deepEqual(await violations(page), [], 'text and bench')
    await tab(page, 'Simulate')
    await page.getByText('invented respondents have answered').waitFor()
    assert.deepEqual(await violations(page), [], 'simulate')
    await press(page, 'Publish')
    await page.locator('dialog pre').waitFor()
    assert.deepEqual(await violations(page), [], 'publish')
  })
}

test('on a phone one part is on the screen at a time, and nothing is wider than it', async t => {
  const { page } = await browser.page(t, { viewport: { width: 390, height: 844 } })
  await opened(page, server.url)
  await begin(page, 'quiz', 'On a phone')
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const name of ['Outline', 'Text', 'Preview', 'Bench', 'Simulate']) {
    await tab(page, name)
    assert.equal(await wide(), 0, name)
  }
  await tab(page, 'Outline')
  await page.locator('.problems-head').click()
  assert.equal(await page.locator('.findings').isVisible(), true)
  assert.equal(await page.locator('.outline').isVisible(), false)
})

test('it works under a strict policy, with the thread let through', async t => {
  const strict = await startStrict('studio.html', STRICT_WITH_THREAD)
  t.after(() => strict.close())
  const { page } = await browser.page(t)
  await opened(page, strict.url)
  await begin(page, 'quiz', 'Strict')
  await tab(page, 'Text')
  await page.locator('.cm-content').waitFor()
  await tab(page, 'Simulate')
  await page.getByText('invented respondents have answered').waitFor()
  assert.deepEqual(await violationsOf(page), [])
})

test('without storage one can write all the same, and is told', async t => {
  const { page } = await browser.page(t)
  await page.addInitScript(() => { Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('refused') } }) })
  await opened(page, server.url)
  await begin(page, 'quiz', 'Nothing is kept')
  await page.getByText('This browser keeps nothing').waitFor()
  const { text } = await fileAfter(page, async () => {
    await page.locator('.bar .menu summary').click()
    await press(page.locator('.bar .menu'), 'Definition, as it is written')
  })
  assert.equal(JSON.parse(text).title, 'Nothing is kept')
})

test('a release makes bundles: one file that shows the quiz, a whole site, packages, and the code names its script', async t => {
  const release = await startServer({ root: 'dist' })
  t.after(() => release.close())
  const { page, context, errors } = await browser.page(t)
  await page.addInitScript(noteFiles)
  await page.goto(`${release.url}studio.html`)
  await begin(page, 'check', 'Made in a browser')
  await tally(page, 'Nothing found')
  /** @param {string} name */
  const pick = name => fileAfter(page, async () => {
    await page.locator('.bar .menu summary').click()
    await press(page.locator('.bar .choices'), name)
  })
  const single = await pick('One file that shows it')
  assert.equal(single.name, 'made-in-a-browser.html')
  release.page('/single.html', single.text)
  const reader = await context.newPage()
  await reader.goto(`${release.url}single.html`)
  await reader.getByRole('heading', { name: 'Made in a browser', level: 2 }).waitFor()
  for (const [name, file] of [['A whole site for any host (ZIP)', 'made-in-a-browser.zip'], ['Packages for learning systems (SCORM)', 'made-in-a-browser-lms.zip']]) {
    const made = await pick(name)
    assert.equal(made.name, file)
    assert.equal(made.text.slice(0, 2), 'PK')
  }
  await press(page, 'Publish')
  const code = await page.locator('dialog pre').innerText()
  assert.ok(code.startsWith(`<script type="module" src="${release.url}tautline.js"></script>`), code.slice(0, 200))
  assert.deepEqual(errors, [])
})
