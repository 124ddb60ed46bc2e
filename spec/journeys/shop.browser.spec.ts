/*
 * The demo shop: a real banner, a workflow of one question at a time and a TCF platform decide, and three solution scripts obey.
 */
import { eachBrowser } from '../tools/browser.js'
import type { TestPage } from '../tools/browser.js'
import { openDemoSite } from '../tools/demoSite.js'
import type { Site } from '../tools/site.js'

let site: Site
beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

interface Shop {
  readonly adobe: { readonly optIn: { readonly status: string; readonly permissions: Readonly<Record<string, boolean>> } }
}

const look = (page: TestPage) =>
  page.evaluate(() => {
    const { optIn } = (window as unknown as Shop).adobe
    return {
      status: optIn.status,
      approved: Object.keys(optIn.permissions).filter((category) => optIn.permissions[category]),
      cookies: document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? '').filter((name) => /^(s_fid|mbox|aam_uuid)$/.test(name)).sort(),
    }
  })
const untilStatus = (page: TestPage, status: string) => page.waitFor((wanted) => document.querySelector('#status')?.textContent === wanted, status)
const everything = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']
const allCookies = ['aam_uuid', 'mbox', 's_fid']

eachBrowser(['chromium', 'firefox'], 'the demo shop', (browser) => {
  const open = async (path: string) => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('shop.example.test', path))
    return { page, close: () => context.close() }
  }

  it('obeys its banner, keeps the choice over a reload, and a change of mind', async () => {
    const { page, close } = await open('/01-approve-and-deny/')
    expect(await look(page)).toEqual({ status: 'pending', approved: [], cookies: [] })
    await page.waitFor(() => document.querySelector('.cm [data-role="all"]'))
    await page.click('.cm [data-role="all"]')
    await untilStatus(page, 'complete')
    expect(await look(page)).toEqual({ status: 'complete', approved: everything, cookies: allCookies })
    await page.reload()
    expect(await look(page)).toEqual({ status: 'complete', approved: everything, cookies: allCookies })
    await page.waitFor(() => document.querySelector('#settings'))
    await page.click('#settings')
    await page.waitFor(() => document.querySelector('.show--preferences .pm [data-role="necessary"]'))
    await page.click('.pm [data-role="necessary"]')
    await page.waitFor(() => !document.cookie.includes('mbox'))
    expect(await look(page)).toEqual({ status: 'complete', approved: [], cookies: [] })
    expect(page.errors).toEqual([])
    await close()
  })

  it('asks one question at a time, by keyboard, lets nothing out before the last, and forgets on request', async () => {
    const { page, close } = await open('/02-stored-choice/')
    await page.evaluate(() => document.querySelector<HTMLElement>('button[value="yes"]')?.focus())
    await page.press('Enter')
    await page.waitFor(() => document.querySelector('#question')?.textContent?.startsWith('2'))
    expect(await look(page)).toEqual({ status: 'changed', approved: [], cookies: [] })
    await page.press('Tab')
    await page.press('Enter')
    await page.waitFor(() => document.querySelector('#question')?.textContent?.startsWith('3'))
    await page.press('Enter')
    await untilStatus(page, 'complete')
    expect(await look(page)).toEqual({ status: 'complete', approved: ['aa', 'mediaaa'], cookies: ['s_fid'] })
    await page.reload()
    expect(await look(page)).toMatchObject({ status: 'complete', approved: ['aa', 'mediaaa'] })
    expect(await page.evaluate(() => document.querySelector<HTMLElement>('#questions')?.hidden)).toBe(true)
    await page.click('#reset')
    await untilStatus(page, 'pending')
    expect(await look(page)).toEqual({ status: 'pending', approved: [], cookies: [] })
    expect(await page.evaluate(() => document.querySelector('#question')?.textContent)).toMatch(/^1/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Yes')
    await close()
  })

  it('hears a TCF platform, and its visitor’s change of mind', async () => {
    const { page, close } = await open('/09-iab-tcf/')
    await page.waitFor(() => !document.querySelector<HTMLElement>('#banner')?.hidden)
    expect(await look(page)).toEqual({ status: 'pending', approved: [], cookies: [] })
    await page.click('[data-answer="accept"]')
    await untilStatus(page, 'complete')
    expect(await look(page)).toEqual({ status: 'complete', approved: ['aam', 'ecid'], cookies: ['aam_uuid'] })
    await page.click('#reopen')
    expect(await look(page)).toMatchObject({ approved: ['aam', 'ecid'] })
    await page.click('[data-answer="refuse"]')
    await page.waitFor(() => !document.cookie.includes('aam_uuid'))
    expect(await look(page)).toEqual({ status: 'complete', approved: [], cookies: [] })
    expect(page.errors).toEqual([])
    await close()
  })
})
