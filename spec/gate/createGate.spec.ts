import { cookieGate } from '../../lib/gate/cookieGate'
import { createGate, type Start } from '../../lib/gate/createGate'
import { requestGate } from '../../lib/gate/requests/requestGate'
import type { GateItem, Settings } from '../../lib/gate/types'
import { createOptIn } from '../../lib/index'
import type { OptInConfig } from '../../lib/types'

const item = (name: string): GateItem => ({ store: 'cookie', name, category: 'aa', action: 'refused' })

/** A gate that guards one function of the window, and tells what happens to it. */
const stand = (settings: Settings<object, GateItem> = {}, config: OptInConfig = {}) => {
  const told: string[] = []
  const errors: string[] = []
  let given: Parameters<Start<GateItem>> | undefined
  const gate = createGate<GateItem>('spec', 'storage-failed', settings, (...all) => {
    given = all
    return [(page, swap) => void swap(page, 'focus', () => ({ value: () => told.push('guarded') })), () => told.push('follows')]
  })
  const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, gate, onError: (error) => errors.push((error as Error).message), ...config })
  const [, , signal, note, attempt, complain] = given ?? []
  return { gate, optIn, told, errors, signal: signal!, note: note!, attempt: attempt!, complain: complain! }
}

describe.each([
  ['cookieGate', cookieGate],
  ['requestGate', requestGate],
] as const)('the settings of %s', (_, make) => {
  it.each([
    ['adobeRules', 'no'],
    ['unknown', 'hold'],
    ['undecided', 'allow'],
    ['onAction', 'log'],
    ['rules', 'x'],
    ['rules', { aa: 'x' }],
  ])('are refused and named: %s as %j', (option, value) => {
    const making = () => make({ [option]: value })
    expect(making).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(making).toThrow(new RegExp(`\`${option}`))
  })

  it('are those of a gate with all defaults where they are undefined, and may all be given', () => {
    expect(() => make({ rules: undefined, adobeRules: undefined, unknown: undefined, undecided: undefined, onAction: undefined })).not.toThrow()
    expect(() => make({ rules: { aa: ['x'] }, adobeRules: false, unknown: 'refuse', undecided: 'refuse', onAction: () => undefined })).not.toThrow()
  })

  it('name categories that there are', () => {
    expect(() => createOptIn({ otherTabs: false, gate: make({ rules: { analytics: ['x'] } }) })).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringMatching(/`rules\.analytics` must be .*aa or .*"analytics"/) }),
    )
    const optIn = createOptIn({ otherTabs: false, categories: { CHAT: 'chat' }, gate: make({ rules: { chat: ['chat'] } }) })
    optIn.destroy()
  })
})

describe('a gate', () => {
  it('guards when it is connected, follows each decision, and puts back what it replaced in the end', () => {
    const native = Object.getOwnPropertyDescriptor(window, 'focus')
    const { optIn, told, signal } = stand()
    window.focus()
    optIn.approve('aa')
    expect(told).toEqual(['follows', 'guarded', 'follows', 'follows'])
    expect(signal.aborted).toBe(false)
    optIn.destroy()
    expect(signal.aborted).toBe(true)
    expect(Object.getOwnPropertyDescriptor(window, 'focus')).toEqual(native)
  })

  it('counts what it does, keeps the last 200, and tells the page, whose errors are reported', () => {
    const onAction = jest.fn(() => {
      throw new Error('boom')
    })
    const { gate, optIn, note, errors } = stand({ onAction })
    for (let index = 0; index < 300; index++) note(item(`${index}`))
    expect(gate.inspect()).toMatchObject({ held: 0, replayed: 0, refused: 300, removed: 0 })
    expect(gate.inspect().items.map(({ name }) => name)).toEqual(Array.from({ length: 200 }, (_, index) => `${index + 100}`))
    expect(onAction).toHaveBeenCalledTimes(300)
    expect(errors).toEqual(['boom'])
    optIn.destroy()
  })

  it('reports each trouble once, and does without what is frozen', () => {
    const { optIn, attempt, complain, errors } = stand()
    complain('Something is wrong.')
    complain('Something is wrong.')
    expect(attempt(() => 5)).toBe(5)
    expect(attempt(() => JSON.parse('{'))).toBeUndefined()
    expect(errors).toEqual(['[OptIn] Something is wrong.', expect.stringContaining('JSON')])
    optIn.destroy()
  })

  it('waits for another of its kind, and says so', () => {
    const first = stand()
    const second = stand()
    expect([second.told, second.errors]).toEqual([[], ['[OptIn] A spec gate is there already: this one waits.']])
    first.optIn.destroy()
    expect(second.told).toEqual(['follows'])
    second.optIn.destroy()
  })
})
