import { createDoor } from '../../lib/gate/door'
import { deny, free, hold, pass, refuse } from '../../lib/gate/judge'
import type { Attempt } from '../../lib/gate/types'

const open = (verdict = hold) => {
  const state = { verdict, notes: [] as string[], ran: [] as string[], errors: [] as string[] }
  const attempt: Attempt = (work) => {
    try {
      return work()
    } catch (error) {
      state.errors.push(String(error))
      return
    }
  }
  const door = createDoor(() => state.verdict, (action, store, name) => state.notes.push(`${action} ${store} ${name}`), attempt)
  const write = (text: string, name = text, isRemoval = false, key?: string) => door.write('cookie', name, () => void state.ran.push(text), isRemoval, key)
  return { state, door, write }
}

describe('the door of the gate', () => {
  it('holds writes and does them on approval, in order, the last of a name alone', () => {
    const { state, door, write } = open()
    for (const [text, name] of [['a1', 'a'], ['b1', 'b'], ['a2', 'a']] as const) write(text, name)
    expect([state.ran, state.notes]).toEqual([[], ['held cookie a', 'held cookie b', 'held cookie a']])
    state.verdict = pass
    door.settle()
    door.settle()
    expect(state.ran).toEqual(['b1', 'a2'])
    expect(state.notes.slice(3)).toEqual(['replayed cookie b', 'replayed cookie a'])
  })

  it.each([[deny], [refuse]])('drops what waited at the verdict %i', (verdict) => {
    const { state, door, write } = open()
    write('a')
    state.verdict = verdict
    door.settle()
    state.verdict = pass
    door.settle()
    expect([state.ran, state.notes]).toEqual([[], ['held cookie a', 'refused cookie a']])
  })

  it('refuses without holding where a category is denied', () => {
    const { state, door, write } = open(deny)
    write('a')
    state.verdict = pass
    door.settle()
    expect([state.ran, state.notes]).toEqual([[], ['refused cookie a']])
  })

  it.each([[free], [pass]])('lets a write run at once at the verdict %i', (verdict) => {
    const { state, write } = open(verdict)
    write('a')
    expect([state.ran, state.notes]).toEqual([['a'], []])
  })

  it('lets a removal run at once, and again after what is held', () => {
    const { state, door, write } = open()
    write('set', 'a')
    write('gone', 'a', true)
    expect(state.ran).toEqual(['gone'])
    state.verdict = pass
    door.settle()
    expect(state.ran).toEqual(['gone', 'gone'])
    expect(state.notes).toEqual(['held cookie a'])
  })

  it('keeps the cookies of one name on two paths apart', () => {
    const { state, door, write } = open()
    write('one', 'a', false, 'a; Path=/x')
    write('two', 'a', false, 'a; Path=/')
    state.verdict = pass
    door.settle()
    expect(state.ran).toEqual(['one', 'two'])
  })

  it('does what was held before a newer write, when a decision took effect unheard', () => {
    const { state, door, write } = open()
    write('a')
    state.verdict = pass
    expect(door.ask('cookie', 'a')).toBe(pass)
    expect(state.ran).toEqual(['a'])
  })

  it('holds a thousand writes, and lets the oldest go', () => {
    const { state, door, write } = open()
    for (let i = 0; i <= 1000; i++) write(`n${i}`)
    expect(state.notes.slice(-2)).toEqual(['refused cookie n0', 'held cookie n1000'])
    state.verdict = pass
    door.settle()
    expect([state.ran.length, state.ran[0], state.ran.at(-1)]).toEqual([1000, 'n1', 'n1000'])
  })

  it('takes back what is held for one store', () => {
    const { state, door, write } = open()
    write('a')
    door.write('localStorage', 'b', () => void state.ran.push('b'), false)
    door.clear('localStorage')
    state.verdict = pass
    door.settle()
    expect(state.ran).toEqual(['a'])
  })

  it('reports a write that fails late, does the others, and says nothing of one that has expired', () => {
    const { state, door, write } = open()
    door.write('localStorage', 'full', () => { throw new Error('full') }, false)
    door.write('cookie', 'old', () => true, false)
    write('a')
    state.verdict = pass
    door.settle()
    expect([state.errors, state.ran]).toEqual([['Error: full'], ['a']])
    expect(state.notes.filter((note) => note.startsWith('replayed'))).toEqual(['replayed cookie a'])
  })
})
