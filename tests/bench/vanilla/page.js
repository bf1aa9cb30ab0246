// The floor: the same questions by hand, no framework, no scoring, nothing saved.
// `instrument` stands above this line when it is served; see lib/site.mjs.
const answers = new Map()
const root = document.getElementById('root')
const counter = element('p', { role: 'status' })
const items = new Map(instrument.items.map(item => [item.id, item]))

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const key in attributes) made.setAttribute(key, attributes[key])
  made.append(...children)
  return made
}

function set(id, value) {
  answers.set(id, value)
  counter.textContent = `${answers.size} of ${items.size} answered`
}

function radios(name, choices, picked) {
  return choices.map(({ value, label }) => {
    const input = element('input', { type: 'radio', name, value })
    input.addEventListener('change', () => picked(value))
    return element('label', {}, input, label)
  })
}

function numbers(rows, max, changed) {
  const values = {}
  return rows.map(({ value, label }) => {
    const input = element('input', { type: 'number', min: 0, max })
    input.addEventListener('input', () => {
      values[value] = input.valueAsNumber
      changed(values)
    })
    return element('label', {}, input, label)
  })
}

const bodies = {
  choice: ({ id, choices }) => radios(id, choices, value => set(id, value)),
  number: ({ id, min, max, unit }) => {
    const slider = element('input', { type: 'range', min, max, 'aria-label': 'Slider' })
    const field = element('input', { type: 'number', min, max, 'aria-label': 'Number' })
    slider.addEventListener('input', () => { field.value = slider.value; set(id, slider.valueAsNumber) })
    field.addEventListener('input', () => { slider.value = field.value; set(id, field.valueAsNumber) })
    return [slider, field, unit ?? '']
  },
  allocation: ({ id, choices, total }) => numbers(choices, total, values => set(id, { ...values })),
  ranking: ({ id, choices }) => numbers(choices, choices.length, values => set(id, { ...values })),
  grid: ({ id, rows, choices }) => {
    const values = {}
    return rows.map(({ value, label }) => element('fieldset', {}, element('legend', {}, label),
      ...radios(`${id}.${value}`, choices, picked => set(id, { ...Object.assign(values, { [value]: picked }) }))))
  },
}

function frame(item) {
  const unknown = radios(item.id, [{ value: 'dk', label: instrument.dontKnow }], () => set(item.id, 'dk'))
  return element('fieldset', { 'data-item': item.id }, element('legend', {}, item.text), ...bodies[item.kind](item), ...unknown)
}

function button(label, pressed) {
  const made = element('button', { type: 'button' }, label)
  made.addEventListener('click', pressed)
  return made
}

function show(n) {
  const page = instrument.pages[n]
  if (!page) return root.replaceChildren(element('h2', {}, 'Thank you'))
  root.replaceChildren(counter, element('h2', {}, page.title), ...page.items.map(id => frame(items.get(id))),
    button('Back', () => (n ? show(n - 1) : intro())), button('Next', () => show(n + 1)))
}

function intro() {
  root.replaceChildren(element('h1', {}, instrument.title), ...instrument.intro.map(text => element('p', {}, text)),
    ...radios('role', instrument.roles.map(({ id, label }) => ({ value: id, label })), value => answers.set('role', value)),
    button('Start', () => show(0)))
}

if (instrument.roles.length) intro()
else show(0)
