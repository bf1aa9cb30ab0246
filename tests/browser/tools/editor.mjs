// Makes the studio's text editor a module, with its types and the licenses of those who wrote it: node editor.mjs FOLDER
import { build } from 'esbuild'
import { readFileSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = resolve(process.argv[2] ?? '.')
const entry = fileURLToPath(new URL('editor-parts.mjs', import.meta.url))
const { outputFiles, metafile } = await build({
  entryPoints: [entry],
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  // The parser also comes in a form that no bundler takes apart.
  mainFields: ['module', 'main'],
})
const packages = new Set(Object.keys(metafile.inputs).flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(resolve(input)) ?? []))
/** Packages by the text of their license. @type {Map<string, string[]>} */
const licenses = new Map()
for (const path of [...packages].sort()) {
  const { name, text } = licenseOf(path)
  licenses.set(text, [...licenses.get(text) ?? [], name])
}
// A comment ends at the first sign of its end.
const notices = [...licenses].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n').replaceAll('*/', '* /')
await writeFile(join(folder, 'editor.js'), `/*\n${notices}\n*/\n${outputFiles[0]?.text ?? ''}`)
await writeFile(join(folder, 'editor.d.ts'), `export * from ${JSON.stringify(relative(folder, entry))};\n`)

/** Name and version of a package, and its license. @param {string} path */
function licenseOf(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  const file = readdirSync(path).find(name => /^licen[cs]e/i.test(name))
  if (!file) throw new Error(`${dirname(path)}: a package without a license text cannot be passed on.`)
  return { name: `${name} ${version} (${license})`, text: readFileSync(join(path, file), 'utf8').trim() }
}
