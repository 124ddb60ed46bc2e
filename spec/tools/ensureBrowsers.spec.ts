/** @jest-environment node */
import type { BrowserName } from './drivers/types.js'
import type { Installer } from './ensureBrowsers.js'
import { ensureBrowsers } from './ensureBrowsers.js'

/** A machine whose programs appear when the command that brings them has run. */
const machine = (settings: { there?: string[]; env?: Record<string, string>; isRoot?: boolean; hasApt?: boolean; brings?: Record<string, string[]> }) => {
  const there = new Set(settings.there)
  const ran: string[] = []
  const parts: Installer = {
    env: { PATH: '/usr/bin', ...settings.env },
    isExecutable: (path) => there.has(path),
    playwrightPath: (name) => `/cache/${name}`,
    isRoot: settings.isRoot ?? false,
    hasApt: settings.hasApt ?? false,
    log: () => undefined,
    run: async (command, args) => {
      const line = [command === process.execPath ? 'node' : command, ...args].join(' ')
      ran.push(line)
      const brought = Object.entries(settings.brings ?? {}).find(([end]) => line.endsWith(end))?.[1]
      brought?.forEach((path) => there.add(path))
      return brought ? 0 : 1
    },
  }
  return { parts, ran }
}

const two: BrowserName[] = ['chromium', 'firefox']
const found = ['/usr/bin/chromium', '/usr/bin/firefox']

describe('ensuring the browsers', () => {
  it('runs nothing when all are there', async () => {
    const { parts, ran } = machine({ there: found, isRoot: true, hasApt: true })
    expect(await ensureBrowsers(two, parts)).toEqual([])
    expect(ran).toEqual([])
  })

  it('installs with apt what lacks, when it is root on Debian', async () => {
    const brings = { 'chromium-headless-shell fonts-liberation': ['/usr/bin/chromium'], 'webkit2gtk-driver xvfb': ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'] }
    const { parts, ran } = machine({ there: ['/usr/bin/firefox'], isRoot: true, hasApt: true, brings })
    expect(await ensureBrowsers([...two, 'webkit'], parts)).toEqual([])
    expect(ran).toEqual([
      'apt-get update -q',
      'apt-get install -q -y --no-install-recommends chromium-headless-shell fonts-liberation',
      'apt-get install -q -y --no-install-recommends webkit2gtk-driver xvfb',
    ])
  })

  it('installs what else brings a browser, where apt does not know the first', async () => {
    const { parts, ran } = machine({ there: ['/usr/bin/firefox'], isRoot: true, hasApt: true, brings: { 'recommends chromium fonts-liberation': ['/usr/bin/chromium'] } })
    expect(await ensureBrowsers(two, parts)).toEqual([])
    expect(ran.slice(1)).toEqual([
      'apt-get install -q -y --no-install-recommends chromium-headless-shell fonts-liberation',
      'apt-get install -q -y --no-install-recommends chromium fonts-liberation',
    ])
  })

  it('downloads the builds of Playwright where apt is not to be had', async () => {
    const brings = { 'install chromium': ['/cache/chromium'], 'install firefox': ['/cache/firefox'] }
    const { parts, ran } = machine({ brings, hasApt: true })
    expect(await ensureBrowsers(two, parts)).toEqual([])
    expect(ran).toEqual(['node node_modules/playwright-core/cli.js install chromium', 'node node_modules/playwright-core/cli.js install firefox'])
  })

  it('downloads what apt does not have', async () => {
    const brings = { 'chromium-headless-shell fonts-liberation': ['/usr/bin/chromium'], 'install firefox': ['/cache/firefox'] }
    const { parts, ran } = machine({ isRoot: true, hasApt: true, brings })
    expect(await ensureBrowsers(two, parts)).toEqual([])
    expect(ran.at(-1)).toBe('node node_modules/playwright-core/cli.js install firefox')
  })

  it('says what to do when nothing helped: the package and the variable', async () => {
    const { parts } = machine({ there: ['/usr/bin/chromium'], isRoot: true, hasApt: true })
    const advice = await ensureBrowsers([...two, 'webkit'], parts)
    expect(advice).toEqual([
      expect.stringMatching(/^firefox was not found.*[^]*apt-get install firefox-esr[^]*playwright-core install firefox[^]*FIREFOX_PATH/),
      expect.stringMatching(/^webkit was not found.*[^]*apt-get install webkit2gtk-driver xvfb[^]*WEBKIT_DRIVER_PATH.*Xvfb/),
    ])
  })

  it('installs nothing in place of a browser that a variable names wrongly', async () => {
    const { parts, ran } = machine({ there: found, env: { CHROMIUM_PATH: '/gone' }, isRoot: true, hasApt: true })
    expect(await ensureBrowsers(two, parts)).toEqual([expect.stringMatching(/CHROMIUM_PATH says \/gone/)])
    expect(ran).toEqual([])
  })
})
