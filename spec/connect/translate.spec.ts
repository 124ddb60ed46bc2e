import { check, translate } from '../../lib/connect/translate.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'

const optIn = createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' } }) as unknown as AnyOptIn
optIn.approve(['aa', 'chat'])

const words = (switches: object) => JSON.parse(translate(switches, optIn.isApproved, (isOn) => (isOn ? 'yes' : 'no')))

describe('translate', () => {
  it.each([
    ['one category', 'aa', 'yes'],
    ['a list of one', ['aa'], 'yes'],
    ['its name', ['ANALYTICS'], 'yes'],
    ['one of the page’s own', ['chat'], 'yes'],
    ['one that is denied', ['aam'], 'no'],
    ['one of several', ['aam', 'aa'], 'yes'],
    ['none of several', ['aam', 'target'], 'no'],
    ['a list of which all are needed', [['aa', 'chat']], 'yes'],
    ['such a list, one of it denied', [['aa', 'aam']], 'no'],
    ['one of such lists', [['aa', 'aam'], ['chat']], 'yes'],
    ['what is no category', ['analytics'], 'no'],
    ['nothing', [], 'no'],
  ])('puts a word in the place of %s', (_case, needs, word) => {
    expect(words({ switch: needs })).toEqual({ switch: word })
  })

  it('keeps a switch of an odd name to itself', () => {
    expect(Object.keys(words(JSON.parse('{ "__proto__": ["aa"], "constructor": ["aa"] }')))).toEqual(['__proto__', 'constructor'])
  })
})

describe('check', () => {
  const errorsOf = async (switches: object) => {
    const errors: unknown[] = []
    check(switches, optIn, (error) => errors.push(error))
    await new Promise((resolve) => setTimeout(resolve))
    return errors
  }

  it('reports a category that the OptIn does not know, and names it', async () => {
    expect(await errorsOf({ a: ['aa'], b: ['analytics'] })).toMatchObject([
      { code: 'invalid-category', message: expect.stringContaining('"analytics"') },
    ])
  })

  it.each([[{ a: ['aa', ['AAM', 'chat']] }], [{ a: ['target'] }]])('has nothing to say about %j, denied or not', async (switches) => {
    expect(await errorsOf(switches)).toEqual([])
  })
})
