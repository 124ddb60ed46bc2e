import { eachGatedPage } from './guards.js'
import './page.js'

eachGatedPage('cookieStore under the gate', {}, (open) => {
  it('holds what is set, removes what is deleted, and fails where the browser fails', async () => {
    const tab = await open()
    const seen = await tab.evaluate(async () => {
      const { cookieStore } = window as never as { cookieStore: Record<'set' | 'delete', (...all: unknown[]) => Promise<void>> }
      const tell = (work: Promise<void>) => work.then(() => 'fine', (error: Error) => error.name)
      const thrower = { get name(): string { throw new RangeError('no') } }
      const answers = [
        await tell(cookieStore.set('aa_1', '1')),
        await tell(cookieStore.set({ name: 'aa_2', value: '1', path: '/' })),
        await tell(cookieStore.set({ name: 'aa_2', value: '2', path: '/' })),
        await tell(cookieStore.set({ name: 'aa_gone', value: '1', expires: Date.now() - 1 })),
        await tell(cookieStore.set('free', '1')),
        await tell(cookieStore.delete('free')),
        await tell(cookieStore.set()),
        await tell(cookieStore.set({ value: 'x' })),
        await tell(cookieStore.set(thrower)),
        await tell(cookieStore.set('free;x', '1')),
      ]
      const before = document.cookie
      window.optIn.approve('aa')
      for (const end = Date.now() + 3_000; Date.now() < end && !document.cookie.includes('aa_2'); ) await new Promise((done) => setTimeout(done, 10))
      const held = document.cookie.split('; ').sort()
      await cookieStore.delete({ name: 'aa_1' })
      await cookieStore.set('aa_3', '1')
      return { answers, before, held, after: document.cookie.split('; ').sort() }
    })
    expect(seen).toEqual({
      answers: ['fine', 'fine', 'fine', 'fine', 'fine', 'fine', 'TypeError', 'TypeError', 'RangeError', 'TypeError'],
      before: '',
      held: ['aa_1=1', 'aa_2=2'],
      after: ['aa_2=2', 'aa_3=1'],
    })
  })

  it('takes an age that is over for a removal, and a value that is none for the text of it', async () => {
    const tab = await open()
    const all = await tab.evaluate(async () => {
      const { cookieStore } = window as never as { cookieStore: Record<'set', (...all: unknown[]) => Promise<void>> }
      window.optIn.approve('aa')
      await cookieStore.set({ name: 'aa_1', value: '1', maxAge: 1000 })
      await cookieStore.set('aa_2', undefined)
      const states = [document.cookie.split('; ').sort().join()]
      window.optIn.reset()
      for (const name of ['aa_1', 'aa_2']) await cookieStore.set({ name, value: '', maxAge: 0 })
      states.push(document.cookie)
      window.optIn.approve('aa')
      return [...states, document.cookie]
    })
    expect(all).toEqual(['aa_1=1,aa_2=undefined', '', ''])
  })

  it('reaches no other cookie by a name that holds attributes', async () => {
    const tab = await open()
    const all = await tab.evaluate(async () => {
      const { cookieStore } = window as never as { cookieStore: Record<'set', (...all: unknown[]) => Promise<void>> }
      document.cookie = 'shop=1'
      window.optIn.approve('aa')
      await cookieStore.set('shop=; aa_x', '1').catch(() => undefined)
      await cookieStore.set({ name: 'aa_x', value: '1', path: '/; Max-Age=0' }).catch(() => undefined)
      window.optIn.deny('aa')
      return document.cookie
    })
    expect(all).toBe('shop=1')
  })
})
