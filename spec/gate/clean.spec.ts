import { createCleaner } from '../../lib/gate/clean'
import { deny, pass, type VerdictOf } from '../../lib/gate/judge'
import { readOptions } from '../../lib/gate/readOptions'
import type { GateRules } from '../../lib/gate/readRules'
import type { Attempt } from '../../lib/gate/types'

const cleaner = (rules: GateRules, stores = undefined as never) => {
  const notes: string[] = []
  const complaints: string[] = []
  const errors: unknown[] = []
  const verdictOf: VerdictOf = (_, name) => (name.startsWith('aa_') ? deny : pass)
  const attempt: Attempt = (work) => {
    try {
      return work()
    } catch (error) {
      errors.push(error)
      return
    }
  }
  const [remember, removeDenied] = createCleaner(readOptions({ rules, stores }), verdictOf, (action, store, name) => notes.push(`${action} ${store} ${name}`), attempt, (name) => complaints.push(name))
  return { remember, removeDenied, notes, complaints, errors }
}
const writes = (work: () => void): string[] => {
  const texts: string[] = []
  const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
  const spy = jest.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(function (this: Document, text) {
    texts.push(text)
    set!.call(this, text)
  })
  work()
  spy.mockRestore()
  return texts
}

describe('cleaning', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    document.cookie = 'aa_1=; Max-Age=0'
  })

  it('removes what is denied from every store, tells of it, and touches nothing else', () => {
    document.cookie = 'aa_1=1'
    document.cookie = 'shop=1'
    localStorage.setItem('aa_2', '1')
    localStorage.setItem('basket', '1')
    sessionStorage.setItem('aa_3', '1')
    const { removeDenied, notes } = cleaner({ aa: ['aa_*'] })
    removeDenied()
    expect([document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]).toEqual(['shop=1', ['basket'], []])
    expect(notes).toEqual(['removed cookie aa_1', 'removed localStorage aa_2', 'removed sessionStorage aa_3'])
  })

  it('leaves a store that is not guarded alone', () => {
    localStorage.setItem('aa_2', '1')
    cleaner({ aa: ['aa_*'] }, ['cookie'] as never).removeDenied()
    expect(Object.keys(localStorage)).toEqual(['aa_2'])
  })

  it('removes where a rule says, and where a cookie was seen to be put, though the page cannot see it there', () => {
    const texts = writes(() => {
      const { remember, removeDenied } = cleaner({ aa: [{ name: 'aa_far', domain: 'shop.test', path: '/far' }, 'aa_*'] })
      remember('aa_near', 'aa_near=1; PATH=/near; Max-Age=9')
      remember('other', 'other=1; Path=/near')
      removeDenied()
    })
    expect(texts).toEqual(['aa_far=; Max-Age=0; Domain=shop.test; Path=/far', 'aa_near=; Max-Age=0; PATH=/near'])
  })

  it('reaches no cookie of another name by a name that holds attributes', () => {
    const texts = writes(() => {
      const { remember, removeDenied } = cleaner({})
      remember('shop=; aa_x', '; Path=/')
      removeDenied()
    })
    expect(texts).toEqual([])
  })

  it('tells of a cookie that does not go', () => {
    const get = jest.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue('aa_stays=1')
    const { removeDenied, complaints, notes } = cleaner({ aa: ['aa_*'] })
    removeDenied()
    get.mockRestore()
    expect([complaints, notes]).toEqual([['aa_stays'], []])
  })

  it('cleans the stores there are when one of them throws', () => {
    localStorage.setItem('aa_2', '1')
    const get = jest.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(() => {
      throw new Error('no cookies here')
    })
    const { removeDenied, errors } = cleaner({ aa: ['aa_*'] })
    removeDenied()
    get.mockRestore()
    expect([errors.map(String), Object.keys(localStorage)]).toEqual([['Error: no cookies here'], []])
  })

  it('finds no trouble in a storage that the browser refuses: nothing is in it', () => {
    sessionStorage.setItem('aa_3', '1')
    const get = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    })
    const { removeDenied, errors, notes } = cleaner({ aa: ['aa_*'] })
    removeDenied()
    get.mockRestore()
    expect([errors, notes]).toEqual([[], ['removed sessionStorage aa_3']])
  })
})
