describe('the snippet', () => {
  const page = window as unknown as Record<string, ((...call: unknown[]) => Promise<unknown>) & { q: [unknown, unknown, IArguments][] }>
  beforeEach(() => {
    jest.useFakeTimers()
    delete page['alloy']
    jest.isolateModules(() => jest.requireActual('../../lib/commands/stub.js'))
  })
  afterEach(() => jest.useRealTimers())

  it('queues each call in the form of the Web SDK’s base code', () => {
    void page['alloy']!('configure', { a: 1 }).catch(() => {})
    const [[resolve, reject, call]] = page['alloy']!.q as [[unknown, unknown, IArguments]]
    expect([typeof resolve, typeof reject, [...call]]).toEqual(['function', 'function', ['configure', { a: 1 }]])
  })

  it('rejects what it queued when the library never comes', async () => {
    const call = page['alloy']!('configure')
    const caught = call.catch((error: Error) => error.message)
    jest.advanceTimersByTime(30_000)
    expect(await caught).toBe('alloy did not load')
    expect(page['alloy']!.q).toEqual([])
  })

  it('rejects nothing once a library took the queue over', async () => {
    const call = page['alloy']!('configure')
    const settled = jest.fn()
    call.then(settled, settled)
    page['alloy']!.q.push = () => 0
    jest.advanceTimersByTime(60_000)
    await Promise.resolve()
    expect(settled).not.toHaveBeenCalled()
  })

  it('leaves a name alone that the page has already', () => {
    const mine = (async () => {}) as never
    page['alloy'] = mine
    jest.isolateModules(() => jest.requireActual('../../lib/commands/stub.js'))
    expect(page['alloy']).toBe(mine)
  })
})
