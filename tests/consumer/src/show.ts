import type { TautLine } from 'tautline'

/** Puts the widget on the page, typed as a project would write it. */
export function show(definition: unknown): TautLine {
  const widget = document.createElement('taut-line')
  widget.definition = definition
  widget.theme = 'light'
  widget.addEventListener('taut-complete', ({ detail }) => {
    const [first] = detail.metrics
    document.title = `${detail.instrument.id} ${first?.value?.toFixed(3) ?? 'none'} ${Object.keys(detail.answers.answers).length}`
  })
  document.body.append(widget)
  return widget
}
