import { chromium, firefox, webkit } from 'playwright-core'
import type { BrowserContext, LaunchOptions, Page } from 'playwright-core'
import type { BrowserDriver, BrowserName, ContextDriver, PageDriver, PageLog } from './types.js'

const chromiumArguments = (port: number): string[] => [
  `--host-resolver-rules=MAP * 127.0.0.1:${port},EXCLUDE 127.0.0.1,EXCLUDE localhost`,
  '--ignore-certificate-errors',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const driveContext = (context: BrowserContext, isChromium: boolean): ContextDriver => ({
  newPage: async (log) => drivePage(await context.newPage(), log, isChromium),
  close: () => context.close(),
})

const drivePage = async (page: Page, log: PageLog, isChromium: boolean): Promise<PageDriver> => {
  page.on('pageerror', (error) => log.error(String(error)))
  page.on('console', (message) => log.message(message.type(), message.text()))
  page.setDefaultTimeout(30_000)
  const context = page.context()
  const devtools = isChromium ? await context.newCDPSession(page) : undefined
  // Playwright's own evaluate uses eval, which a page's Content-Security-Policy may forbid.
  const evaluate = async (expression: string): Promise<unknown> => {
    if (!devtools) return page.evaluate(expression)
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: false }
    const { result, exceptionDetails: thrown } = await devtools.send('Runtime.evaluate', options)
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text)
    return result.value
  }
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    url: async () => page.url(),
    evaluate,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    setSize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (path) => page.screenshot({ path, fullPage: true }),
    addInitScript: (content) => page.addInitScript({ content }),
    cookies: () => context.cookies(),
    clearCookies: () => context.clearCookies(),
    ...(devtools && {
      usedHeap: async () => {
        await devtools.send('HeapProfiler.collectGarbage')
        return (await devtools.send('Runtime.getHeapUsage')).usedSize
      },
    }),
    close: () => page.close(),
  }
}

const builds = { chromium, firefox, webkit }

/** Drives any Chromium, and the builds of Playwright's own, with all names mapped to the test server. */
export const openWithPlaywright = async (name: BrowserName, executablePath: string, port: number): Promise<BrowserDriver> => {
  const isChromium = name === 'chromium'
  const settings: LaunchOptions = isChromium
    ? { args: chromiumArguments(port) }
    : { proxy: { server: `http://127.0.0.1:${port}`, bypass: '127.0.0.1,localhost' } }
  const browser = await builds[name].launch({ ...settings, executablePath })
  return {
    newContext: async () => driveContext(await browser.newContext({ ignoreHTTPSErrors: true }), isChromium),
    close: () => browser.close(),
  }
}
