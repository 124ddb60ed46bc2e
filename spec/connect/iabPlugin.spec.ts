import { iabPlugin } from '../../lib/connect/iabPlugin.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { OptInConfig } from '../../lib/types.js'

interface Data {
  readonly tcString?: string
  readonly approved?: readonly string[]
}

const open = (config: OptInConfig = {}) => {
  const errors: unknown[] = []
  const optIn = createOptIn({ doesOptInApply: true, onError: (error) => errors.push(error), ...config })
  const tell = iabPlugin<Data>(optIn as never, (data, category) => !!data.approved?.includes(`${category}`))
  const answers: unknown[][] = []
  const execute = (method: string, params?: Record<string, unknown>) =>
    optIn.execute({ command: `iabPlugin.${method}`, callback: (...answer: unknown[]) => void answers.push(answer), ...(params && { params }) })
  return { optIn, tell, execute, answers, errors }
}

describe('iabPlugin', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => {
    jest.useRealTimers()
    document.cookie = 'adobeujs-optin=; path=/; max-age=0'
  })

  it('is registered under ECID’s name', () => {
    expect(open().optIn.__plugins).toEqual(['iabPlugin'])
  })

  describe('fetchConsentData', () => {
    it('answers at once with all the platform said, its consent string, and that it is new', () => {
      const { tell, execute, answers } = open()
      tell({ tcString: 'TC-111', approved: ['aam'] })
      execute('fetchConsentData')
      expect(answers).toEqual([
        [null, { tcString: 'TC-111', approved: ['aam'], consentString: 'TC-111', hasConsentChangedSinceLastCmpPull: true }],
      ])
    })

    it('waits for the choice, and answers each who waits once, in order', () => {
      const { tell, execute, answers } = open()
      execute('fetchConsentData')
      execute('isApproved', { category: 'aam' })
      jest.advanceTimersByTime(60_000)
      expect(answers).toEqual([])
      tell({ tcString: 'TC', approved: ['aam'] })
      tell({ tcString: 'TC2' })
      expect(answers).toEqual([
        [null, expect.objectContaining({ consentString: 'TC' })],
        [null, true],
      ])
    })

    it('gives up after the timeout, and stays silent then', () => {
      const { tell, execute, answers } = open()
      execute('fetchConsentData', { timeout: 10 })
      jest.advanceTimersByTime(9)
      expect(answers).toEqual([])
      jest.advanceTimersByTime(1)
      expect(answers).toEqual([[expect.objectContaining({ name: 'TimeoutError', message: 'The call took longer than you wanted!' })]])
      tell({ tcString: 'TC' })
      expect(answers).toHaveLength(1)
    })

    it('does not give up what was answered in time', () => {
      const { tell, execute, answers } = open()
      execute('fetchConsentData', { timeout: 10 })
      tell({ tcString: 'TC' })
      jest.advanceTimersByTime(60_000)
      expect(answers).toHaveLength(1)
    })

    it('answers with the newest choice', () => {
      const { tell, execute, answers } = open()
      tell({ tcString: 'TC' })
      tell({ tcString: 'TC2' })
      execute('fetchConsentData')
      expect(answers).toMatchObject([[null, { consentString: 'TC2' }]])
    })

    it('keeps serving when one who waits throws', () => {
      const { optIn, tell, execute, answers, errors } = open()
      optIn.execute({
        command: 'iabPlugin.fetchConsentData',
        callback: () => {
          throw new Error('theirs')
        },
      })
      execute('fetchConsentData')
      tell({ tcString: 'TC' })
      expect(answers).toHaveLength(1)
      expect(errors).toMatchObject([{ message: 'theirs' }])
    })
  })

  describe('isApproved', () => {
    it.each([
      ['aam', true],
      ['aa', false],
      [undefined, false],
    ])('answers for %j by its own table: %j', (category, approved) => {
      const { tell, execute, answers } = open()
      tell({ approved: ['aam'] })
      execute('isApproved', { category })
      expect(answers).toEqual([[null, approved]])
    })

    it('approves nothing when it gives up waiting', () => {
      const { execute, answers } = open()
      execute('isApproved', { category: 'aam', timeout: 10 })
      jest.advanceTimersByTime(10)
      expect(answers).toEqual([[expect.objectContaining({ name: 'TimeoutError' }), false]])
    })
  })

  describe('whether the consent has changed', () => {
    const changed = (tcString: string, config: OptInConfig) => {
      const { tell, execute, answers, optIn } = open(config)
      tell({ tcString })
      execute('fetchConsentData')
      optIn.destroy()
      return (answers[0]?.[1] as Record<string, unknown>).hasConsentChangedSinceLastCmpPull
    }

    it('is known from page to page, with storage on', () => {
      const config = { isOptInStorageEnabled: true }
      expect([changed('TC', config), changed('TC', config), changed('TC2', config)]).toEqual([true, false, true])
    })

    it('is kept as ECID’s own plugin keeps it', () => {
      const { optIn, tell } = open({ isOptInStorageEnabled: true })
      tell({ tcString: '123456789' })
      // The check value of CRC-32.
      expect(optIn.getMemoizedContent('iabConsentHash')).toBe((0xcbf43926).toString(32))
    })

    it('is always so, and no cookie is written, with storage off', () => {
      expect([changed('TC', {}), changed('TC', {})]).toEqual([true, true])
      expect(document.cookie).toBe('')
    })

    it('stays as it was, when the platform repeats itself on a page', () => {
      const { tell, execute, answers } = open({ isOptInStorageEnabled: true })
      tell({ tcString: 'TC' })
      tell({ tcString: 'TC' })
      execute('fetchConsentData')
      expect(answers).toMatchObject([[null, { hasConsentChangedSinceLastCmpPull: true }]])
    })
  })
})
