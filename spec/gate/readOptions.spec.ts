import { adobeRules } from '../../lib/gate/adobeRules'
import { readOptions } from '../../lib/gate/readOptions'
import { readRules } from '../../lib/gate/readRules'

describe('reading the options of the gate', () => {
  it('takes all defaults', () => {
    expect(readOptions({})).toEqual({ stores: ['cookie', 'localStorage', 'sessionStorage'], markup: true, list: readRules(adobeRules) })
    expect(readOptions({ stores: undefined, markup: undefined, rules: undefined, adobeRules: undefined })).toEqual(readOptions({}))
  })

  it('keeps what is given', () => {
    const list = [{ name: 'x', category: 'aa', expression: /^x$/ }]
    expect(readOptions({ rules: { aa: ['x'] }, adobeRules: false, stores: ['cookie'], markup: false })).toEqual({ stores: ['cookie'], markup: false, list })
  })

  it('lists the known names after the page’s own', () => {
    expect(readOptions({ rules: { aa: ['x'] } }).list.slice(0, 2)).toEqual([{ name: 'x', category: 'aa', expression: /^x$/ }, readRules(adobeRules)[0]])
  })

  it.each([
    ['markup', 1],
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
