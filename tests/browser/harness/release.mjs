// The release folder: where its parts lie.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** The files of a bundle by name. @param {string} [folder] */
export const filesOf = (folder = DIST) => readFileSync(`${folder}/bundle.txt`, 'utf8').trim().split('\n')

/** The folder of the parts, whose name holds a hash. @param {string} [folder] */
export function partsOf(folder = DIST) {
  const found = filesOf(folder).find(name => name.endsWith('/tautline.js'))
  if (!found) throw new Error(`${folder} holds no bundle: run \`cargo xtask dist\`.`)
  return found.replace('/tautline.js', '')
}
