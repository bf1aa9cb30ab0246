// Makes the release page: node bundle.mjs WWW OUT
// The folders inside stay as they are (pkg/, instruments/, texts/), so that every address resolved
// against a script at the root means the same in development and in the release.
import { build } from 'esbuild'
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { prepare } from './prepare.mjs'

const [www, out] = process.argv.slice(2).map(path => resolve(path))
const GLUE = 'pkg/tautline.js'
const WASM = 'pkg/tautline_bg.wasm'
const DATA = ['instruments/bt-synchronization.json', 'texts/en.json']

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

for (const folder of ['pkg', 'instruments', 'texts']) await mkdir(join(out, folder), { recursive: true })

const result = await build({
  entryPoints: [join(www, 'define.js')],
  outfile: join(out, 'tautline.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // The glue stays a module of its own: after a trap the engine imports it once more.
  external: ['./pkg/*'],
  plugins: [prepare],
}).catch(() => stop('The scripts could not be bundled; the reason stands above.'))

if (result.warnings.length > 0) stop('The bundle has warnings; they stand above.')

// In one bundle import.meta.url is the root's, so only scripts at the root may use it.
for (const input of Object.keys(result.metafile.inputs)) {
  const folder = relative(www, dirname(resolve(input)))
  if (folder === '') continue
  if ((await readFile(input, 'utf8')).includes('import.meta.url')) {
    stop(`${relative(www, resolve(input))} uses import.meta.url: move that line to a script at the root of www.`)
  }
}

await build({ entryPoints: [join(www, GLUE)], outfile: join(out, GLUE), minify: true, target: 'es2022', logLevel: 'warning' })
await copyFile(join(www, WASM), join(out, WASM))
for (const folder of ['instruments', 'texts']) {
  for (const name of await readdir(join(www, folder))) {
    if (!name.endsWith('.json')) continue
    const data = JSON.parse(await readFile(join(www, folder, name), 'utf8'))
    await writeFile(join(out, folder, name), JSON.stringify(data))
  }
}
for (const name of await readdir(www)) {
  if (!/\.(css|svg|png|ico)$/.test(name)) continue
  if (name.endsWith('.css')) {
    await build({ entryPoints: [join(www, name)], outfile: join(out, name), minify: true, logLevel: 'warning' })
  } else {
    await copyFile(join(www, name), join(out, name))
  }
}
await writeFile(join(out, 'index.html'), page(await readFile(join(www, 'index.html'), 'utf8')))

/** The page with the one bundled script, and with everything the first screen needs asked for at once. */
function page(/** @type {string} */ html) {
  const script = /(<script\b[^>]*\bsrc=")(?:\.\/)?define\.js(")/g
  if (html.match(script)?.length !== 1) stop('index.html must load ./define.js in exactly one script element.')
  if (!html.includes('</head>')) stop('index.html must have a </head>.')
  const early = [
    '<link rel="modulepreload" href="./tautline.js">',
    `<link rel="modulepreload" href="./${GLUE}">`,
    ...DATA.map(path => `<link rel="preload" as="fetch" type="application/json" href="./${path}" crossorigin>`),
    // The questions come first on the line; only the result needs the wasm.
    `<link rel="preload" as="fetch" type="application/wasm" href="./${WASM}" crossorigin fetchpriority="low">`,
  ].filter(line => !html.includes(line))
  return html.replace(script, '$1./tautline.js$2').replace('</head>', `${early.join('\n')}\n</head>`)
}
