import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { BrowserName } from './drivers/types.js'

/** What one browser is called: on PATH, in the usual places, and in the variable that points at it. */
export const browserNames: Record<BrowserName, { variable: string; commands: string[]; places: string[] }> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
  webkit: { variable: 'WEBKIT_DRIVER_PATH', commands: ['WebKitWebDriver'], places: [] },
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

/** The path of a browser of this machine: the variable's, else one on PATH, else one in a usual place. */
export const findBrowser = (
  name: BrowserName,
  env: Record<string, string | undefined> = process.env,
  exists: (path: string) => boolean = isExecutable,
): string | undefined => {
  const { variable, commands, places } = browserNames[name]
  const named = env[variable]
  if (named) return exists(named) ? named : undefined
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...places].find(exists)
}
