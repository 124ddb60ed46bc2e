import { takeOver } from '../../lib/commands/takeOver.js'

type Snippet = ((...call: unknown[]) => Promise<unknown>) & { q: unknown[] & { push: unknown } }
type Window = Record<string, unknown> & { alloy: Snippet }

/** The Web SDK's base code, as it is pasted. */
const baseCode = (page: Window): void => {
  const snippet = (...call: unknown[]) => new Promise((resolve, reject) => void page.alloy.q.push([resolve, reject, call]))
  page.alloy = Object.assign(snippet, { q: [] })
}
const commands = () => {
  const seen: unknown[] = []
  const call = async (command: unknown, ...rest: unknown[]) => {
    seen.push([command, ...rest])
    if (command === 'bad') throw new Error('bad')
    return `${command} done`
  }
  return { call: call as never, seen }
}

describe('taking over', () => {
  it('puts the function on the page', () => {
    const page = {} as Window
    const { call } = commands()
    takeOver(page, 'alloy', call)
    expect(page.alloy).toBe(call)
  })

  it('runs what a snippet queued, in order, and settles its promises', async () => {
    const page = {} as Window
    baseCode(page)
    const results = Promise.allSettled([page.alloy('a', { n: 1 }), page.alloy('bad'), page.alloy('c', undefined, { signal: 0 })])
    const { call, seen } = commands()
    takeOver(page, 'alloy', call)
    expect(await results).toMatchObject([
      { value: 'a done' },
      { reason: { message: 'bad' } },
      { value: 'c done' },
    ])
    expect(seen).toEqual([['a', { n: 1 }], ['bad'], ['c', undefined, { signal: 0 }]])
  })

  it('leaves the function of the snippet good for whoever kept it', async () => {
    const page = {} as Window
    baseCode(page)
    const kept = page.alloy
    const { call } = commands()
    takeOver(page, 'alloy', call)
    expect(await kept('late')).toBe('late done')
    expect(page.alloy.q).toHaveLength(0)
  })

  it('leaves alone the queue that another library has taken over', async () => {
    const page = {} as Window
    baseCode(page)
    const sdk = page.alloy
    void sdk('configure')
    const queued = page.alloy.q
    queued.push = (([resolve]: [(value: string) => void]) => resolve('from the SDK')) as never
    const { call, seen } = commands()
    takeOver(page, 'alloy', call)
    expect(seen).toEqual([])
    expect(await sdk('sendEvent')).toBe('from the SDK')
  })

  it.each([[5], ['text'], [{}], [() => {}], [null]])('replaces what is no snippet: %p', (before) => {
    const page = { alloy: before } as unknown as Window
    const { call } = commands()
    takeOver(page, 'alloy', call)
    expect(page.alloy).toBe(call)
  })
})
