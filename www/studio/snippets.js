// Pieces of a definition to begin with, for the places where they can stand. `${...}` is what is written over.

const CHOICES = '[{"value": "a", "label": "${First}"}, {"value": "b", "label": "${Second}"}]';
const item = (/** @type {string} */ rest) => `{"id": "\${q1}", "text": "\${Question}", ${rest}}`;

/** @type {{[place: string]: {label: string, detail: string, template: string}[]}} */
const AT = {
  items: [
    { label: "one choice", detail: "with the right one", template: item(`"kind": {"choice": {"choices": ${CHOICES}}}, "correct": {"choices": ["\${a}"]}`) },
    { label: "agreement", detail: "choices of a set", template: item('"kind": {"choice": {"set": "${agreement}"}}') },
    { label: "several choices", detail: "with the right ones", template: item(`"kind": {"multiple": {"choices": ${CHOICES}}}, "correct": {"choices": ["\${a}"]}`) },
    { label: "number", detail: "between two bounds", template: item('"kind": {"number": {"min": ${0}, "max": ${100}}}') },
    { label: "words", detail: "with accepted texts", template: item('"kind": {"text": {}}, "correct": {"texts": [{"text": "${answer}"}]}') },
    { label: "ranking", detail: "of a set", template: item('"kind": {"ranking": {"set": "${set}"}}') },
    { label: "grid", detail: "rows and choices", template: item('"kind": {"grid": {"rows": "${rows}", "set": "${set}"}}') },
    { label: "allocation", detail: "a total to divide", template: item('"kind": {"allocation": {"total": 100, "set": "${set}"}}') },
    { label: "note", detail: "never scored", template: item('"kind": {"note": {}}') },
    { label: "information", detail: "nothing to answer", template: item('"kind": {"info": {}}') },
  ],
  pages: [{ label: "page", detail: "", template: '{"title": "${Title}", "items": ["${q1}"]}' }],
  scales: [{ label: "scale", detail: "", template: '{"id": "${scale}", "title": "${Title}", "higher": "${more of it}", "members": [{"item": "${q1}"}], "missing": {"scored": 0.75}}' }],
  choice_sets: [{ label: "agreement", detail: "five steps", template: '{"id": "${agreement}", "choices": [{"value": 1, "label": "Not at all"}, {"value": 2, "label": "Rather not"}, {"value": 3, "label": "Partly"}, {"value": 4, "label": "Rather so"}, {"value": 5, "label": "Fully"}]}' }],
  bands: [{ label: "band", detail: "", template: '{"id": "${level}", "title": "${Level}", "of": "${composite}", "levels": [{"id": "low", "title": "${Low}", "from": 0, "text": "${What it means.}"}, {"id": "high", "title": "${High}", "from": 50, "text": "${What it means.}"}]}' }],
  "advice.rules": [{ label: "rule", detail: "", template: '{"id": "${r1}", "when": "${scale} < 50", "severity": "${100 - scale}", "title": "${Title}", "text": "${What to do.}", "owner": "${Who}", "first_step": "${What to begin with}", "sign": "${How one sees that it works}"}' }],
};

/** @param {string} place the names of the fields on the way to it */
export const snippets = (place) => AT[place] ?? [];
