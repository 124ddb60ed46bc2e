import { takeTurn } from '../../lib/gate/takeTurn'

const gate = (name: string, told: string[], kind = 'spec') =>
  takeTurn(
    kind,
    () => {
      told.push(`${name} starts`)
      return () => told.push(`${name} stops`)
    },
    () => told.push(`${name} waits`),
  )

describe('gates of one page', () => {
  it('stand one at a time, and the next starts when the one before is taken out', () => {
    const told: string[] = []
    const [first, second] = [gate('first', told), gate('second', told)]
    first()
    second()
    expect(told).toEqual(['first starts', 'second waits', 'first stops', 'second starts', 'second stops'])
  })

  it('leave the line before their turn, or twice, without a trace', () => {
    const told: string[] = []
    const [first, second, third] = [gate('first', told), gate('second', told), gate('third', told)]
    second()
    second()
    first()
    first()
    third()
    expect(told).toEqual(['first starts', 'second waits', 'third waits', 'first stops', 'third starts', 'third stops'])
  })

  it('of another kind do not wait for them', () => {
    const told: string[] = []
    const ends = [gate('one', told, 'spec a'), gate('other', told, 'spec b')]
    expect(told).toEqual(['one starts', 'other starts'])
    ends.forEach((end) => end())
  })

  it('are known to a second copy of the script', async () => {
    const told: string[] = []
    const first = gate('first', told)
    let copy: typeof takeTurn = takeTurn
    await jest.isolateModulesAsync(async () => {
      copy = (await import('../../lib/gate/takeTurn')).takeTurn
    })
    expect(copy).not.toBe(takeTurn)
    const second = copy('spec', () => () => undefined, () => told.push('the copy waits'))
    expect(told).toEqual(['first starts', 'the copy waits'])
    second()
    first()
  })
})
