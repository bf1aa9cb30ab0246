// Makes the kit that `tautline bundle` makes everything of: node kit.mjs WWW KIT.zip
// Scripts bundled and minified, wasm, texts, pages as they are; nothing in it knows a definition.
import { build } from 'esbuild'
import { zipSync } from 'fflate'
import { minify } from 'terser'
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { prepare } from './prepare.mjs'

const [www = '', zip = ''] = process.argv.slice(2).map(path => resolve(path))
/** Stands for the name of the folder with the parts, until a bundle knows it. */
const PARTS = '@parts@'
const GATE = 'pkg/compile.js'
/** What stands in for a database that fails. */
const STANDS_IN = 'local-storage'
/** The text editor, which is bundled and small already. */
const EDITOR = 'pkg/editor.js'
// Each as wasm, and as a script for pages that let none run.
const CORES = ['pkg/whole_plain.js', ...['tautline', 'wide', 'compile', 'together', 'group'].flatMap(name => [`pkg/${name}_bg.wasm`, `pkg/${name}_plain.js`])]
/** What only the page for authors loads. */
const STUDIO = ['pkg/studio_bg.wasm', EDITOR]
const SAMPLES = 'samples.css'

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** @type {{[name: string]: Uint8Array}} */
const kit = {}
const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text)
const read = (/** @type {string} */ name) => readFile(join(www, name))

// Beside each other: what the page loads first, and what it loads when it is asked for.
for (const [entry, from, ...fetched] of [
  ['tautline', 'define', 'tautline'], ['wide', 'wide', 'wide'], ['together', 'together', 'together'], [STANDS_IN, STANDS_IN], ['group', 'group'],
  ['workshop', 'workshop', 'tautline'], ['group-worker', 'group-worker', 'group'], ['embed-page', 'embed-page'],
]) {
  kit[`parts/${entry}.js`] = utf8(await bundled(`${from}.js`, await outside(fetched)))
}

// The first script as it stands in the page: one folder up.
const first = (await bundled('embed/site.js', await outside(['tautline'])))
  .replaceAll('import.meta.url', `new URL("./${PARTS}/",import.meta.url)`)
  .replace(/\bimport\((["'`])\.\//g, `import($1./${PARTS}/`)
if (first.split(`./${PARTS}/`).length < 4) stop('site.js names no parts: has esbuild changed how it writes addresses?')
kit['site.js'] = utf8(first)

// In one file.
kit['parts/whole.js'] = utf8(await bundled('embed/whole.js', inside('inside')))
kit['wide/whole.js'] = utf8(await bundled('embed/whole.js', inside('inside-wide', true)))
for (const name of ['single', 'lms']) {
  kit[`${name}.js`] = utf8(await bundled(`embed/${name}.js`, inside('packed')))
  kit[`wide/${name}.js`] = utf8(await bundled(`embed/${name}.js`, inside('packed', true)))
}
kit['package/slim.js'] = utf8(await bundled('embed/slim.js', inside('given')))
kit['package/wide.js'] = utf8(await bundled('wide.js', inside('beside', true)))
kit['whole.wasm'] = await read('pkg/whole_bg.wasm')
for (const name of ['loader', 'resize']) kit[`${name}.js`] = utf8(await bundled(`embed/${name}.js`))

kit[`parts/${GATE}`] = utf8(await smaller(await readFile(join(www, GATE), 'utf8')))
for (const name of CORES) kit[`parts/${name}`] = await read(name)
// Among the parts only where authors and samples are: `tautline bundle --studio`.
for (const name of STUDIO) kit[`studio/${name}`] = await read(name)
kit['studio/studio.js'] = utf8(await bundled('embed/studio-site.js', await outside(['tautline'])))
kit['studio/samples.js'] = utf8(await bundled('embed/samples-site.js', await outside([])))
kit['studio/studio-worker.js'] = utf8(await bundled('studio-worker.js', await outside(['studio'])))
for (const folder of ['instruments/templates', 'instruments/samples']) {
  for (const name of await readdir(join(www, folder))) kit[`studio/${folder}/${name}`] = await read(`${folder}/${name}`)
}
for (const name of await readdir(join(www, 'texts'))) {
  kit[`${/-studio\.json$/.test(name) ? 'studio' : 'parts'}/texts/${name}`] = utf8(JSON.stringify(JSON.parse((await read(`texts/${name}`)).toString())))
}
for (const name of await readdir(www)) {
  if (/\.html$/.test(name)) kit[`pages/${name}`] = await read(name)
  if (/\.(png|svg|ico)$/.test(name)) kit[`icons/${name}`] = await read(name)
  if (name === 'repair.js') kit[name] = await read(name)
  if (/\.css$/.test(name)) kit[`${name === SAMPLES ? 'studio' : 'parts'}/${name}`] = await sheet(name)
}
kit['single.css'] = await sheet('embed/single.css')
kit['sw.js'] = await read('embed/sw.js')
for (const name of await readdir(join(www, 'hosting'))) kit[`hosting/${name}`] = await read(`hosting/${name}`)
for (const name of await readdir(join(www, 'package'))) kit[`package/${name}`] = await read(`package/${name}`)
for (const name of await readdir(join(www, 'themes'))) kit[`themes/${name}`] = await sheet(`themes/${name}`)
// The same time for all: two builds of the same are the same.
const names = Object.keys(kit).sort()
await writeFile(zip, zipSync(Object.fromEntries(names.map(name => [name, kit[name] ?? new Uint8Array()])), { level: 9, mtime: new Date(1980, 0, 1) }))

/** A minified sheet. @param {string} name */
async function sheet(name) {
  const { outputFiles } = await build({ entryPoints: [join(www, name)], minify: true, write: false, logLevel: 'warning' })
  return outputFiles[0]?.contents ?? stop(`${name} is no sheet.`)
}

/** @param {string} entry @param {import('esbuild').Plugin} [where] its files are */
async function bundled(entry, where) {
  const inFile = where?.name.startsWith('one ')
  const result = await build({
    entryPoints: [join(www, entry)],
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
    // Loaded when they are needed: the gate, what only shared results need, the thread that adds up a group, the rest.
    external: [`./${GATE}`, ...where?.name === 'one wide file' ? [] : ['./wide.js'], ...inFile ? [] : [`./${EDITOR}`, './together.js', './group-worker.js', './studio-worker.js', `./${STANDS_IN}.js`]],
    plugins: [...where ? [where] : [], prepare],
  }).catch(() => stop('The scripts could not be bundled; the reason stands above.'))
  if (result.warnings.length > 0) stop('The bundle has warnings; they stand above.')
  await addressesAtTheRoot(Object.keys(result.metafile.inputs))
  return smaller(result.outputFiles[0]?.text ?? '')
}

/**
 * Files that lie beside the script: the definition of the bundle, the pages one folder up, what is fetched by its hash.
 * @param {string[]} modules of wasm @returns {Promise<import('esbuild').Plugin>}
 */
async function outside(modules) {
  const hashes = await Promise.all(modules.map(async name => {
    const hash = createHash('sha256').update(await read(`pkg/${name}_bg.wasm`)).digest('base64')
    return [`./pkg/${name}_bg.wasm`, `sha256-${hash}`]
  }))
  return {
    name: 'outside',
    setup({ onLoad }) {
      changed(onLoad, /www\/parts\.js$/, ['PAGES = "./"', 'PAGES = "../"'], ['INTEGRITY = {}', `INTEGRITY = ${JSON.stringify(Object.fromEntries(hashes))}`])
      changed(onLoad, /www\/studio\.js$/, ['"define.js"', '"tautline.js"'])
      changed(onLoad, /www\/samples\.js$/, ['"./define.js"', '"./tautline.js"'], ['"./instruments/samples/"', '"./samples/"'])
      changed(onLoad, /www\/fetched\.js$/, ['"./instruments/bt-synchronization.json"', '"./instrument.json"'])
    },
  }
}

/** @param {import('esbuild').PluginBuild["onLoad"]} onLoad @param {RegExp} filter @param {...[from: string, to: string]} changes */
function changed(onLoad, filter, ...changes) {
  onLoad({ filter }, async ({ path }) => {
    const contents = changes.reduce((text, [from, to]) => {
      if (text.split(from).length !== 2) stop(`${path} must hold ${from} once.`)
      return text.replace(from, () => to)
    }, await readFile(path, 'utf8'))
    return { contents }
  })
}

/**
 * Files that are in the script itself, or given to it.
 * @param {'inside' | 'inside-wide' | 'packed' | 'given' | 'beside'} parts @param {boolean} [wide] with what the wider language needs and its core
 * @returns {import('esbuild').Plugin}
 */
function inside(parts, wide) {
  const core = wide ? 'wide' : 'whole'
  /** @type {{[path: string]: string}} */
  const instead = { 'parts.js': `embed/${parts}.js`, 'together.js': 'embed/share.js', 'pkg/tautline.js': `pkg/${core}.js` }
  return {
    name: wide ? 'one wide file' : 'one file',
    setup({ onResolve }) {
      onResolve({ filter: /\.js$/ }, ({ path, resolveDir }) => {
        const wanted = relative(www, join(resolveDir, path))
        if (wanted === 'pkg/whole_plain.js') return { path: `./pkg/${core}_plain.js`, external: true }
        const to = instead[wanted]
        return to && { path: join(www, to) }
      })
    },
  }
}

/** In one bundle import.meta.url is the root's, so only scripts at the root may use it. @param {string[]} inputs */
async function addressesAtTheRoot(inputs) {
  for (const input of inputs.filter(input => !input.includes(':'))) {
    const folder = relative(www, dirname(resolve(input)))
    // The bindings name the address only in a function that nothing here calls.
    if (folder === '' || folder === 'pkg' || /embed.(within|beside)\.js$/.test(input)) continue
    if ((await readFile(input, 'utf8')).includes('import.meta.url')) {
      stop(`${relative(www, resolve(input))} uses import.meta.url: move that line to a script at the root of www.`)
    }
  }
}

/** A module as small as it gets: terser joins and drops what esbuild leaves. @param {string} module */
async function smaller(module) {
  const compress = { passes: 4, keep_fargs: false, unsafe: true, unsafe_arrows: true, pure_getters: true }
  const { code } = await minify(module, { module: true, ecma: 2020, compress, format: { comments: false } })
  return code ?? ''
}
