import { openWithPlaywright } from './drivers/playwright.js'
import { openWithPuppeteer } from './drivers/puppeteer.js'
import type { BrowserDriver, BrowserName } from './drivers/types.js'
import { openWebKit } from './drivers/webkit.js'
import { browserFacts, findBrowser } from './findBrowser.js'
import { openGateway } from './gateway.js'
import type { Gateway } from './gateway.js'
import { surroundings } from './surroundings.js'

/** What one process keeps for all its spec files: one test server, and each browser once it was asked for. */
export interface Harness {
  gateway(): Promise<Gateway>
  browser(name: BrowserName): Promise<BrowserDriver>
  close(): Promise<void>
}

const launch = async (name: BrowserName, port: number): Promise<BrowserDriver> => {
  const found = findBrowser(name, surroundings)
  if (!found) throw new Error(`No ${name} was found: run npm test once, or point ${browserFacts[name].variable} at it.`)
  if (found.driver === 'playwright') return openWithPlaywright(name, found.path, port)
  return found.driver === 'puppeteer' ? openWithPuppeteer(found.path, port) : openWebKit(found.path, port)
}

/** Opens nothing yet: the server and the browsers start when they are first asked for. */
export const createHarness = (): Harness => {
  let gateway: Promise<Gateway> | undefined
  const browsers = new Map<BrowserName, Promise<BrowserDriver>>()
  const harness: Harness = {
    gateway: () => (gateway ??= openGateway()),
    browser: (name) => {
      const kept = browsers.get(name) ?? harness.gateway().then(({ port }) => launch(name, port))
      browsers.set(name, kept)
      return kept
    },
    close: async () => {
      const open = [...browsers.values()]
      const served = gateway
      // Who comes meanwhile starts anew.
      browsers.clear()
      gateway = undefined
      await Promise.allSettled(open.map(async (browser) => (await browser).close()))
      await (await served)?.close()
    },
  }
  return harness
}
