import { createSwap } from '../../lib/gate/swaps'

const make = () => {
  const failures: string[] = []
  const undos: (() => void)[] = []
  const swap = createSwap(undos, (what) => void failures.push(what))
  return { swap, undos, failures, undo: () => undos.forEach((undo) => undo()) }
}
const page = () => {
  let text = 'native'
  return {
    say: () => text,
    get word() {
      return text
    },
    set word(value: string) {
      text = value
    },
  }
}

describe('swapping functions of the browser', () => {
  it('replaces a value, a getter and a setter, and leaves the rest of the property as it was', () => {
    const owner = page()
    const { swap } = make()
    swap(owner, 'say', ({ value }) => ({ value: () => `our ${value()}` }))
    swap(owner, 'word', ({ set }) => ({
      set(value) {
        set!.call(this, `our ${value}`)
      },
    }))
    owner.word = 'text'
    expect([owner.word, owner.say()]).toEqual(['our text', 'our our text'])
    expect(Object.getOwnPropertyDescriptor(owner, 'word')).toMatchObject({ enumerable: true, configurable: true })
  })

  it('does nothing where there is nothing', () => {
    const { swap, undos, failures } = make()
    const owner = { a: 1 }
    const answers = [swap(owner, 'b', () => ({ value: 2 })), swap(undefined, 'b', () => ({ value: 2 })), swap(Object.create(owner) as object, 'a', () => ({ value: 2 }))]
    expect([answers, undos, failures, owner]).toEqual([[true, true, true], [], [], { a: 1 }])
  })

  it('puts everything back exactly', () => {
    const owner = page()
    const before = Object.getOwnPropertyDescriptors(owner)
    const { swap, undo } = make()
    swap(owner, 'say', () => ({ value: () => '' }))
    swap(owner, 'word', () => ({ get: () => '' }))
    undo()
    expect(Object.getOwnPropertyDescriptors(owner)).toEqual(before)
    undo()
    expect(Object.getOwnPropertyDescriptors(owner)).toEqual(before)
  })

  it('leaves the wrapper of somebody else in place', () => {
    const owner = page()
    const { swap, undo } = make()
    swap(owner, 'say', ({ value }) => ({ value: () => value() }))
    const below = owner.say
    const wrapper = (owner.say = () => `wrapped ${below()}`)
    undo()
    expect(owner.say).toBe(wrapper)
    expect(owner.say()).toBe('wrapped native')
  })

  it('tells what is frozen, and leaves it', () => {
    const owner = Object.freeze(page())
    const { swap, undo, failures } = make()
    expect(swap(owner, 'say', () => ({ value: () => '' }))).toBe(false)
    undo()
    expect([owner.say(), failures]).toEqual(['native', ['say']])
  })
})
