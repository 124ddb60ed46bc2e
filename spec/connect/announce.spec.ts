import fc from 'fast-check'
import { announce } from '../../lib/connect/announce.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'

const open = (doesOptInApply = true) => {
  const said: string[] = []
  const optIn = createOptIn({ doesOptInApply }) as unknown as AnyOptIn
  const state = { isThere: true }
  const read = () => (state.isThere ? JSON.stringify([optIn.isApproved('aa'), optIn.isApproved('target')]) : undefined)
  const page = document.implementation.createHTMLDocument()
  const end = announce(optIn, read, (message) => said.push(message), page)
  return { optIn, said, state, read, end, load: () => page.body.dispatchEvent(new Event('load')) }
}

const acts: Record<string, (optIn: AnyOptIn) => void> = {
  'approve aa': (optIn) => optIn.approve('aa'),
  'deny aa': (optIn) => optIn.deny('aa'),
  'approve target': (optIn) => optIn.approve('target'),
  'approve all': (optIn) => optIn.approveAll(),
  'deny all': (optIn) => optIn.denyAll(),
  'stage aa': (optIn) => optIn.approve('aa', true),
  'stage no aa': (optIn) => optIn.deny('aa', true),
  complete: (optIn) => optIn.complete(),
  'a platform decides': (optIn) => optIn.decide({ aa: false, target: true }, { source: 'platform' }),
  'a signal denies': (optIn) => optIn.decide({ aa: false }, { source: 'signal', standing: true }),
  reset: (optIn) => optIn.reset(),
}

describe('announce', () => {
  it('tells nothing twice in a row, nothing before a decision, and after each step what holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 30 }), (steps) => {
        const { optIn, said, read } = open()
        let isDecided = false
        optIn.on('complete', () => (isDecided = true))
        for (const step of steps) {
          const before = said.length
          acts[step]!(optIn)
          expect(said.length - before).toBeLessThanOrEqual(1)
          expect(said.at(-1)).toBe(isDecided ? read() : undefined)
          expect(said.filter((message, at) => message === said[at - 1])).toEqual([])
        }
        optIn.destroy()
      }),
    )
  })

  it('tells at once where nothing has to be decided', () => {
    expect(open(false).said).toEqual(['[true,true]'])
  })

  it('tells a system that came late when a script has loaded, and not again', () => {
    const { optIn, said, state, load } = open()
    state.isThere = false
    optIn.approve('aa')
    load()
    expect(said).toEqual([])
    state.isThere = true
    load()
    load()
    expect(said).toEqual(['[true,false]'])
  })

  it('tells a late system nothing while nothing is decided', () => {
    const { said, load } = open()
    load()
    expect(said).toEqual([])
  })

  it('tells nothing after its end', () => {
    const { optIn, said, end, load } = open()
    end()
    optIn.approve('aa')
    load()
    expect(said).toEqual([])
  })

  it('tells only the newest of decisions made while another is announced', () => {
    const { optIn, said } = open()
    optIn.once('complete', () => optIn.deny('aa'))
    optIn.approve('aa')
    expect(said).toEqual(['[true,false]', '[false,false]'])
  })
})
