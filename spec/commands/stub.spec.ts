describe('the snippet', () => {
  type Snippet = ((...call: unknown[]) => Promise<unknown>) & { q: [resolve: (result: unknown) => void, reject: unknown, call: IArguments][] }
  const page = window as unknown as { alloy?: Snippet }
  const paste = (): Snippet => {
    jest.isolateModules(() => jest.requireActual('../../lib/commands/stub.js'))
    return page.alloy!
  }
  beforeEach(() => {
    jest.useFakeTimers()
    delete page.alloy
  })
  afterEach(() => jest.useRealTimers())

  it('queues each call in the form of the Web SDK’s base code', async () => {
    const alloy = paste()
    const result = alloy('configure', { a: 1 })
    const [[resolve, reject, call]] = alloy.q as [Snippet['q'][number]]
    expect([typeof reject, [...call]]).toEqual(['function', ['configure', { a: 1 }]])
    resolve('settled')
    expect(await result).toBe('settled')
  })

  it('keeps the options of the moment of the call, and what cannot be copied as it is', () => {
    globalThis.structuredClone = ((value: unknown) => {
      if (value && Object.values(value).some((one) => typeof one === 'function')) throw new Error('DataCloneError')
      return value && { ...value }
    }) as typeof structuredClone
    const alloy = paste()
    const [options, withFunction] = [{ page: 'a' }, { run: () => {} }]
    for (const one of [options, withFunction, undefined]) alloy('sendEvent', one).catch(() => {})
    options.page = 'b'
    expect(alloy.q.map(([, , call]) => call[1])).toEqual([{ page: 'a' }, withFunction, undefined])
    expect(alloy.q[1]![2][1]).toBe(withFunction)
    Reflect.deleteProperty(globalThis, 'structuredClone')
  })

  it('rejects what it queued when the library does not come in time, and so keeps nothing', async () => {
    const alloy = paste()
    const caught = alloy('configure').catch((error: Error) => error.message)
    jest.advanceTimersByTime(30_000)
    expect(await caught).toBe('alloy did not load')
    expect(alloy.q).toEqual([])
  })

  it('rejects nothing once a library took the queue over', async () => {
    const alloy = paste()
    const settled = jest.fn()
    alloy('configure').then(settled, settled)
    alloy.q.push = () => 0
    jest.advanceTimersByTime(60_000)
    await Promise.resolve()
    expect(settled).not.toHaveBeenCalled()
    expect(alloy.q).toHaveLength(1)
  })

  it('leaves a name alone that the page has already', () => {
    const mine = (async () => {}) as never
    page.alloy = mine
    paste()
    expect(page.alloy).toBe(mine)
  })
})
