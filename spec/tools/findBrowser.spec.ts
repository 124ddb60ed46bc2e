/** @jest-environment node */
import { join } from 'node:path'
import type { BrowserName } from './drivers/types.js'
import type { Surroundings } from './findBrowser.js'
import { findBrowser } from './findBrowser.js'

const machine = (there: string[], env: Record<string, string> = {}): Surroundings => ({
  env: { PATH: ['/first', '/usr/bin'].join(process.platform === 'win32' ? ';' : ':'), ...env },
  isExecutable: (path) => there.includes(path),
  playwrightPath: (name) => `/cache/${name}`,
})
const onPath = (name: string) => join('/usr/bin', name)

describe('finding a browser', () => {
  it.each<[BrowserName, string, string]>([
    ['chromium', onPath('chromium'), 'playwright'],
    ['chromium', join('/first', 'google-chrome-stable'), 'playwright'],
    ['chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'playwright'],
    ['firefox', onPath('firefox-esr'), 'puppeteer'],
    ['firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe', 'puppeteer'],
  ])('finds %s at %s', (name, path, driver) => {
    expect(findBrowser(name, machine([path]))).toEqual({ path, driver })
  })

  it('takes the one that the variable names before all others', () => {
    const there = ['/mine/firefox', onPath('firefox')]
    expect(findBrowser('firefox', machine(there, { FIREFOX_PATH: '/mine/firefox' }))?.path).toBe('/mine/firefox')
  })

  it('takes no other when the variable points nowhere', () => {
    expect(findBrowser('firefox', machine([onPath('firefox')], { FIREFOX_PATH: '/gone' }))).toBeUndefined()
  })

  it('takes the driver of WebKit only together with a display', () => {
    const driver = onPath('WebKitWebDriver')
    expect(findBrowser('webkit', machine([driver]))).toBeUndefined()
    expect(findBrowser('webkit', machine([driver, onPath('Xvfb')]))).toEqual({ path: driver, driver: 'webdriver' })
  })

  it.each<BrowserName>(['chromium', 'firefox', 'webkit'])('takes the %s that Playwright keeps when there is no other', (name) => {
    expect(findBrowser(name, machine([`/cache/${name}`]))).toEqual({ path: `/cache/${name}`, driver: 'playwright' })
  })

  it('finds none on a bare machine', () => {
    expect(findBrowser('chromium', machine([]))).toBeUndefined()
    expect(findBrowser('chromium', { ...machine(['']), env: {}, playwrightPath: () => '' })).toBeUndefined()
  })
})
