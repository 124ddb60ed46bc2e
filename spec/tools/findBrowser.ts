import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { BrowserName } from './drivers/types.js'

/** What one browser is called: in the variable that points at it, on PATH, in the usual places, and for apt. */
export interface BrowserFacts {
  readonly variable: string
  readonly commands: readonly string[]
  readonly places: readonly string[]
  /** Other programs it cannot be opened without. */
  readonly needs: readonly string[]
  /** Sets of packages, any of which brings it; the first is the one to wish for. */
  readonly packages: readonly (readonly string[])[]
}

export const browserFacts: Record<BrowserName, BrowserFacts> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    // Without a window the same engine starts and ends pages in half the time.
    commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    needs: [],
    packages: [['chromium-headless-shell', 'fonts-liberation'], ['chromium', 'fonts-liberation']],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    needs: [],
    packages: [['firefox-esr']],
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    commands: ['WebKitWebDriver'],
    places: [],
    needs: ['Xvfb'],
    packages: [['webkit2gtk-driver', 'xvfb']],
  },
}

/** A browser that can be opened, and who drives it: Playwright drives its own builds and every Chromium. */
export interface FoundBrowser {
  readonly path: string
  readonly driver: 'playwright' | 'puppeteer' | 'webdriver'
}

/** What finding depends on, so that it can be tried without a machine of each kind. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  isExecutable(path: string): boolean
  /** Where Playwright keeps the build of its own, whether it is there or not. */
  playwrightPath(name: BrowserName): string
}

/** Tells whether a file is there and may be run. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const systemDriver = { chromium: 'playwright', firefox: 'puppeteer', webkit: 'webdriver' } as const

/** Finds a browser: the one the variable names, else one on PATH or in a usual place, else Playwright's own. */
export const findBrowser = (name: BrowserName, { env, isExecutable, playwrightPath }: Surroundings): FoundBrowser | undefined => {
  const { variable, commands, places, needs } = browserFacts[name]
  const named = env[variable]
  if (named) return isExecutable(named) ? { path: named, driver: systemDriver[name] } : undefined

  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = (command: string) => folders.map((folder) => join(folder, command)).find(isExecutable)
  const path = commands.map(onPath).find(Boolean) ?? places.find(isExecutable)
  if (path && needs.every(onPath)) return { path, driver: systemDriver[name] }

  const own = playwrightPath(name)
  return own && isExecutable(own) ? { path: own, driver: 'playwright' } : undefined
}
