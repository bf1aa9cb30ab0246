// Makes the release page: node bundle.mjs WWW OUT; the compiled instruments are in OUT already.
// The folders inside stay as they are (pkg/, instruments/, texts/), so that every address resolved
// against a script at the root means the same in development and in the release.
import { build } from 'esbuild'
import { minify } from 'terser'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { prepare } from './prepare.mjs'

const [www, out] = process.argv.slice(2).map(path => resolve(path))
const GATE = 'pkg/compile.js'
const LATER = 'together.js'
const WORKER = 'group-worker.js'
const STAND_IN = 'local-storage.js'
const WASM = ['tautline', 'compile', 'together', 'group'].map(name => `pkg/${name}_bg.wasm`)
const INSTRUMENT = 'instruments/bt-synchronization.json'

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

for (const folder of ['pkg', 'texts']) await mkdir(join(out, folder), { recursive: true })

const result = await build({
  entryPoints: { tautline: join(www, 'define.js'), together: join(www, LATER), 'local-storage': join(www, STAND_IN), group: join(www, 'group.js'), workshop: join(www, 'workshop.js'), 'group-worker': join(www, WORKER) },
  outdir: out,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  // The bindings warn of uses that are not ours.
  drop: ['console'],
  define: { 'Symbol.dispose': 'undefined', FinalizationRegistry: 'undefined' },
  logLevel: 'warning',
  // Loaded when they are needed: the gate, what only shared results need, the thread that adds up a group, what stands
  // in for a database that fails.
  external: [`./${GATE}`, `./${LATER}`, `./${WORKER}`, `./${STAND_IN}`],
  plugins: [prepare],
}).catch(() => stop('The scripts could not be bundled; the reason stands above.'))

if (result.warnings.length > 0) stop('The bundle has warnings; they stand above.')
for (const { path, text } of result.outputFiles) await writeFile(path, await smaller(text))

// In one bundle import.meta.url is the root's, so only scripts at the root may use it.
for (const input of Object.keys(result.metafile.inputs)) {
  const folder = relative(www, dirname(resolve(input)))
  // The bindings name the address only in a function that nothing here calls.
  if (folder === '' || folder === 'pkg') continue
  if ((await readFile(input, 'utf8')).includes('import.meta.url')) {
    stop(`${relative(www, resolve(input))} uses import.meta.url: move that line to a script at the root of www.`)
  }
}

await writeFile(join(out, GATE), await smaller(await readFile(join(www, GATE), 'utf8')))
for (const name of WASM) await copyFile(join(www, name), join(out, name))
for (const name of await readdir(join(www, 'texts'))) {
  const texts = JSON.parse(await readFile(join(www, 'texts', name), 'utf8'))
  await writeFile(join(out, 'texts', name), JSON.stringify(texts))
}
for (const name of await readdir(www)) {
  if (!/\.(css|svg|png|ico)$|^404\.html$|^repair\.js$/.test(name)) continue
  if (name.endsWith('.css')) {
    await build({ entryPoints: [join(www, name)], outfile: join(out, name), minify: true, logLevel: 'warning' })
  } else {
    await copyFile(join(www, name), join(out, name))
  }
}
await writeFile(join(out, 'index.html'), await page(await readFile(join(www, 'index.html'), 'utf8')))
for (const name of ['group.html', 'workshop.html']) {
  await writeFile(join(out, name), guarded(await readFile(join(www, name), 'utf8'), "'self'", "'self'", 'tautline'))
}

/** A module as small as it gets: terser joins and drops what esbuild leaves. @param {string} module */
async function smaller(module) {
  const compress = { passes: 4, keep_fargs: false, unsafe: true }
  const { code } = await minify(module, { module: true, ecma: 2020, compress, format: { comments: false } })
  return code ?? ''
}

/**
 * The page with all that its first screen needs in the first response: a second wave of requests costs as much
 * as 100 kB. Its policy lets nothing else run, and lets it ask nobody but its own host.
 */
async function page(/** @type {string} */ html) {
  const script = await readFile(join(out, 'tautline.js'), 'utf8')
  const style = await readFile(join(out, 'index.css'), 'utf8')
  if (/<(?:\/?script|!--)/i.test(script)) stop('A script that holds <script or <!-- in a string ends the page that it stands in.')
  const element = '<taut-line>'
  return [
    ['<link rel="stylesheet" href="./index.css">', `<style>${style}</style>`],
    // Without `blocking` the page is drawn once before the script has run.
    ['<script type="module" src="./define.js"></script>', `<script type="module" blocking="render">${script}</script>`],
    // Words beside words take less room when they are compressed.
    [element, `${await block('id="taut-texts" ', 'texts/en.json')}\n${element}\n${await block('', INSTRUMENT)}`],
  ].reduce((page, [from = '', to = '']) => {
    if (page.split(from).length !== 2) stop(`index.html must hold ${from} once.`)
    return page.replace(from, () => to)
  }, guarded(html, `'self' ${hash(script)}`, hash(style), "'none'"))
}

/**
 * A page with its policy.
 * @param {string} html @param {string} scripts that may run @param {string} styles that apply
 * @param {string} types the policy that may name addresses of scripts, for a worker
 */
function guarded(html, scripts, styles, types) {
  const policy = [
    "default-src 'none'", `script-src ${scripts} 'wasm-unsafe-eval'`, `style-src ${styles}`, "connect-src 'self'",
    "img-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", `trusted-types ${types}`,
  ].join('; ')
  return html.replace('<meta name="viewport"', `<meta http-equiv="Content-Security-Policy" content="${policy}">\n$&`)
}

/** A data block; no policy forbids it, since nothing in it runs. @param {string} attributes @param {string} name */
async function block(attributes, name) {
  const data = (await readFile(join(out, name), 'utf8')).trim().replaceAll('<', '\\u003c')
  return `<script ${attributes}type="application/json">${data}</script>`
}

/** How a policy names a script or a style that stands in the page. @param {string} text */
function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
