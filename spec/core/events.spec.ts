import { createCall } from '../../lib/core/createCall.js'
import { createEvents } from '../../lib/core/events.js'

const permissions = Object.freeze({ aa: true })
const change = { permissions, previous: {}, changed: ['aa'], status: 'complete', source: 'page' } as const
const setUp = () => {
  const errors: unknown[] = []
  const heard: string[] = []
  const events = createEvents(createCall((error) => errors.push(error)))
  const hear = (name: string) => () => void heard.push(name)
  return { errors, heard, hear, events }
}

describe('events', () => {
  it('reach each subscriber in the order in which all of them came, whichever event they want', () => {
    const { events, heard, hear } = setUp()
    events.on('complete', hear('a: complete'))
    events.on('change', hear('b: change'))
    events.on('complete', hear('c: complete'))
    events.on('complete', hear('waiting'), undefined, true, true)
    events.emit({ change, complete: permissions })
    expect(heard).toEqual(['a: complete', 'b: change', 'c: complete', 'waiting'])
  })

  it('tell only what happened, with its detail and the context', () => {
    const { events } = setUp()
    const onChange = jest.fn()
    const onComplete = jest.fn()
    const context = {}
    events.on('change', onChange, context)
    events.on('complete', onComplete)
    events.emit({ complete: permissions })
    expect([onChange.mock.calls, onComplete.mock.calls]).toEqual([[], [[permissions]]])
    events.emit({ change })
    expect(onChange.mock.contexts[0]).toBe(context)
    expect(onComplete).toHaveBeenCalledTimes(1)
  })

  it('go on when a subscriber throws, which is reported', () => {
    const { events, errors, heard, hear } = setUp()
    const fail = () => {
      throw new Error('mine')
    }
    events.on('complete', fail)
    events.on('complete', hear('next'))
    events.on('complete', fail, undefined, true, true)
    events.on('complete', hear('waiting'), undefined, true, true)
    events.emit({ complete: permissions })
    expect(heard).toEqual(['next', 'waiting'])
    expect(errors).toEqual([new Error('mine'), new Error('mine')])
  })

  it('that happen inside a subscriber follow the current one', () => {
    const { events, heard } = setUp()
    events.on('complete', (told: { aa: boolean }) => {
      heard.push(`a ${told.aa}`)
      if (told.aa) events.emit({ complete: { aa: false } })
    })
    events.on('complete', (told: { aa: boolean }) => void heard.push(`b ${told.aa}`))
    events.emit({ complete: permissions })
    expect(heard).toEqual(['a true', 'b true', 'a false', 'b false'])
  })

  it('end where they were ended, and nowhere else', () => {
    const { events, heard, hear } = setUp()
    const twice = hear('twice')
    const stop = events.on('complete', twice)
    events.on('complete', twice)
    events.on('change', twice)
    stop()
    stop()
    events.emit({ complete: permissions })
    expect(heard).toEqual(['twice'])
    events.on('complete', hear('other'))
    events.off('complete', twice)
    events.emit({ complete: permissions })
    expect(heard).toEqual(['twice', 'other'])
    events.emit({ change })
    expect(heard).toEqual(['twice', 'other', 'twice'])
  })

  it('come once where once was asked, also when it decides again', () => {
    const { events, heard, hear } = setUp()
    events.on('complete', hear('once'), undefined, true)
    events.on('complete', () => heard.push('again') < 3 && events.emit({ complete: permissions }))
    events.emit({ complete: permissions })
    expect(heard).toEqual(['once', 'again', 'again'])
  }, 1000)

  it('are over after clear', () => {
    const { events, heard, hear } = setUp()
    events.on('complete', hear('a'))
    events.on('complete', hear('b'), undefined, true, true)
    events.emit({ change })
    events.clear()
    events.emit({ complete: permissions })
    expect(heard).toEqual([])
  })
})
