import { createJudge, deny, free, hold, pass, refuse } from '../../lib/gate/judge'
import { type GateOptions, readOptions } from '../../lib/gate/readOptions'
import { createOptIn } from '../../lib/index'
import type { OptInConfig } from '../../lib/types'

const words: Record<number, string> = { [free]: 'free', [pass]: 'pass', [hold]: 'hold', [refuse]: 'refuse', [deny]: 'deny' }

const judgeOf = (config: OptInConfig = {}, options: GateOptions = {}) => {
  const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, ...config })
  const end = new AbortController()
  const [, verdictOf, denies] = createJudge(optIn, readOptions({ rules: { aa: ['aa_*'], target: ['target_*'] }, ...options }), end.signal)
  return { optIn, denies, end, verdict: (name: string) => words[verdictOf('cookie', name)] }
}

describe('the judge of the gate', () => {
  it('holds before a decision, passes what is approved and denies what is not', () => {
    const { optIn, verdict } = judgeOf()
    expect([verdict('aa_1'), verdict('target_1'), verdict('other')]).toEqual(['hold', 'hold', 'free'])
    optIn.approve('aa')
    expect([verdict('aa_1'), verdict('target_1'), verdict('other')]).toEqual(['pass', 'deny', 'free'])
    optIn.deny('aa')
    expect(verdict('aa_1')).toBe('deny')
    optIn.reset()
    expect(verdict('aa_1')).toBe('hold')
  })

  it('goes by the last decision while the page collects a new one', () => {
    const { optIn, verdict } = judgeOf()
    optIn.approve('aa', true)
    expect([verdict('aa_1'), verdict('target_1')]).toEqual(['hold', 'hold'])
    optIn.complete()
    expect(verdict('target_1')).toBe('deny')
    optIn.deny('aa', true)
    expect([verdict('aa_1'), verdict('target_1')]).toEqual(['pass', 'deny'])
  })

  it('refuses instead of holding where the page wants it so', () => {
    const { optIn, verdict } = judgeOf({}, { undecided: 'refuse' })
    expect(verdict('aa_1')).toBe('refuse')
    optIn.approve('aa')
    expect(verdict('aa_1')).toBe('pass')
  })

  it('refuses what no rule names where the page wants it so, but no record of the decision', () => {
    const { verdict } = judgeOf({}, { unknown: 'refuse' })
    expect([verdict('other'), verdict('adobeujs-optin'), verdict('kndctr_X_AdobeOrg_consent')]).toEqual(['refuse', 'free', 'free'])
  })

  it('denies an explicit no where opt-in does not apply, and passes everything else', () => {
    const { optIn, denies, verdict } = judgeOf({ doesOptInApply: false })
    expect([verdict('aa_1'), denies()]).toEqual(['pass', false])
    optIn.deny('aa')
    expect([verdict('aa_1'), verdict('target_1'), denies()]).toEqual(['deny', 'pass', true])
  })

  it('tells whether anything is denied', () => {
    const { optIn, denies } = judgeOf()
    expect(denies()).toBe(false)
    optIn.approveAll()
    expect(denies()).toBe(false)
    optIn.deny('aam')
    expect(denies()).toBe(true)
  })

  it('frees everything in the end', () => {
    const { optIn, end, verdict } = judgeOf()
    optIn.denyAll()
    end.abort()
    expect([verdict('aa_1'), verdict('s_cc')]).toEqual(['free', 'free'])
  })

  it('wants rules of categories that there are', () => {
    expect(() => judgeOf({}, { rules: { analytics: ['x'] } })).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringMatching(/analytics/) }))
    expect(judgeOf({ categories: { CHAT: 'chat' } } as OptInConfig, { rules: { chat: ['chat_*'] } }).verdict('chat_1')).toBe('hold')
  })
})
