// One server for all contestants. Every body is compressed beforehand, so no contestant waits for that.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { partsOf } from '../../browser/harness/release.mjs'
import { startServer } from '../../browser/harness/server.mjs'
import { plain, surveyJs } from './instrument.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.wasm': 'application/wasm', '.png': 'image/png',
}
const own = path => readFile(new URL(`../${path}`, import.meta.url))
const SURVEY_JS = ['survey-core/survey.core.min.js', 'survey-core/survey-core.fontless.min.css', 'survey-js-ui/survey-js-ui.min.js']
/** Of the folder of the parts. */
const WIDGET = ['pkg/tautline_bg.wasm', 'pkg/compile.js', 'pkg/compile_bg.wasm', 'together.js', 'texts/en-together.json', 'pkg/together_bg.wasm']

const MODULES = ['tautline.js', 'tautline_bg.wasm', 'compile.js', 'compile_bg.wasm', 'group.js', 'group_bg.wasm', 'studio.js', 'studio_bg.wasm'].map(name => `pkg/${name}`)

/**
 * Serves `/CONTESTANT/SET/` for every set of questions; returns the addresses and what each path weighs.
 * @param {string} dist   the release folder
 * @param {Map<string, object>} sets   definitions by name; `flagship` is the one that the release shows by itself
 */
export async function startSite(dist, sets) {
  const files = new Map()
  const add = (path, body) => {
    const zipped = gzipSync(body, { level: 9 })
    files.set(path, { body: Buffer.from(body), gzip: zipped, type: TYPES[extname(path)] ?? TYPES['.html'] })
  }
  for (const [name, definition] of sets) {
    const questions = plain(definition)
    await addWidget(add, dist, name, definition)
    add(`/vanilla/${name}/`, await own('vanilla/index.html'))
    add(`/vanilla/${name}/page.css`, await own('vanilla/page.css'))
    add(`/vanilla/${name}/page.js`, `const instrument = ${JSON.stringify(questions)}\n${await own('vanilla/page.js')}`)
    add(`/surveyjs/${name}/`, await own('surveyjs/index.html'))
    add(`/surveyjs/${name}/page.js`, `const survey = ${JSON.stringify(surveyJs(questions))}\n${await own('surveyjs/page.js')}`)
    for (const path of SURVEY_JS) add(`/surveyjs/${name}/${path.split('/')[1]}`, await own(`node_modules/${path}`))
  }
  // The modules by themselves, with the bindings that the release holds in its bundle.
  for (const path of MODULES) add(`/${path}`, await readFile(new URL(`../../../www/${path}`, import.meta.url)))
  for (const name of ['sheets.js', 'plain.js']) add(`/million/${name}`, await own(`million/${name}`))
  add('/blank', '<!doctype html><title>Blank</title>')
  const server = await startServer({
    root: dist,
    change(path) {
      const file = files.get(path)
      return file && { body: file.gzip, headers: { 'Content-Type': file.type, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } }
    },
  })
  return {
    ...server,
    /** Bytes of one path. @param {string} path @param {'gzip' | 'brotli'} how */
    weight(path, how) {
      const file = files.get(path)
      if (!file) return 0
      return how === 'gzip' ? file.gzip.length : brotliCompressSync(file.body).length
    },
  }
}

/** The release as it is; other questions take the place of the definition in its page. */
async function addWidget(add, dist, name, definition) {
  const index = await readFile(`${dist}/index.html`, 'utf8')
  const json = JSON.stringify(definition).replaceAll('<', '\\u003c')
  add(`/widget/${name}/`, name === 'flagship' ? index : index.replace(/(?<=<taut-line>\s*<script [^>]*>)[^<]*/, () => json))
  add(`/widget/${name}/icon.png`, await readFile(`${dist}/icon.png`))
  const parts = partsOf(dist)
  for (const path of WIDGET) add(`/widget/${name}/${parts}/${path}`, await readFile(`${dist}/${parts}/${path}`))
}
