import type { Held } from '../../../lib/gate/requests/holding'
import { createHolding } from '../../../lib/gate/requests/holding'

const item = (bytes: number): Held => ({ found: { category: 'aa', name: 'x', href: 'x' }, replay: () => undefined, refuse: undefined, bytes })

describe('the place where requests wait', () => {
  it('keeps them in the order they came', () => {
    const { waiting, add } = createHolding()
    const items = [item(1), item(2), item(3)]
    items.forEach(add)
    expect([...waiting]).toEqual(items)
  })

  it('takes no more than it may, in number', () => {
    const { add, drop } = createHolding(2)
    const first = item(1)
    expect([add(first), add(item(1)), add(item(1))]).toEqual([true, true, false])
    expect(drop(first)).toBe(true)
    expect(add(item(1))).toBe(true)
  })

  it('takes no more than it may, in bytes, and has the room again of what left', () => {
    const { add, drop } = createHolding(9, 10)
    const first = item(6)
    expect([add(first), add(item(5)), add(item(4))]).toEqual([true, false, true])
    drop(first)
    expect([add(item(7)), add(item(6))]).toEqual([false, true])
  })

  it('takes ten thousand, of sixteen mebibytes together, unless it is told otherwise', () => {
    const { waiting, add } = createHolding()
    while (add(item(1)));
    expect(waiting.size).toBe(10_000)
    const other = createHolding()
    expect([other.add(item(2 ** 24 + 1)), other.add(item(2 ** 24)), other.add(item(1))]).toEqual([false, true, false])
  })

  it('lets each go once', () => {
    const { add, drop } = createHolding(9, 10)
    const first = item(10)
    add(first)
    expect([drop(first), drop(first), add(item(10)), add(item(1))]).toEqual([true, false, true, false])
  })
})
