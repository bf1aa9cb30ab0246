// What esbuild leaves alone and a release should not: an esbuild plugin.
import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/** @type {import('esbuild').Plugin} */
export const prepare = {
  name: 'prepare',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      // Sheets are template literals in constants named ...Css: the inside of strings is never minified otherwise.
      const parts = text.split(/(?<=\bconst \w*Css = (?:\/\* css \*\/ )?)(`[^`]*`)/)
      const done = await Promise.all(parts.map((part, place) => (place % 2 === 1 ? sheet(part, path) : part)))
      return { contents: done.join(''), loader: 'js' }
    })
  },
}

/** @param {string} literal @param {string} path */
async function sheet(literal, path) {
  const css = literal.slice(1, -1)
  if (css.includes('${')) return literal
  if (css.includes('\\')) throw new Error(`${path}: a sheet may hold no backslash`)
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2022' })
  // values of custom properties keep their spaces, since they might mean something; in ours they do not
  return JSON.stringify(code.trim().replace(/(?<=[;{]--[\w-]+:) /g, '').replace(/(?<=[,(]) | (?=\))| (?=[\/<])|(?<=[\/<=]) | (?=>=)/g, ''))
}
