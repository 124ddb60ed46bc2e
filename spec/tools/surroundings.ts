import { chromium, firefox, webkit } from 'playwright-core'
import { isExecutable } from './findBrowser.js'
import type { Surroundings } from './findBrowser.js'

const builds = { chromium, firefox, webkit }

/** This machine, as the finding of browsers sees it. */
export const surroundings: Surroundings = {
  env: process.env,
  isExecutable,
  playwrightPath: (name) => {
    try {
      return builds[name].executablePath()
    } catch {
      // Playwright has no build for this system.
      return ''
    }
  },
}
