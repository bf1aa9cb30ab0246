// Pages of hosts that show the widget: `tests/hosts/NAME.html`, each served from an origin of its own.
import { readFileSync } from 'node:fs'
import { startServer } from './server.mjs'

export const NAME = 'bt-synchronization'

/**
 * The page of a host, with the address of the release in it.
 * @param {string} name @param {string} url of the release, ends with a slash
 */
export const hostPage = (name, url) => readFileSync(new URL(`../../hosts/${name}.html`, import.meta.url), 'utf8')
  .replaceAll('https://HOST/', url).replaceAll('NAME.html', `${NAME}.html`)

/**
 * The release on one origin, a host page on another.
 * @param {import('node:test').TestContext} t @param {string} name @param {(html: string) => string} [change] of the host page
 */
export async function hosted(t, name, change = html => html) {
  const release = await startServer({ root: 'dist' })
  const host = await startServer({ pages: { [`/${name}.html`]: change(hostPage(name, release.url)) } })
  t.after(() => Promise.all([release.close(), host.close()]))
  return { release, host, address: `${host.url}${name}.html` }
}
