import { translate } from '../../lib/connect/translate.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'

const optIn = createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' } }) as unknown as AnyOptIn
optIn.approve(['aa', 'chat'])

const words = (switches: object) => JSON.parse(translate(switches, optIn.isApproved))

describe('translate', () => {
  it.each([
    ['one category', 'aa', 'granted'],
    ['a list of one', ['aa'], 'granted'],
    ['its name', ['ANALYTICS'], 'granted'],
    ['one of the page’s own', ['chat'], 'granted'],
    ['one that is denied', ['aam'], 'denied'],
    ['one of several', ['aam', 'aa'], 'granted'],
    ['none of several', ['aam', 'target'], 'denied'],
    ['a list of which all are needed', [['aa', 'chat']], 'granted'],
    ['such a list, one of it denied', [['aa', 'aam']], 'denied'],
    ['one of such lists', [['aa', 'aam'], ['chat']], 'granted'],
    ['what is no category', ['analytics'], 'denied'],
    ['nothing', [], 'denied'],
  ])('puts a word in the place of %s', (_case, needs, word) => {
    expect(words({ switch: needs })).toEqual({ switch: word })
  })

  it('keeps a switch of an odd name to itself', () => {
    expect(Object.keys(words(JSON.parse('{ "__proto__": ["aa"], "constructor": ["aa"] }')))).toEqual(['__proto__', 'constructor'])
  })
})
