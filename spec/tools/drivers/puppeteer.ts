import { once } from 'node:events'
import { launch } from 'puppeteer-core'
import type { BrowserContext, KeyInput, Page } from 'puppeteer-core'
import type { BrowserDriver, ContextDriver, PageDriver, PageLog } from './types.js'

const preferences = (port: number): Record<string, unknown> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  // The address a spec gives is the address that is opened.
  'dom.security.https_first': false,
  // A second tab keeps its timers as they are.
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
})

const driveContext = (context: BrowserContext): ContextDriver => ({
  newPage: async (log) => drivePage(await context.newPage(), log),
  close: () => context.close(),
})

const drivePage = async (page: Page, log: PageLog): Promise<PageDriver> => {
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? error.message : String(error)
    // Firefox reports what a policy stops as an error of the page's scripts; the others write it to the console.
    if (text.startsWith('Content-Security-Policy:')) log.message('error', text)
    else log.error(text)
  })
  page.on('console', (message) => log.message(message.type(), message.text()))
  page.setDefaultTimeout(30_000)
  const visible = async (selector: string) => {
    const element = await page.waitForSelector(selector, { visible: true })
    if (!element) throw new Error(`Nothing visible matches ${selector}`)
    return element
  }
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    url: async () => page.url(),
    evaluate: (expression) => page.evaluate(expression),
    click: async (selector) => (await visible(selector)).click(),
    press: async (keys) => {
      const held = keys.split('+') as KeyInput[]
      const key = held.pop() as KeyInput
      for (const modifier of held) await page.keyboard.down(modifier)
      await page.keyboard.press(key)
      for (const modifier of held.reverse()) await page.keyboard.up(modifier)
    },
    type: async (selector, text) => (await visible(selector)).type(text),
    setSize: (width, height) =>
      page.setViewport({ width, height }).catch((error) => {
        // Firefox 140 has no command for the orientation that is sent along; the size is set all the same.
        if (!String(error).includes('setScreenOrientationOverride')) throw error
      }),
    screenshot: (path) => page.screenshot({ path: path as `${string}.png`, fullPage: true }),
    addInitScript: (source) => page.evaluateOnNewDocument(source),
    cookies: async () => {
      const cookies = await page.browserContext().cookies()
      return cookies.map(({ httpOnly = false, secure = false, ...cookie }) => ({ ...cookie, httpOnly, secure }))
    },
    clearCookies: async () => {
      const context = page.browserContext()
      await context.deleteCookie(...(await context.cookies()))
    },
    close: () => page.close(),
  }
}

/** Drives the Firefox of the machine over WebDriver BiDi, with the test server as its proxy. */
export const openWithPuppeteer = async (executablePath: string, port: number): Promise<BrowserDriver> => {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences(port),
    // The test server knows what was asked for; to be told of it by the browser too would take a third of the time.
    networkEnabled: false,
  })
  return {
    newContext: async () => driveContext(await browser.createBrowserContext()),
    close: async () => {
      const child = browser.process()
      if (!child || child.exitCode !== null) return
      // Firefox takes its time to close by itself; its profile is thrown away in either case.
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
