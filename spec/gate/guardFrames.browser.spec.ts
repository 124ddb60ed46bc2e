import { eachGatedPage } from './guards.js'
import { gatedPage } from './page.js'

const sandboxed = '<iframe id="sandboxed" sandbox="allow-scripts" title="Frame" src="/inner"></iframe><iframe id="foreign" title="Frame" src="https://other.test/inner"></iframe>'

eachGatedPage('frames under the gate', { '/frames': gatedPage(sandboxed), '/inner': '<!doctype html><title>Inner</title>' }, (open) => {
  it('are the same windows and documents, guarded once', async () => {
    const tab = await open()
    const seen = await tab.evaluate(() => {
      const frame = document.querySelector('iframe')!
      const { contentWindow, contentDocument } = frame
      contentDocument!.cookie = 'aa_1=1; Path=/'
      contentWindow!.localStorage.aa_2 = 1
      contentWindow!.localStorage.free = 1
      return {
        same: [contentWindow === frames[0], contentDocument === contentWindow!.document, contentWindow === frame.contentWindow, contentWindow!.localStorage === contentWindow!.localStorage],
        before: [document.cookie, Object.keys(localStorage)],
        held: window.actions.filter(({ action }) => action === 'held').map(({ name }) => name),
      }
    })
    expect(seen).toEqual({ same: [true, true, true, true], before: ['', ['free']], held: ['aa_1', 'aa_2'] })
  })

  it('replay what was written in one that is gone', async () => {
    const tab = await open()
    const all = await tab.evaluate(() => {
      const frame = document.querySelector('iframe')!
      frame.contentDocument!.cookie = 'aa_1=1; Path=/'
      frame.remove()
      window.optIn.approve('aa')
      return document.cookie
    })
    expect(all).toBe('aa_1=1')
  })

  it('of another origin, or in a sandbox, are as without the gate', async () => {
    const tab = await open('/frames')
    const seen = await tab.evaluate(() =>
      ['sandboxed', 'foreign'].map((id) => {
        const { contentWindow, contentDocument } = document.getElementById(id) as HTMLIFrameElement
        return [contentDocument, contentWindow === contentWindow?.self, contentWindow?.length]
      }),
    )
    expect(seen).toEqual([[null, true, 0], [null, true, 0]])
    expect(await tab.evaluate(() => window.problems)).toEqual([])
  })
})
