// The outline edits the rest of a definition: what is entered is what is kept, and taking it back brings the same text.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as core from '../../www/pkg/studio.js'
import { violations } from './harness/axe.mjs'
import { launch } from './harness/browser.mjs'
import { shared } from './harness/shared.mjs'
import { begin, control, current, head, openFile, opened, undoAll } from './harness/studio.mjs'
import { press } from './harness/walk.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {(string | number)[]} Path */

const { browser, server } = await shared()
core.initSync({ module: readFileSync(new URL('../../www/pkg/studio_bg.wasm', import.meta.url)) })

/** @param {string} name */
const instrument = name => readFileSync(new URL(`../../www/instruments/${name}.json`, import.meta.url), 'utf8')

const SMALL = {
  format: 1, id: 'small', version: '1.0', title: 'Small', language: 'en', license: 'CC0-1.0', dont_know: 'Cannot say',
  choice_sets: [{ id: 'five', choices: [1, 2, 3, 4, 5].map(value => ({ value, label: `Step ${value}` })) }],
  items: [
    { id: 'calm1', text: 'How calm is it?', kind: { choice: { set: 'five' } } },
    { id: 'color', text: 'Which colour?', kind: { choice: { choices: [{ value: 'red', label: 'Red' }, { value: 'blue', label: 'Blue' }, { value: 'green', label: 'Green' }] } } },
    { id: 'hours', text: 'How many hours?', kind: { number: { min: 0, max: 24 } } },
    { id: 'clear1', text: 'How clear is it?', kind: { choice: { set: 'five' } } },
    { id: 'clear2', text: 'And tomorrow?', kind: { choice: { set: 'five' } } },
  ],
  pages: [{ title: 'One', items: ['calm1', 'color'] }, { title: 'Two', items: ['hours', 'clear1', 'clear2'] }],
  scales: [
    { id: 'calm', title: 'Calm', higher: 'calmer', members: [{ item: 'calm1' }], missing: { scored: 0.5 } },
    { id: 'clear', title: 'Clear', higher: 'clearer', members: [{ item: 'clear1' }, { item: 'clear2' }], missing: { scored: 0.5 } },
  ],
}
const DIVIDED = {
  ...SMALL,
  composites: [{ id: 'all', title: 'Calm and clear', expression: 'mean(calm, clear)', range: [0, 100] }],
  bands: [{ id: 'height', title: 'Height', of: 'all', levels: [{ id: 'low', title: 'Low', from: 0, text: 'Low.' }, { id: 'high', title: 'High', from: 50, text: 'High.' }] }],
}

/** @param {unknown} definition */
const text = definition => `${JSON.stringify(definition, null, 2)}\n`

/** Opens entries, from the outside in; those that are open stay so. @param {Page} page @param {string[]} keys */
async function open(page, keys) {
  for (const key of keys) if (await head(page, key).getAttribute('aria-expanded') === 'false') await head(page, key).click()
}

/**
 * The studio with a definition, and what the tests below do with it.
 * @param {import('node:test').TestContext} t @param {unknown} definition
 */
async function writing(t, definition) {
  const { page, errors } = await browser.page(t)
  t.after(() => assert.deepEqual(errors, []))
  const before = text(definition)
  await opened(page, server.url)
  await openFile(page, before)
  /** What is kept at a place. @param {Path} path @param {unknown} expected */
  const holds = async (path, expected) => {
    const now = JSON.parse(await current(page))
    assert.deepEqual(path.reduce((value, step) => value?.[step], now), expected)
    return now
  }
  return {
    page, holds,
    /** @param {string} key */
    click: key => control(page, key).click(),
    /** Writes over what is in a field with the keyboard: filling a field of numbers, Firefox's driver adds to what is there. @param {string} key @param {string} value */
    fill: async (key, value) => {
      await control(page, key).focus()
      await page.keyboard.press('ControlOrMeta+a')
      if (value) await page.keyboard.type(value)
      else await page.keyboard.press('Delete')
    },
    /** @param {string} key @param {string} value */
    choose: (key, value) => control(page, key).selectOption(value),
    /** Opens entries, from the outside in. @param {string[]} keys */
    open: (...keys) => open(page, keys),
    /** One press, one step of the history: taken back and made again, all is the same. @param {() => Promise<unknown>} act @param {Path} path @param {unknown} expected */
    step: async (act, path, expected) => {
      const earlier = await current(page)
      await act()
      await holds(path, expected)
      await press(page, 'Undo')
      assert.equal(await current(page), earlier)
      await press(page, 'Redo')
      await holds(path, expected)
    },
    /** The core takes what is kept, and taking everything back brings the text it began with. */
    done: async () => {
      const reply = /** @type {any} */ (core.check(new TextEncoder().encode(await current(page))))
      assert.deepEqual(reply.refused?.problems ?? [], [])
      await undoAll(page)
      assert.equal(await current(page), before)
    },
  }
}

test('a question and a page are asked only if earlier answers are so', async t => {
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, SMALL)
  await open('item clear1', 'item-more clear1')
  // the question before it is proposed
  await step(() => click('item clear1 if add'), ['items', 3, 'show_if'], 'hours >= 0')
  await fill('item clear1 if 0 than', '7.5')
  await holds(['items', 3, 'show_if'], 'hours >= 7.5')
  await step(() => choose('item clear1 if 0 of', 'color'), ['items', 3, 'show_if'], "color == 'red'")
  assert.deepEqual(await control(page, 'item clear1 if 0 sign').locator('option').allInnerTexts(), ['is', 'is not'])
  await choose('item clear1 if 0 than', "'blue'")
  await choose('item clear1 if 0 sign', '!=')
  await holds(['items', 3, 'show_if'], "color != 'blue'")
  await step(() => click('item clear1 if also'), ['items', 3, 'show_if'], "color != 'blue' and hours >= 0")
  await choose('item clear1 if 1 of', 'calm1')
  await choose('item clear1 if 1 sign', '<')
  await choose('item clear1 if 1 than', '3')
  await holds(['items', 3, 'show_if'], "color != 'blue' and calm1 < 3")
  await step(() => click('item clear1 if 0 delete'), ['items', 3, 'show_if'], 'calm1 < 3')
  // nothing comes before the first question, nor before the first page
  await open('item calm1', 'item-more calm1')
  assert.equal(await control(page, 'item calm1 if add').count(), 0)
  await open('page 1', 'page-more 1')
  await step(() => click('page 1 if add'), ['pages', 1, 'show_if'], "color == 'red'")
  await step(() => click('page 1 if always'), ['pages', 1], SMALL.pages[1])
  await click('page 1 if add')
  await holds(['pages', 1], { title: 'Two', items: ['hours', 'clear1', 'clear2'], show_if: "color == 'red'" })
  await done()
})

test('a condition that is more than comparisons stays an expression', async t => {
  const items = SMALL.items.map(item => (item.id === 'clear2' ? { ...item, show_if: 'calm1 > 2 or hours > 8' } : item))
  const { holds, click, fill, open, page, done } = await writing(t, { ...SMALL, items })
  await open('item clear2', 'item-more clear2')
  assert.equal(await control(page, 'item clear2 if text').inputValue(), 'calm1 > 2 or hours > 8')
  await fill('item clear2 if text', 'calm1 > 3 or hours > 8')
  // on the way it was one comparison, and stayed a text
  await holds(['items', 4, 'show_if'], 'calm1 > 3 or hours > 8')
  assert.equal(await control(page, 'item clear2 if choose').count(), 0)
  await fill('item clear2 if text', 'calm1 > 3')
  await click('item clear2 if choose')
  assert.equal(await control(page, 'item clear2 if 0 sign').inputValue(), '>')
  await click('item clear2 if write')
  await page.keyboard.press('End')
  await page.keyboard.type(' and not (hours > 8)')
  await holds(['items', 4, 'show_if'], 'calm1 > 3 and not (hours > 8)')
  await done()
})

test('a condition may read who answers', async t => {
  const { choose, click, holds, open, done } = await writing(t, { ...SMALL, roles: [{ id: 'lead', label: 'Lead' }, { id: 'member', label: 'Member' }] })
  await open('page 1', 'page-more 1')
  await click('page 1 if add')
  await choose('page 1 if 0 of', 'role')
  await choose('page 1 if 0 than', "'member'")
  await holds(['pages', 1, 'show_if'], "role == 'member'")
  await done()
})

test('numbers are calculated: names are inserted, bounds and uncertainty are set, and they move and go', async t => {
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, SMALL)
  await step(() => choose('more add', 'composites'), ['composites'], [{ id: 'number1', title: 'New number', expression: 'mean(calm, clear)', range: [0, 100] }])
  await open('composites', 'composite number1')
  await fill('composite number1 title', 'Distance')
  await fill('composite number1 is', '')
  await control(page, 'composite number1 is insert').focus()
  await choose('composite number1 is insert', 'max()')
  await page.keyboard.insertText('calm, clear')
  await page.keyboard.press('End')
  await page.keyboard.insertText(' - min(calm, )')
  await page.keyboard.press('ArrowLeft')
  await control(page, 'composite number1 is insert').focus()
  await choose('composite number1 is insert', 'clear')
  await holds(['composites', 0, 'expression'], 'max(calm, clear) - min(calm, clear)')
  await fill('composite number1 range 1', '80')
  await fill('composite number1 wobble', '4')
  await choose('composite number1 display', 'percent')
  await holds(['composites'], [{ id: 'number1', title: 'Distance', expression: 'max(calm, clear) - min(calm, clear)', range: [0, 80], wobble: 4, display: 'percent' }])
  await step(() => control(page, 'composite number1 bounded').uncheck(), ['composites', 0, 'range'], undefined)
  await click('add composite button')
  await holds(['composites', 1], { id: 'number2', title: 'New number', expression: 'mean(calm, clear)', range: [0, 100] })
  await step(() => click('composite number2 up'), ['composites', 0, 'id'], 'number2')
  await step(() => click('composite number2 delete'), ['composites'], [{ id: 'number1', title: 'Distance', expression: 'max(calm, clear) - min(calm, clear)', wobble: 4, display: 'percent' }])
  await done()
})

test('typical profiles: what is compared, and a number of each for it', async t => {
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, DIVIDED)
  await step(() => choose('more add', 'profiles'), ['archetypes'], {
    title: 'The profile you are nearest to', of: ['calm', 'clear'],
    list: [{ id: 'profile1', title: 'New profile', text: 'What it means, and what to do about it.', at: [25, 25] }, { id: 'profile2', title: 'New profile', text: 'What it means, and what to do about it.', at: [75, 75] }],
  })
  await fill('profiles title', 'You are like')
  await step(() => control(page, 'profiles of all').check(), ['archetypes', 'of'], ['calm', 'clear', 'all'])
  await holds(['archetypes', 'list', 1, 'at'], [75, 75, 50])
  await step(() => control(page, 'profiles of calm').uncheck(), ['archetypes', 'list', 0, 'at'], [25, 50])
  await open('profiles', 'profile profile2')
  await fill('profile profile2 title', 'The lake')
  await fill('profile profile2 text', 'Lies still.')
  await fill('profile profile2 at clear', '90')
  await fill('profile profile2 at all', '80')
  await holds(['archetypes', 'list', 1], { id: 'profile2', title: 'The lake', text: 'Lies still.', at: [90, 80] })
  // two are needed to tell them apart
  assert.ok(await control(page, 'profile profile2 delete').isDisabled())
  await click('add profile button')
  await holds(['archetypes', 'list', 2], { id: 'profile3', title: 'New profile', text: 'What it means, and what to do about it.', at: [50, 50] })
  await step(() => click('profile profile3 up'), ['archetypes', 'list', 1, 'id'], 'profile3')
  await step(() => click('profile profile3 delete'), ['archetypes', 'list', 1, 'id'], 'profile2')
  await step(() => click('profiles delete'), ['archetypes'], undefined)
  await press(page, 'Undo')
  await holds(['archetypes', 'title'], 'You are like')
  await done()
})

test('targets, for everybody and for a role', async t => {
  const { holds, click, fill, choose, step, done } = await writing(t, { ...SMALL, roles: [{ id: 'lead', label: 'Lead' }, { id: 'member', label: 'Member' }] })
  await step(() => choose('more add', 'targets'), ['targets'], [{ of: 'calm', at: 70 }])
  await step(() => click('add target button'), ['targets', 1], { of: 'clear', at: 70 })
  await fill('target 1 at', '85.5')
  await choose('target 1 role', 'lead')
  await fill('target 1 text', 'Who leads knows.')
  await holds(['targets', 1], { of: 'clear', at: 85.5, role: 'lead', text: 'Who leads knows.' })
  await step(() => choose('target 1 role', ''), ['targets', 1], { of: 'clear', at: 85.5, text: 'Who leads knows.' })
  await step(() => click('target 1 delete'), ['targets'], [{ of: 'calm', at: 70 }])
  await done()
})

test('norms: a table row by row, or two columns of a spreadsheet', async t => {
  const { holds, click, fill, choose, step, done, page } = await writing(t, SMALL)
  await step(() => choose('more add', 'norms'), ['norms'], [{ of: 'calm', group: 'Whom the table is about', unit: 'percentile', table: [[0, 1], [50, 50], [100, 99]], source: [{ title: 'Name of the study' }] }])
  await fill('norm 0 group', 'Adults, 2024')
  await choose('norm 0 of', 'clear')
  await choose('norm 0 unit', 't')
  await fill('norm 0 size', '120')
  await fill('norm 0 1 0', '40')
  await fill('norm 0 1 1', '45')
  await step(() => click('norm 0 add button'), ['norms', 0, 'table'], [[0, 1], [40, 45], [100, 99], [101, 99]])
  await step(() => click('norm 0 3 delete'), ['norms', 0, 'table'], [[0, 1], [40, 45], [100, 99]])
  await fill('norm 0 source 0 title', 'The study')
  await fill('norm 0 source 0 url', 'https://example.org/study')
  await holds(['norms', 0], { of: 'clear', group: 'Adults, 2024', n: 120, unit: 't', table: [[0, 1], [40, 45], [100, 99]], source: [{ title: 'The study', url: 'https://example.org/study' }] })
  /** @param {string} pasted */
  const paste = pasted => control(page, 'norm 0 0 0').evaluate((field, pasted) => {
    // Firefox lets no script fill a clipboard of its own
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { getData: () => pasted } })
    return field.dispatchEvent(event)
  }, pasted)
  await step(() => paste('Score\tT\r\n100\t70,5\r\n0\t30\r\n50\t48\r\n'), ['norms', 0, 'table'], [[0, 30], [50, 48], [100, 70.5]])
  // one number goes where it is pasted
  assert.equal(await paste('12'), true)
  await step(() => click('norm 0 delete'), ['norms'], undefined)
  await press(page, 'Undo')
  await holds(['norms', 0, 'unit'], 't')
  await done()
})

test('roles, who is compared with whom, and two sides', async t => {
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, SMALL)
  await step(() => choose('more add', 'roles'), ['roles'], [{ id: 'role1', label: 'First role' }, { id: 'role2', label: 'Second role' }])
  await fill('role 0 label', 'Lead')
  await step(() => choose('role 0 counterpart', 'role2'), ['roles', 0], { id: 'role1', label: 'Lead', counterpart: 'role2' })
  await step(() => click('role 0 down'), ['roles', 1], { id: 'role1', label: 'Lead', counterpart: 'role2' })
  await step(() => click('sides add'), ['group'], { sides: [{ label: 'One side', roles: ['role2'] }, { label: 'The other side', roles: ['role1'] }] })
  await fill('side 0 label', 'Members')
  await click('add role button')
  await holds(['roles', 2], { id: 'role3', label: 'New role' })
  await step(() => control(page, 'side 1 role3').check(), ['group', 'sides', 1], { label: 'The other side', roles: ['role1', 'role3'] })
  // nobody is on both
  await step(() => control(page, 'side 0 role3').check(), ['group', 'sides'], [{ label: 'Members', roles: ['role2', 'role3'] }, { label: 'The other side', roles: ['role1'] }])
  // the role that goes is named nowhere
  await step(() => click('role 2 delete'), ['group', 'sides', 0], { label: 'Members', roles: ['role2'] })
  await step(() => click('sides delete'), ['group'], undefined)
  await open('role 0')
  await click('role 0 delete')
  await holds(['roles'], [{ id: 'role1', label: 'Lead' }])
  await done()
})

test('areas: a score moves into one under a name that all areas share, and the picture shows two', async t => {
  const scales = ['a', 'b', 'c', 'd'].map((id, n) => ({ id, title: `Score ${id}`, higher: 'more', members: [{ item: SMALL.items[[0, 2, 3, 4][n] ?? 0]?.id }], missing: { scored: 0.5 } }))
  const definition = {
    ...SMALL, scales, composites: [{ id: 'all', title: 'All', expression: 'mean(a, b) + points(calm1)', range: [0, 100] }],
    archetypes: { title: 'Like', of: ['a', 'all'], list: [{ id: 'x', title: 'X', text: 'X.', at: [1, 2] }, { id: 'y', title: 'Y', text: 'Y.', at: [3, 4] }] },
    targets: [{ of: 'a', at: 50 }],
  }
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, definition)
  await step(() => choose('more add', 'areas'), ['dimensions'], [{ id: 'area1', title: 'New area' }])
  await fill('dimension area1 title', 'Home')
  await click('add area button')
  await fill('dimension area2 title', 'Work')
  await holds(['dimensions'], [{ id: 'area1', title: 'Home' }, { id: 'area2', title: 'Work' }])
  assert.equal(await control(page, 'picture add').count(), 0)
  await open('scales', 'scale a', 'scale-more a')
  await step(() => choose('scale a area', 'area1'), ['scales', 0, 'id'], 'area1.a')
  const now = await holds(['composites', 0, 'expression'], 'mean(area1.a, b) + points(calm1)')
  assert.deepEqual([now.archetypes.of, now.targets], [['area1.a', 'all'], [{ of: 'area1.a', at: 50 }]])
  for (const [id, area, name] of /** @type {const} */ ([['b', 'area2', 'area2.a'], ['c', 'area1', 'area1.c'], ['d', 'area2', 'area2.c']])) {
    await open(`scale ${id}`, `scale-more ${id}`)
    await choose(`scale ${id} area`, area)
    await control(page, `scale ${name} area`).waitFor()
  }
  await step(() => click('picture add'), ['picture'], { across: 'a', up: 'c', across_title: 'From left to right', up_title: 'From bottom to top', lead: 'difference1', corridor: 15 })
  await holds(['composites', 1], { id: 'difference1', each: 'dimension', title: 'Difference', expression: 'this.a - this.c' })
  await choose('picture across', 'c')
  await choose('picture up', 'a')
  await fill('picture across_title', 'How it is')
  await fill('picture corridor', '10')
  await holds(['picture'], { across: 'c', up: 'a', across_title: 'How it is', up_title: 'From bottom to top', lead: 'difference1', corridor: 10 })
  // numbers of all areas, and of the one in view
  await open('composites', 'composite all')
  await fill('composite all is', '')
  for (const name of ['mean()', 'each.a']) {
    await control(page, 'composite all is insert').focus()
    await choose('composite all is insert', name)
  }
  await holds(['composites', 0, 'expression'], 'mean(each.a)')
  await control(page, 'composite all each').check()
  await fill('composite all is', '100 - ')
  await control(page, 'composite all is insert').focus()
  await choose('composite all is insert', 'this.difference1')
  await control(page, 'composite all each').uncheck()
  await fill('composite all is', 'mean(each.difference1)')
  await holds(['composites', 0], { id: 'all', title: 'All', expression: 'mean(each.difference1)', range: [0, 100] })
  await done()
})

test('a question: hints, order, how many, a picture with its words', async t => {
  const items = SMALL.items.map(item => (item.id === 'color' ? { id: 'color', text: 'Which colours?', kind: { multiple: { choices: [{ value: 'red', label: 'Red', points: 0 }, { value: 'blue', label: 'Blue', points: 50 }, { value: 'green', label: 'Green', points: 50 }] } } } : item))
  const { holds, click, fill, open, step, done, page } = await writing(t, { ...SMALL, items })
  await open('item color', 'item-more color')
  await control(page, 'item color hints').pressSequentially('Look out.\n\nLook again.')
  assert.equal(await control(page, 'item color hints').inputValue(), 'Look out.\n\nLook again.')
  await fill('item color most', '2')
  await step(() => control(page, 'item color shuffle').check(), ['items', 1, 'shuffle'], true)
  const gif = 'R0lGODlhAQABAIAAAAD/AAAAACwAAAAAAQABAAACAkQBADs='
  const chosen = page.waitForEvent('filechooser')
  await click('item color image choose')
  await (await chosen).setFiles({ name: 'green.gif', mimeType: 'image/gif', buffer: Buffer.from(gif, 'base64') })
  await holds(['items', 1, 'image'], { src: `data:image/gif;base64,${gif}`, alt: 'What the picture shows' })
  // its words are selected, so that they can be written over
  await page.keyboard.insertText('A green dot')
  await holds(['items', 1, 'image', 'alt'], 'A green dot')
  const now = await holds(['items', 1, 'hints'], ['Look out.', 'Look again.'])
  assert.deepEqual([now.items[1].kind.multiple.most, now.items[1].shuffle], [2, true])
  await step(() => click('item color image delete'), ['items', 1, 'image'], undefined)
  await done()
})

test('a right answer: all or nothing, and whether capitals matter', async t => {
  const items = [
    { id: 'words', text: 'Which word?', kind: { text: {} }, correct: { texts: [{ text: 'Tea' }] } },
    { id: 'some', text: 'Which of these?', kind: { multiple: { choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }, { value: 'c', label: 'C' }] } }, correct: { choices: ['a', 'b'] } },
  ]
  const { scales: _, ...rest } = SMALL
  const { open, step, done, page } = await writing(t, { ...rest, items, pages: [{ title: 'One', items: ['words', 'some'] }] })
  await open('item words')
  await step(() => control(page, 'item words right case').check(), ['items', 0, 'correct'], { texts: [{ text: 'Tea' }], case: true })
  await step(() => control(page, 'item words right case').uncheck(), ['items', 0, 'correct'], { texts: [{ text: 'Tea' }] })
  await open('item some', 'item-more some')
  await step(() => control(page, 'item some whole').check(), ['items', 1, 'correct'], { choices: ['a', 'b'], whole: true })
  await done()
})

test('a picture that is too large is made smaller', async t => {
  const { holds, click, open, page, done } = await writing(t, SMALL)
  const large = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 })
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
    for (let n = 0; n < 3000; n++) {
      context.fillStyle = `hsl(${n * 7} 80% 50%)`
      context.fillRect((n * 137) % 1600, (n * 251) % 1200, 60, 40)
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  assert.ok(large.length > 32768)
  await open('item calm1', 'item-more calm1')
  const chosen = page.waitForEvent('filechooser')
  await click('item calm1 image choose')
  await (await chosen).setFiles({ name: 'large.png', mimeType: 'image/png', buffer: Buffer.from(large, 'base64') })
  await control(page, 'item calm1 image alt').waitFor()
  const src = await page.locator('img.thumb').evaluate(image => /** @type {HTMLImageElement} */ (image).src)
  assert.match(src, /^data:image\/jpeg;base64,/)
  assert.ok(src.length <= 32768, String(src.length))
  await holds(['items', 0, 'image'], { src, alt: 'What the picture shows' })
  await done()
})

test('a page: a draw, another order, and questions behind a switch', async t => {
  const { holds, click, fill, open, step, done, page } = await writing(t, SMALL)
  await open('page 1', 'page-more 1')
  await step(() => control(page, 'page 1 shuffle').check(), ['pages', 1, 'shuffle'], true)
  await control(page, 'page 1 shuffle').uncheck()
  await fill('page 1 draw', '2')
  await holds(['pages', 1], { title: 'Two', items: ['hours', 'clear1', 'clear2'], draw: 2 })
  await fill('page 1 draw', '')
  await step(() => click('page 1 switch add'), ['pages', 1], { title: 'Two', items: ['hours', 'clear1'], optional: { label: 'Answer a few more', items: ['clear2'] } })
  await fill('page 1 switch label', 'More about it')
  await step(() => control(page, 'page 1 switch clear1').check(), ['pages', 1], { title: 'Two', items: ['hours'], optional: { label: 'More about it', items: ['clear2', 'clear1'] } })
  await step(() => control(page, 'page 1 switch clear2').uncheck(), ['pages', 1], { title: 'Two', items: ['hours', 'clear2'], optional: { label: 'More about it', items: ['clear1'] } })
  await step(() => click('page 1 switch clear1'), ['pages', 1], { title: 'Two', items: ['hours', 'clear2', 'clear1'] })
  await click('page 1 switch add')
  await holds(['pages', 1, 'optional', 'items'], ['clear1'])
  await done()
})

test('scores: another that they count for, weights, how sure they are; one that goes is named nowhere', async t => {
  const definition = {
    ...DIVIDED, targets: [{ of: 'clear', at: 60 }, { of: 'all', at: 70 }],
    archetypes: { title: 'Like', of: ['clear', 'all'], list: [{ id: 'x', title: 'X', text: 'X.', at: [1, 2] }, { id: 'y', title: 'Y', text: 'Y.', at: [3, 4] }] },
  }
  const { holds, click, fill, choose, open, step, done, page } = await writing(t, definition)
  await open('scales', 'scale calm', 'scale-more calm')
  await step(() => choose('scale calm parent', 'clear'), ['scales', 0, 'parent'], 'clear')
  await fill('scale calm wobble', '6')
  await fill('scale calm calm1 weight', '2')
  await holds(['scales', 0], { id: 'calm', title: 'Calm', higher: 'calmer', parent: 'clear', members: [{ item: 'calm1', weight: 2 }], missing: { scored: 0.5 }, wobble: 6 })
  await open('scale clear')
  await step(() => click('scale clear delete'), ['scales'], [{ id: 'calm', title: 'Calm', higher: 'calmer', members: [{ item: 'calm1', weight: 2 }], missing: { scored: 0.5 }, wobble: 6 }])
  const now = await holds(['targets'], [{ of: 'all', at: 70 }])
  assert.deepEqual(now.archetypes.of, ['all'])
  assert.deepEqual(now.archetypes.list.map((/** @type {any} */ { at }) => at), [[2], [4]])
  // what is calculated from it is for the writer to say
  await head(page, 'composites').locator('.badge').or(page.locator('.problems-head .is-error')).first().waitFor()
  await press(page, 'Undo')
  await holds(['scales', 1, 'id'], 'clear')
  await done()
})

test('levels say what would move them, or not', async t => {
  const { holds, open, step, done, page } = await writing(t, DIVIDED)
  await open('bands', 'band height')
  assert.ok(await control(page, 'band height next').isChecked())
  await step(() => control(page, 'band height next').uncheck(), ['bands', 0, 'next'], false)
  await control(page, 'band height next').check()
  await holds(['bands', 0], DIVIDED.bands[0])
  await control(page, 'band height next').uncheck()
  await holds(['bands', 0, 'next'], false)
  await done()
})

for (const [name, ...of] of [['bt-synchronization', 'roles', 'role', 'areas', 'dimension', 'composites', 'composite', 'rule'], ['samples/working-styles', 'profiles', 'profile'], ['samples/everyday-character', 'choice_set']]) {
  test(`every section of ${name} is opened and closed, and not a byte is changed`, async t => {
    const { page, errors } = await browser.page(t)
    await opened(page, server.url)
    const before = instrument(name)
    await openFile(page, before)
    const heads = await page.locator('.outline').evaluate(outline => {
      const seen = new Set()
      // what is opened shows further heads; of questions and the like one is open at a time
      for (let next; (next = [...outline.querySelectorAll('.head')].find(head => !seen.has(head.getAttribute('data-key'))));) {
        seen.add(next.getAttribute('data-key'))
        if (next.getAttribute('aria-expanded') === 'false') /** @type {HTMLElement} */ (next).click()
      }
      const kinds = new Set([...seen].map(key => key.split(' ')[1]))
      for (const head of [...outline.querySelectorAll('h2 > .head[aria-expanded=true]')]) /** @type {HTMLElement} */ (head).click()
      return [...kinds]
    })
    for (const kind of ['about', 'pages', 'item', 'item-more', 'page-more', 'scale', 'scale-more', 'band', ...of]) assert.ok(heads.includes(kind), kind)
    assert.ok(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled())
    // what is kept after a further change, taken back, is the text that was opened
    await head(page, 'about').click()
    await control(page, 'title').fill('Changed')
    await undoAll(page)
    assert.equal(await current(page), before)
    assert.deepEqual(errors, [])
  })
}

test('a problem of these places opens its entry', async t => {
  const definition = {
    ...DIVIDED,
    roles: [{ id: 'lead', label: 'Lead', counterpart: 'nobody' }],
    items: SMALL.items.map(item => (item.id === 'clear1' ? { ...item, show_if: 'clear2 > 3' } : item)),
    composites: [{ id: 'all', title: 'Calm and clear', expression: 'mean(calm, cleer)', range: [0, 100] }],
    archetypes: { title: 'Like', of: ['calm'], list: [{ id: 'x', title: 'X', text: 'X.', at: [1, 2] }, { id: 'y', title: 'Y', text: 'Y.', at: [3] }] },
    targets: [{ of: 'colm', at: 60 }],
    norms: [{ of: 'calm', group: 'Adults', unit: 't', table: [[50, 1], [0, 50]], source: [{ title: 'S' }] }],
  }
  const { page } = await writing(t, definition)
  await page.locator('.problems-head').click()
  for (const [words, shown] of /** @type {const} */ ([
    ['question 4', 'item clear1 if text'], ['calculated number 1', 'composite all is'], ['role 1', 'role 0 counterpart'], ['profile 1', 'profile x at calm'],
    ['target 1', 'target 0 of'], ['norms 1', 'norm 0 0 0'],
  ])) {
    await page.locator('.jump', { hasText: words }).first().click()
    await control(page, shown).waitFor()
  }
  for (const key of ['item clear1', 'composite all', 'role 0', 'profile x', 'target 0', 'norm 0']) await head(page, key).locator('.badge.is-error').first().waitFor()
})

test('who writes a quiz of five questions sees no more than one menu of what else there is', async t => {
  const { page } = await browser.page(t)
  await opened(page, server.url)
  await begin(page, 'quiz', 'Plain')
  const sections = await page.locator('.outline h2 .title').allInnerTexts()
  assert.deepEqual(sections, ['Title and introduction', 'Questions', 'Quiz', 'Scores', 'Levels', 'Advice', 'Shared answers'])
  assert.equal(await control(page, 'more add').count(), 1)
  assert.deepEqual(await control(page, 'more add').locator('option').allInnerTexts(), ['Add something else…', 'Roles: who answers', 'Calculated numbers', 'Typical profiles', 'Targets for scores', 'Norms: what a score means among others', 'Areas with the same scores each'])
  // a score divided into levels is not yet a calculation
  await head(page, 'scales').click()
  await page.locator('[data-key^="head scale "]').first().click()
  await press(page, 'Divide it into levels')
  await head(page, 'bands').locator('.soft', { hasText: '1 division' }).waitFor()
  assert.equal(await head(page, 'composites').count(), 0)
})

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`nothing that axe finds with all of it open, and nothing wider than a phone, ${scheme}`, async t => {
    const own = await launch({ scheme })
    t.after(() => own.close())
    const { page } = await own.page(t, { viewport: { width: 390, height: 844 } })
    await opened(page, server.url)
    const definition = {
      ...DIVIDED, roles: [{ id: 'lead', label: 'Lead', counterpart: 'member' }, { id: 'member', label: 'Member' }],
      dimensions: [{ id: 'home', title: 'Home' }], group: { sides: [{ label: 'One', roles: ['lead'] }, { label: 'Two', roles: ['member'] }] },
      items: SMALL.items.map(item => (item.id === 'clear1' ? { ...item, show_if: "color == 'red' and hours > 3" } : item)),
      scales: [...SMALL.scales, { id: 'home.felt', title: 'Felt', higher: 'more', members: [{ item: 'hours' }], missing: { scored: 1 } }],
      archetypes: { title: 'Like', of: ['calm'], list: [{ id: 'x', title: 'X', text: 'X.', at: [1] }, { id: 'y', title: 'Y', text: 'Y.', at: [3] }] },
      targets: [{ of: 'calm', at: 60 }],
      norms: [{ of: 'calm', group: 'Adults', unit: 't', table: [[0, 1], [50, 50]], source: [{ title: 'S' }] }],
    }
    await openFile(page, text(definition))
    for (const key of ['item clear1', 'item-more clear1', 'page 0', 'page-more 0', 'roles', 'role 0', 'areas', 'dimension home', 'scales', 'scale home.felt', 'scale-more home.felt', 'composites', 'composite all', 'bands', 'band height', 'profiles', 'profile x', 'targets', 'target 0', 'norms', 'norm 0']) await head(page, key).click()
    assert.deepEqual(await violations(page), [])
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
  })
}
