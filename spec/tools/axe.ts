import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestPage } from './browser.js'

interface Violation {
  id: string
  help: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** What axe-core finds wrong on the page, one readable line for each element; an empty list is what one wants. */
export const axeViolations = async (page: TestPage): Promise<string[]> => {
  const source = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8')
  // The source runs as part of the evaluated text, so a Content-Security-Policy of the page does not stop it.
  const load = `async () => { if (!window.axe) { ${source} } }`
  await page.evaluate(load as unknown as () => Promise<void>)
  const violations = await page.evaluate(async () => {
    // A colour on its way from one to another has a contrast that nobody reads.
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
    }
    const { axe } = window as unknown as { axe: { run(where: Document): Promise<{ violations: Violation[] }> } }
    return (await axe.run(document)).violations
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary ?? ''}`.replace(/\s+/g, ' ')),
  )
}
