import { createJudge, deny, free, hold, pass, refuse } from '../../lib/gate/judge'
import type { Settings } from '../../lib/gate/types'
import { createOptIn } from '../../lib/index'
import type { OptInConfig } from '../../lib/types'

const words: Record<number, string> = { [free]: 'free', [pass]: 'pass', [hold]: 'hold', [refuse]: 'refuse', [deny]: 'deny' }

const judgeOf = (config: OptInConfig = {}, settings: Settings<object, never> = {}) => {
  const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, ...config })
  const end = new AbortController()
  const [judge, denies] = createJudge(optIn, settings, end.signal)
  return { optIn, end, denies, verdict: (category?: string) => words[judge(category)] }
}

describe('the judge of a gate', () => {
  it('holds before a decision, passes what is approved and denies what is not', () => {
    const { optIn, verdict } = judgeOf()
    expect([verdict('aa'), verdict('target'), verdict()]).toEqual(['hold', 'hold', 'free'])
    optIn.approve('aa')
    expect([verdict('aa'), verdict('target'), verdict()]).toEqual(['pass', 'deny', 'free'])
    optIn.deny('aa')
    expect(verdict('aa')).toBe('deny')
    optIn.reset()
    expect(verdict('aa')).toBe('hold')
  })

  it('goes by the last decision while the page collects a new one', () => {
    const { optIn, verdict } = judgeOf()
    optIn.approve('aa', true)
    expect([verdict('aa'), verdict('target')]).toEqual(['hold', 'hold'])
    optIn.complete()
    expect(verdict('target')).toBe('deny')
    optIn.deny('aa', true)
    expect([verdict('aa'), verdict('target')]).toEqual(['pass', 'deny'])
    optIn.reset()
    expect(verdict('target')).toBe('hold')
  })

  it('goes by what others decide while the page collects', () => {
    const { optIn, verdict } = judgeOf()
    optIn.approve('aa', true)
    optIn.decide({ target: false }, { source: 'oneTrust' })
    expect([optIn.status, verdict('aa'), verdict('target')]).toEqual(['changed', 'deny', 'deny'])
  })

  it('forgets with a reset that anything was decided, also where nothing was asked before the next round', () => {
    const { optIn, verdict } = judgeOf()
    optIn.denyAll().reset().approve('aa', true)
    expect([optIn.status, verdict('aa'), verdict('target')]).toEqual(['changed', 'hold', 'hold'])
  })

  it('refuses instead of holding where the page wants it so', () => {
    const { optIn, verdict } = judgeOf({}, { undecided: 'refuse' })
    expect(verdict('aa')).toBe('refuse')
    optIn.approve('aa')
    expect(verdict('aa')).toBe('pass')
  })

  it('refuses what no rule names where the page wants it so, but not what none may name', () => {
    const { verdict } = judgeOf({}, { unknown: 'refuse' })
    expect([verdict(), verdict('')]).toEqual(['refuse', 'free'])
  })

  it('denies an explicit no where opt-in does not apply, and passes everything else', () => {
    const { optIn, denies, verdict } = judgeOf({ doesOptInApply: false })
    expect([verdict('aa'), denies()]).toEqual(['pass', false])
    optIn.deny('aa')
    expect([verdict('aa'), verdict('target'), denies()]).toEqual(['deny', 'pass', true])
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
    const { optIn, end, verdict } = judgeOf({}, { unknown: 'refuse' })
    optIn.denyAll()
    end.abort()
    expect([verdict('aa'), verdict()]).toEqual(['free', 'free'])
  })
})
