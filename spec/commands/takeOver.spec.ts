import { takeOver } from '../../lib/commands/takeOver.js'

/** The Web SDK's base code, for one name. */
const paste = (page: Record<string, unknown>, name: string) => {
  const snippet = (...call: unknown[]) => new Promise((resolve, reject) => (page[name] as { q: unknown[] }).q.push([resolve, reject, call]))
  page[name] = Object.assign(snippet, { q: [] })
  return snippet
}

describe('what a snippet queued', () => {
  it('runs in order, settles its own promises, and so do later calls of whoever kept the snippet', async () => {
    const page: Record<string, unknown> = {}
    const kept = paste(page, 'alloy')
    const calls: unknown[] = []
    const waiting = [kept('one', 1), kept('two')]
    const commands = Object.assign(
      async (...call: unknown[]) => {
        calls.push(call)
        if (call[0] === 'two') throw new Error('no')
        return call[0]
      },
      {},
    )
    takeOver(page, 'alloy', commands)
    expect(page['alloy']).toBe(commands)
    expect(await waiting[0]).toBe('one')
    await expect(waiting[1]).rejects.toThrow('no')
    expect(await kept('three')).toBe('three')
    expect(calls).toEqual([['one', 1], ['two'], ['three']])
  })

  it('is nothing on a page without one', () => {
    const page: Record<string, unknown> = {}
    const commands = async () => {}
    takeOver(page, 'alloy', commands)
    expect(page).toEqual({ alloy: commands })
  })
})
