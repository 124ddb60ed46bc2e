import { adobeRules } from '../../lib/gate/adobeRules'
import { type GateOptions, readOptions } from '../../lib/gate/readOptions'
import { readRules } from '../../lib/gate/readRules'

describe('reading the options of the gate', () => {
  it('takes all defaults', () => {
    expect(readOptions({})).toMatchObject({ stores: ['cookie', 'localStorage', 'sessionStorage'], list: readRules(adobeRules) })
    expect(readOptions({}).onAction({} as never)).toBeUndefined()
  })

  it('keeps what is given', () => {
    const onAction = () => undefined
    const given: GateOptions = { rules: { aa: ['x'] }, adobeRules: false, unknown: 'refuse', undecided: 'refuse', onAction, stores: ['cookie'], markup: false }
    expect(readOptions(given)).toEqual({ ...given, list: [{ name: 'x', category: 'aa' }] })
  })

  it('lists the known names after the page’s own', () => {
    expect(readOptions({ rules: { aa: ['x'] } }).list.slice(0, 2)).toEqual([{ name: 'x', category: 'aa' }, readRules(adobeRules)[0]])
  })

  it('counts an option that is undefined as not given', () => {
    const nothing = { rules: undefined, adobeRules: undefined, unknown: undefined, undecided: undefined, onAction: undefined, stores: undefined, markup: undefined }
    expect(() => readOptions(nothing)).not.toThrow()
  })

  it.each([
    ['adobeRules', 'no'],
    ['markup', 1],
    ['unknown', 'hold'],
    ['undecided', 'allow'],
    ['onAction', 'log'],
    ['stores', ['cookies']],
    ['stores', 5],
    ['stores', ['cookie', null]],
    ['rules', 'x'],
    ['rules', { aa: 'x' }],
  ])('refuses %s as %j, and names the option', (option, value) => {
    const reading = () => readOptions({ [option]: value })
    expect(reading).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(reading).toThrow(new RegExp(`\`${option}`))
  })
})
