import { listen } from '../../lib/connect/listen.js'

describe('listen', () => {
  it.each([
    ['of the window', () => window],
    ['of the document', () => document],
  ])('hears events %s, also where they do not bubble', (_where, target) => {
    const heard: string[] = []
    const end = listen(['one', 'two'], ({ type }) => heard.push(type))
    target().dispatchEvent(new Event('one'))
    target().dispatchEvent(new CustomEvent('two'))
    target().dispatchEvent(new Event('three'))
    end()
    expect(heard).toEqual(['one', 'two'])
  })

  it('ends', () => {
    const heard: string[] = []
    listen(['one'], ({ type }) => heard.push(type))()
    window.dispatchEvent(new Event('one'))
    expect(heard).toEqual([])
  })
})
