// Both browsers in one run: the harness is about one browser, so it is loaded once for each.

/** @param {'chromium' | 'firefox'} name */
export async function launch(name) {
  process.env.TAUTLINE_BROWSER = name
  const harness = await import(`../../browser/harness/browser.mjs?${name}`)
  return harness.launch()
}

/** The speeds of a connection and a processor, as the developer tools of Chromium have them. */
const FAST_4G = { offline: false, latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 }

/**
 * Slows a page down; Chromium only.
 * @param {import('playwright-core').Page} page @param {{network?: boolean, cpu: number}} how
 */
export async function slow(page, { network = false, cpu }) {
  const session = await page.context().newCDPSession(page)
  if (network) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', FAST_4G)
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  return session
}
