// The catalogues say the same in every language: the same texts with the same places to fill, each with the forms
// of plural that its language has.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LANGUAGES } from '../../www/language.js'

const FOLDER = new URL('../../www/texts/', import.meta.url)
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']
/** Longer texts than this are sentences, and none reads the same in two languages. */
const NAME = 24

/** @param {string} lang @param {string} kind */
const read = (lang, kind) => JSON.parse(readFileSync(new URL(`${lang}${kind}.json`, FOLDER), 'utf8'))
/** @param {any} value */
const isPlural = value => value instanceof Object && 'other' in value && Object.keys(value).every(key => FORMS.includes(key))
/** @param {string} text */
const places = text => [...new Set(text.match(/\{\w+\}/g))].sort()
/** The forms that a language has for whole numbers. @param {string} lang */
const formsOf = lang => new Set(Array.from({ length: 1000 }, (_, n) => new Intl.PluralRules(lang).select(n)))

/** @param {string} lang @param {string} path @param {any} english @param {any} said */
function same(lang, path, english, said) {
  if (isPlural(english)) {
    assert.deepEqual(new Set(Object.keys(said)), formsOf(lang), `${path}: the forms of plural`)
    for (const [form, text] of Object.entries(said)) {
      // "one", "two" and "no" may be words
      const free = places(english.other).filter(place => place !== '{n}')
      assert.deepEqual(places(text).filter(place => place !== '{n}'), free, `${path}.${form}: the places`)
      if (form === 'other' || form === 'many' || form === 'few') assert.deepEqual(places(text), places(english.other), `${path}.${form}: the places`)
    }
  } else if (english instanceof Object) {
    assert.equal(Array.isArray(said), Array.isArray(english), path)
    assert.deepEqual(Object.keys(said), Object.keys(english), `${path}: the texts, in their order`)
    for (const key of Object.keys(english)) same(lang, `${path}.${key}`, english[key], said[key])
  } else {
    assert.equal(typeof said, 'string', path)
    assert.deepEqual(places(said), places(english), `${path}: the places`)
    assert.equal(said.trim() === '', english.trim() === '', `${path}: empty or not`)
    assert.ok(lang !== 'en' && said === english ? english.replace(/\{\w+\}/g, '').length <= NAME : true, `${path}: not translated`)
  }
}

/** Pages that speak English for now: those who write definitions. */
const ENGLISH = ['-studio']
const KINDS = readdirSync(FOLDER).filter(name => /^en\b/.test(name)).map(name => name.slice(2, -5)).filter(kind => !ENGLISH.includes(kind))

test('there is a catalogue of each kind in each language, and no other', () => {
  const translated = LANGUAGES.flatMap(lang => KINDS.map(kind => `${lang}${kind}.json`))
  assert.deepEqual(readdirSync(FOLDER).sort(), [...translated, ...ENGLISH.map(kind => `en${kind}.json`)].sort())
})

for (const lang of LANGUAGES) {
  for (const kind of KINDS) {
    test(`${lang}${kind} says what the English says`, () => same(lang, `${lang}${kind}`, read('en', kind), read(lang, kind)))
  }
}
