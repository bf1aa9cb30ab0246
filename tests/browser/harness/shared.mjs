// One browser and one server for all tests of a file.
import { after } from 'node:test'
import { launch } from './browser.mjs'
import { startServer } from './server.mjs'

/** @param {Parameters<typeof startServer>[0]} [options] of the server */
export async function shared(options) {
  const browser = await launch()
  after(() => browser.close())
  const server = await startServer(options)
  after(() => server.close())
  return { browser, server }
}
