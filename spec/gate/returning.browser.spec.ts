import { eachGatedPage } from './guards.js'
import { gatedPage, gateScript } from './page.js'

const kept = '<script>window.kept = Object.getOwnPropertyDescriptor(Document.prototype, "cookie").set</script>'
const stored = 'doesOptInApply: true, isOptInStorageEnabled: true'
// Where no browser tells of cookies, the other moments count.
const silent = '<script>Object.defineProperty(window, "cookieStore", { value: undefined })</script>'
type Kept = { kept: (this: Document, text: string) => void }

eachGatedPage(
  'what comes back by a way that cannot be guarded',
  {
    '/': gatedPage('', { before: kept }),
    '/silent': gatedPage('', { before: silent + kept, script: gateScript(undefined, stored) }),
    '/set': { headers: { 'set-cookie': ['aa_header=1; Path=/', 'free=1; Path=/', 'aa_only=1; Path=/; HttpOnly'] }, body: 'set' },
  },
  (open) => {
    it('goes when the browser tells of it: a Set-Cookie header, and a setter kept from before', async () => {
      const tab = await open()
      await tab.evaluate(async () => {
        window.optIn.deny('aa')
        await fetch('/set')
      })
      await tab.waitFor(() => document.cookie === 'free=1')
      await tab.evaluate(() => (window as never as Kept).kept.call(document, 'aa_kept=1; Path=/'))
      await tab.waitFor(() => window.actions.some(({ name, action }) => name === 'aa_kept' && action === 'removed'))
      expect(await tab.evaluate(() => document.cookie)).toBe('free=1')
    })

    it('is fought with a growing pause, and reported once', async () => {
      const tab = await open()
      await tab.evaluate(() => {
        window.optIn.deny('aa')
        setInterval(() => (window as never as Kept).kept.call(document, 'aa_again=1; Path=/'), 5)
      })
      await tab.waitFor(() => window.problems.length > 0, undefined, 30_000)
      const { removed, problems } = await tab.evaluate(() => ({ removed: window.gate.inspect().removed, problems: window.problems }))
      expect(problems).toEqual([expect.stringContaining('The denied cookie `aa_again` keeps coming back')])
      expect(removed).toBeLessThan(8)
    })

    it('goes elsewhere at the next decision, when the page becomes visible, and on the next page', async () => {
      const tab = await open('/silent')
      const seen = await tab.evaluate(() => {
        const put = (name: string) => {
          ;(window as never as Kept).kept.call(document, `${name}=1; Path=/`)
          return document.cookie.includes(name)
        }
        const has = (name: string) => document.cookie.includes(name)
        window.optIn.deny('aa')
        const all = [put('aa_1')]
        window.optIn.deny('aa')
        all.push(has('aa_1'), put('aa_2'))
        document.dispatchEvent(new Event('visibilitychange'))
        all.push(has('aa_2'), put('aa_3'))
        return all
      })
      expect(seen).toEqual([true, false, true, false, true])
      await tab.reload()
      expect(await tab.evaluate(() => [document.cookie.includes('aa_3'), document.cookie.includes('adobeujs-optin')])).toEqual([false, true])
    })
  },
)
