import type { BrowserCookie, BrowserName, ContextDriver, PageDriver } from './drivers/types.js'
import { openHarness } from './openHarness.js'

export type { BrowserCookie, BrowserName } from './drivers/types.js'

/** A running browser. Closing it closes its contexts; the browser itself stays for the next spec file. */
export interface TestBrowser {
  readonly name: BrowserName
  newContext(): Promise<TestContext>
  close(): Promise<void>
}

/** Cookies and storage of its own; two pages of one context are two tabs. */
export interface TestContext {
  newPage(): Promise<TestPage>
  close(): Promise<void>
}

/** One tab. */
export interface TestPage {
  /** Uncaught errors and unhandled rejections of the page (not in WebKit). */
  readonly errors: string[]
  /** What the page wrote to its console (not in WebKit). */
  readonly messages: { type: string; text: string }[]
  /** Opens an address and waits for the page's load event. */
  goto(url: string): Promise<void>
  reload(): Promise<void>
  url(): Promise<string>
  /** Runs a function in the page: it is sent as text, argument and result as JSON. */
  evaluate<R, A = undefined>(fn: (arg: A) => R | Promise<R>, arg?: A): Promise<Awaited<R>>
  /** Asks until the answer is truthy, also across a navigation. */
  waitFor<A = undefined>(fn: (arg: A) => unknown, arg?: A, timeoutMs?: number): Promise<void>
  /** Waits until the element is there and visible, then clicks it. */
  click(selector: string): Promise<void>
  /** Presses a key, or several held together: `Tab`, `Shift+Tab`, `Enter`. */
  press(key: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  setSize(width: number, height: number): Promise<void>
  screenshot(path: string): Promise<void>
  /** Runs before the page's own scripts, from the next navigation on (not in WebKit). */
  addInitScript(source: string): Promise<void>
  /** Every cookie of the context, whatever the host (not in WebKit). */
  cookies(): Promise<BrowserCookie[]>
  clearCookies(): Promise<void>
  /** The bytes that the page's scripts keep, after a collection (Chromium only). */
  usedHeap(): Promise<number>
  close(): Promise<void>
}

const callText = (fn: unknown, arg: unknown): string =>
  `(async () => JSON.stringify(await (${String(fn)})(${arg === undefined ? '' : JSON.stringify(arg)})))()`

const createPage = (driver: PageDriver, errors: string[], messages: { type: string; text: string }[]): TestPage => {
  const evaluate = async (fn: unknown, arg?: unknown) => {
    const text = await driver.evaluate(callText(fn, arg))
    return typeof text === 'string' ? JSON.parse(text) : undefined
  }
  return {
    errors,
    messages,
    goto: async (url) => void (await driver.goto(url)),
    reload: async () => void (await driver.reload()),
    url: () => driver.url(),
    evaluate,
    waitFor: async (fn, arg, timeoutMs = 20_000) => {
      const end = Date.now() + timeoutMs
      for (let seen: unknown = false; ; ) {
        // A page that is just being left cannot answer; the next one can.
        seen = await evaluate(`(...all) => Promise.resolve((${String(fn)})(...all)).then(Boolean)`, arg).catch((error) => error)
        if (seen === true) return
        if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${String(fn)}; last answer: ${String(seen)}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    click: async (selector) => void (await driver.click(selector)),
    press: async (key) => void (await driver.press(key)),
    type: async (selector, text) => void (await driver.type(selector, text)),
    setSize: async (width, height) => void (await driver.setSize(width, height)),
    screenshot: async (path) => void (await driver.screenshot(path)),
    addInitScript: async (source) => void (await driver.addInitScript(source)),
    cookies: async () =>
      (await driver.cookies()).map(({ name, value, domain, path, httpOnly, secure }) => ({ name, value, domain, path, httpOnly, secure })),
    clearCookies: async () => void (await driver.clearCookies()),
    usedHeap: async () => {
      if (!driver.usedHeap) throw new Error('This browser does not tell how much its scripts keep.')
      return driver.usedHeap()
    },
    close: async () => void (await driver.close()),
  }
}

const createContext = (driver: ContextDriver): TestContext => ({
  newPage: async () => {
    const errors: string[] = []
    const messages: { type: string; text: string }[] = []
    const log = { error: (text: string) => void errors.push(text), message: (type: string, text: string) => void messages.push({ type, text }) }
    return createPage(await driver.newPage(log), errors, messages)
  },
  close: async () => void (await driver.close()),
})

/** Opens a browser of this machine, in which every host name in the world is the test server. */
export const openBrowser = async (name: BrowserName): Promise<TestBrowser> => {
  const driver = await (await openHarness()).browser(name)
  const contexts = new Set<TestContext>()
  return {
    name,
    newContext: async () => {
      const context = createContext(await driver.newContext())
      const counted = {
        ...context,
        close: async () => {
          contexts.delete(counted)
          await context.close()
        },
      }
      contexts.add(counted)
      return counted
    },
    close: async () => void (await Promise.all([...contexts].map((context) => context.close()))),
  }
}

/** One `describe` for each browser, which is open while its stories run. */
export const eachBrowser = (names: BrowserName[], title: string, stories: (browser: () => TestBrowser) => void): void => {
  for (const name of names) {
    describe(`${title} (${name})`, () => {
      let browser: TestBrowser
      beforeAll(async () => {
        browser = await openBrowser(name)
      })
      afterAll(() => browser?.close())
      stories(() => browser)
    })
  }
}
