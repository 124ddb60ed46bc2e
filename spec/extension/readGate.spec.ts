import { createOptIn } from '../../lib/createOptIn.js'
import { readGate } from '../../lib/extension/readGate.js'
import type { AnyOptIn } from '../../lib/types.js'

let optIn: AnyOptIn
const errors: string[] = []

const open = (value: unknown, categories?: Record<string, string>) => {
  errors.length = 0
  optIn = createOptIn({ doesOptInApply: true, ...(categories && { categories }) }) as unknown as AnyOptIn
  return readGate(value).map((connector) => connector(optIn, (error) => void errors.push((error as Error).message)))
}
const close: (() => void)[] = []
const guard = (value: unknown, categories?: Record<string, string>) => {
  close.push(...open(value, categories).flatMap((end) => end ?? []))
  return (name: string) => {
    document.cookie = `${name}=1`
    const isWritten = document.cookie.includes(`${name}=`)
    document.cookie = `${name}=; max-age=0`
    return isWritten
  }
}
afterEach(() => close.splice(0).forEach((end) => end()))

it.each([undefined, null, '', false, 'false'])('puts no gate there for %j', (value) => {
  expect(open(value)).toEqual([])
})

it.each([true, 'true', {}, '{}'])('holds Adobe’s cookies for %j', (value) => {
  const isWritten = guard(value)
  expect([isWritten('s_cc'), isWritten('mine')]).toEqual([false, true])
  expect(errors).toEqual([])
})

it('reads rules of names, prefixes and expressions, for categories by value or name', () => {
  const isWritten = guard({ rules: '{"ANALYTICS":["_ga","_ga_*"],"chat":["/^talk\\\\d+$/i"]}' }, { CHAT: 'chat' })
  expect(['_ga', '_ga_X', 'TALK12', 'talk'].map(isWritten)).toEqual([false, false, false, true])
  expect(errors).toEqual([])
})

it('takes for an expression only what is one as a whole', () => {
  const isWritten = guard({ rules: { aa: ['x/talk/', '/chat/2'] } })
  expect(['talk', 'chat'].map(isWritten)).toEqual([true, true])
})

it('reports what breaks while it tells of the gate', () => {
  guard({ rules: { aa: ['_ga'] }, onAction: () => { throw Error('theirs') } })('_ga')
  expect(errors).toContain('theirs')
})

it.each([
  [{ rules: { nonsense: ['x'], aa: ['_ga'] } }, '`rules.nonsense` must be aam or adcloud'],
  [{ rules: { 'no.category': ['x'], aa: ['_ga'] } }, '`rules.no.category` must be aam or adcloud'],
  [{ rules: { aa: ['_ga', '/(/'] } }, '`gate.rules.aa` must be made of names and expressions'],
  [{ rules: { aa: ['_ga'], target: [5] } }, '`rules.target` must be'],
  [{ rules: { aa: ['_ga'], target: 'x' } }, '`rules.target` must be a list of names'],
  [{ rules: { aa: ['_ga'] }, unknown: 'perhaps' }, '`unknown` must be allow or refuse'],
])('reports what cannot be used in %j, and keeps the rest', (value, message) => {
  const isWritten = guard(value)
  expect(errors).toEqual([expect.stringContaining(message)])
  expect([isWritten('_ga'), isWritten('s_cc'), isWritten('mine')]).toEqual([false, false, true])
})

it.each([5, 'perhaps', '{"broken'])('reports %j, and holds Adobe’s cookies all the same', (value) => {
  const isWritten = guard(value)
  expect(errors).toEqual([expect.stringContaining('`gate` must be true, false or a map of its options')])
  expect(isWritten('s_cc')).toBe(false)
})

it('takes a connector that a data element answers', () => {
  const connector = () => undefined
  expect(readGate(connector)).toEqual([connector])
})

it('puts the plain gate there when the other fails for no option of its own', () => {
  optIn = createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn
  let asked = 0
  const brittle = Object.create(optIn, {
    Categories: {
      get: () => {
        // The first to ask reads the rules, the second is the gate.
        if (asked++ === 1) throw Error('not now')
        return optIn.Categories
      },
    },
  }) as AnyOptIn
  const failures: unknown[] = []
  close.push(...readGate({ rules: { aa: ['_ga'] } }).flatMap((connector) => connector(brittle, (error) => void failures.push(error)) ?? []))
  document.cookie = 's_cc=1'
  expect([String(failures), document.cookie]).toEqual(['Error: not now', ''])
})
