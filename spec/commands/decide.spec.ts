import { decide } from '../../lib/commands/decide.js'
import { createOptIn } from '../../lib/createOptIn.js'
import { ecidOptIn } from '../fakes/ecidOptIn.js'

const ours = () => createOptIn({ doesOptInApply: true })

describe('a decision', () => {
  it.each([
    ['ours', () => ours()],
    ["Adobe's own", () => ecidOptIn()],
  ])('is complete and announced once by an object of %s', (_, create) => {
    const optIn = create()
    const heard: unknown[] = []
    optIn.on('complete', (permissions: unknown) => heard.push({ ...(permissions as object) }))
    decide(optIn as never, { aa: true, target: false })
    expect(heard).toEqual([expect.objectContaining({ aa: true, target: false, ecid: false })])
    expect(optIn.isComplete).toBe(true)
    decide(optIn as never, true)
    expect(Object.values(optIn.permissions)).not.toContain(false)
    decide(optIn as never, false)
    expect(Object.values(optIn.permissions)).not.toContain(true)
    expect(heard).toHaveLength(3)
  })

  it('is the page’s own, or that of the source it is given', () => {
    const optIn = ours()
    const sources: string[] = []
    optIn.on('change', ({ source }) => sources.push(source))
    decide(optIn as never, true)
    decide(optIn as never, false, 'storage')
    expect(sources).toEqual(['page', 'storage'])
  })
})
