// The same questions for everybody: the flagship and generated lists, in the words of each contestant.
import { readFile } from 'node:fs/promises'

const REPOSITORY = new URL('../../../', import.meta.url)
const read = async path => JSON.parse(await readFile(new URL(path, REPOSITORY), 'utf8'))

export const flagship = () => read('www/instruments/bt-synchronization.json')

/** The worked sheets as answers documents, by name. */
export async function sheets() {
  const { instrument: { id, version }, sheets } = await read('tests/vectors/worked-examples.json')
  return sheets.map(({ name, role, answers, active_seconds }) =>
    ({ name, text: JSON.stringify({ instrument: id, version, role, active_seconds, answers }) }))
}

const AGREEMENT = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree']

/** A definition of `n` five-point items on one page, all in one scale. */
export function generated(n) {
  const ids = Array.from({ length: n }, (_, i) => `Q${i + 1}`)
  return {
    format: 1, id: `items-${n}`, version: '1.0', title: `${n} items`, language: 'en', license: 'CC0-1.0', dont_know: "I don't know",
    choice_sets: [{ id: 'agreement', choices: AGREEMENT.map((label, i) => ({ value: i + 1, label })) }],
    items: ids.map((id, i) => ({ id, text: `Statement ${i + 1}: we agree on what comes first.`, kind: { choice: { set: 'agreement' } } })),
    pages: [{ title: 'All of them', items: ids }],
    scales: [{ id: 'all', title: 'All', higher: 'more agreement', members: ids.map(item => ({ item })), missing: { scored: 0.75, provisional: 0.5 } }],
  }
}

/** What a page without scoring needs, choice sets written out. */
export function plain({ title, intro = [], roles = [], dont_know: dontKnow, choice_sets, items, pages }) {
  const set = id => choice_sets.find(one => one.id === id)?.choices
  const byId = new Map(items.map(item => [item.id, item]))
  const choicesOf = ({ choices, set: id, of }) =>
    choices ?? set(id) ?? Object.values(byId.get(of).kind).map(choicesOf)[0]
  return {
    title, intro, dontKnow,
    roles: roles.map(({ id, label }) => ({ id, label })),
    items: items.map(({ id, text, kind }) => {
      const [[name, detail]] = Object.entries(kind)
      if (name === 'number') return { id, text, kind: name, ...detail }
      const mirrored = detail.of && byId.get(detail.of).text
      return {
        id, text: mirrored ? `${text} ${mirrored}` : text, kind: detail.of ? 'choice' : name,
        choices: choicesOf(detail), total: detail.total, rows: set(detail.rows),
      }
    }),
    pages: pages.map(({ title, items, optional }) => ({ title, items: [...items, ...optional?.items ?? []] })),
  }
}

const options = choices => choices.map(({ value, label }) => ({ value, text: label }))

/** One question of SurveyJS. */
function question({ id, text, kind, choices, rows, min, max, total }, dontKnow) {
  const base = { name: id, title: text }
  if (kind === 'number') return { ...base, type: 'text', inputType: 'number', min, max }
  if (kind === 'allocation') return { ...base, type: 'multipletext', items: choices.map(({ value, label }) => ({ name: value, title: label, inputType: 'number', min: 0, max: total })) }
  if (kind === 'ranking') return { ...base, type: 'ranking', choices: options(choices) }
  if (kind === 'grid') return { ...base, type: 'matrix', columns: options(choices), rows: options(rows) }
  return { ...base, type: 'radiogroup', choices: [...options(choices), { value: 'dk', text: dontKnow }] }
}

/** The same as a definition of SurveyJS. */
export function surveyJs({ title, intro, roles, dontKnow, items, pages }) {
  const byId = new Map(items.map(item => [item.id, item]))
  const start = { name: 'intro', description: intro.join(' '), elements: [{ type: 'radiogroup', name: 'role', title: 'Role', choices: roles.map(({ id, label }) => ({ value: id, text: label })) }] }
  const asked = pages.map(({ title, items }, n) => ({ name: `page${n}`, title, elements: items.map(id => question(byId.get(id), dontKnow)) }))
  return { title, firstPageIsStartPage: roles.length > 0, pages: roles.length ? [start, ...asked] : asked }
}
