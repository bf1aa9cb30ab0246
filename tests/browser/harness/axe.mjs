// axe-core in the page. It decides only part of the criteria: zero violations is not "accessible".
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The violations in the page, open shadow roots included, short enough for a failure message.
 * @param {import('playwright-core').Page} page
 * @param {{rules?: Record<string, {enabled: boolean}>, include?: string}} [options]
 * @returns {Promise<{id: string, impact: string, help: string, nodes: string[]}[]>}
 */
export async function violations(page, options = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async ({ tags, rules, include }) => {
    // @ts-ignore the library just put in the page
    const result = await globalThis.axe.run(include ?? document, { runOnly: { type: 'tag', values: tags }, rules })
    return result.violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help,
      nodes: nodes.map(node => `${node.target.flat().join(' > ')}: ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`),
    }))
  }, { tags: TAGS, rules: options.rules ?? {}, include: options.include })
}
