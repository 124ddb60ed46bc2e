/** A browser the specs can open. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit'

export interface BrowserCookie {
  name: string
  value: string
  domain: string
  path: string
  httpOnly: boolean
  secure: boolean
}

/** Where a driver tells what a page said. */
export interface PageLog {
  error(text: string): void
  message(type: string, text: string): void
}

/** What each driver can do with one tab; `evaluate` takes an expression and awaits it. */
export interface PageDriver {
  goto(url: string): Promise<unknown>
  reload(): Promise<unknown>
  url(): Promise<string>
  evaluate(expression: string): Promise<unknown>
  click(selector: string): Promise<unknown>
  press(key: string): Promise<unknown>
  type(selector: string, text: string): Promise<unknown>
  setSize(width: number, height: number): Promise<unknown>
  screenshot(path: string): Promise<unknown>
  addInitScript(source: string): Promise<unknown>
  cookies(): Promise<BrowserCookie[]>
  clearCookies(): Promise<unknown>
  /** Only where the browser tells. */
  usedHeap?(): Promise<number>
  close(): Promise<unknown>
}

export interface ContextDriver {
  newPage(log: PageLog): Promise<PageDriver>
  close(): Promise<unknown>
}

export interface BrowserDriver {
  newContext(): Promise<ContextDriver>
  close(): Promise<unknown>
}
