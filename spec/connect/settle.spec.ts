import { settle } from '../../lib/connect/settle.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { Change } from '../../lib/types.js'

const open = () => {
  const optIn = createOptIn({ doesOptInApply: true })
  const changes: Change[] = []
  let completions = 0
  optIn.on('change', (change) => changes.push(change))
  optIn.on('complete', () => completions++)
  return { optIn, changes, completions: () => completions, tell: settle(optIn as never, 'speaker') }
}

describe('settle', () => {
  it('tells one decision on many categories once, under its name', () => {
    const { tell, changes, completions } = open()
    tell({ aa: true, target: true, aam: false })
    expect(changes).toMatchObject([{ source: 'speaker', changed: ['aa', 'target'] }])
    expect(completions()).toBe(1)
  })

  it('does not tell the same answer a second time', () => {
    const { tell, completions } = open()
    tell({ aa: true })
    tell({ aa: true })
    expect(completions()).toBe(1)
  })

  it('does not take back, with an old answer, what the page decided since', () => {
    const { tell, optIn } = open()
    tell({ aa: true })
    optIn.deny('aa')
    tell({ aa: true })
    expect(optIn.isApproved('aa')).toBe(false)
  })

  it('tells a new answer, and the first one again after it', () => {
    const { tell, completions } = open()
    tell({ aa: true })
    tell({ aa: false })
    tell({ aa: true })
    expect(completions()).toBe(3)
  })

  it('tells the same answer again after the page forgot it', () => {
    const { tell, optIn } = open()
    tell({ aa: true })
    optIn.reset()
    tell({ aa: true })
    expect(optIn.isComplete).toBe(true)
  })
})
