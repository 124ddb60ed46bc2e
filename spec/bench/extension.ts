import { libraryOf } from '../extension/property.js'
import type { TestPage } from '../tools/browser.js'
import { openSite } from '../tools/site.js'

const ROUNDS = 12

/** Milliseconds to compile and run a library of Tags on a fresh page, undisturbed: the best of several pages. */
const evaluation = async (page: TestPage, url: string): Promise<number> => {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(url)
    const took = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = await (await fetch('/tags.js')).text()
      const start = performance.now()
      document.head.append(script)
      return performance.now() - start
    })
    best = Math.min(best, took)
  }
  return best
}

/** `floor` is the same engine with an extension that has nothing in it, `limit` the most that ours may be. */
export const extensionBench: {
  title: string
  run: (page: TestPage) => Promise<{ name: string; ours: number; floor: number; unit: string; limit: number }[]>
} = {
  title: 'The Tags extension in the engine',
  run: async (page) => {
    const configuration = { doesOptInApply: true, isOptInStorageEnabled: true, adapters: 'tcf, gpc, oneTrust', gate: true, bridges: 'webSdk' }
    const libraries = { 'bare.test': libraryOf({ isEmpty: true }), 'plain.test': libraryOf({ configuration: { doesOptInApply: true } }), 'full.test': libraryOf({ configuration }) }
    const site = await openSite({
      '/': '<!doctype html><title>Shop</title>',
      ...Object.fromEntries(Object.entries(libraries).map(([host, body]) => [`${host}/tags.js`, { type: 'text/javascript', body }])),
    })
    try {
      const [floor = 0, plain = 0, full = 0] = [
        await evaluation(page, site.url('bare.test')),
        await evaluation(page, site.url('plain.test')),
        await evaluation(page, site.url('full.test')),
      ]
      const row = (name: string, ours: number, more: number) => ({ name, ours, floor, unit: 'ms', limit: floor + more })
      return [row('loaded, opt-in applies, against an empty extension', plain, 3), row('loaded, with storage, gate, adapters and bridge', full, 8)]
    } finally {
      await site.close()
    }
  },
}
