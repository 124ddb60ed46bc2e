import type { TestPage } from '../tools/browser.js'
import type { Row } from './runBenches.js'

const FEW = 10_000
const MANY = 100_000
const ROUNDS = 5

type Decision = 'approveAll' | 'denyAll'

interface Visit {
  /** Milliseconds: for all the calls, for the release of them, and of the longest task of the release. */
  readonly calling: number
  readonly releasing: number
  readonly longest: number
}

/** So many commands wait for one decision on a fresh front desk; throws unless each settles once, in the order of the calls. */
const visit = (page: TestPage, count: number, decision: Decision): Promise<Visit> =>
  page.evaluate(
    async ({ count, decision }) => {
      type Call = (command: string, options?: unknown) => Promise<unknown>
      type OptIn = Record<'approveAll' | 'denyAll' | 'destroy', () => void>
      const { createOptIn, createCommands } = (window as never as {
        VisitorOptIn: { createOptIn(config: object): OptIn; createCommands(config: object): Call & { destroy(): void } }
      }).VisitorOptIn
      const channel = new MessageChannel()
      const turn = () => new Promise<void>((resolve) => ((channel.port1.onmessage = () => resolve()), channel.port2.postMessage(0)))
      const optIn = createOptIn({ doesOptInApply: true })
      const commands = createCommands({ commands: { track: { needs: ['aa'], run: ({ number }: { number: number }) => number } } })
      await commands('configure', { optInEnabled: true, optIn })

      let settled = 0
      const settle = (number: number) => {
        if (number !== settled++) throw new Error(`${number} settled as number ${settled - 1}`)
      }
      // What a page does in one task is the page's own; here it calls a hundred at a time.
      const start = performance.now()
      for (let number = 0; number < count; ) {
        for (const end = number + 100; number < end; number++) {
          const mine = number
          void commands('track', { number, page: '/shop', items: [1, 2, 3] }).then(
            (result) => settle(result as number),
            () => settle(mine),
          )
        }
        await turn()
      }
      const called = performance.now()

      // The browser tells of each task that is longer than 50 ms; a portion and the turn after it are two.
      const tasks: number[] = []
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
      observer.observe({ type: 'longtask' })
      optIn[decision]()
      while (settled < count) await turn()
      const end = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 50))
      observer.disconnect()
      const longest = Math.max(0, ...tasks)
      commands.destroy()
      optIn.destroy()
      channel.port1.close()
      return { calling: called - start, releasing: end - called, longest }
    },
    { count, decision },
  )

/** Several rounds: of each figure the best counts, for a busy machine only adds to them. */
const bestOf = async (round: () => Promise<Visit>): Promise<Visit> => {
  const best = { calling: Infinity, releasing: Infinity, longest: Infinity }
  for (let count = 0; count < ROUNDS; count++) {
    const seen = await round()
    for (const key of ['calling', 'releasing', 'longest'] as const) best[key] = Math.min(best[key], seen[key])
  }
  return best
}

/** A visit with few commands: the mean of as many as take as long as the one with many, so that both are disturbed alike. */
const meanVisit = async (page: TestPage, decision: Decision): Promise<Visit> => {
  const mean = { calling: 0, releasing: 0, longest: 0 }
  for (let count = 0; count < MANY / FEW; count++) {
    const seen = await visit(page, FEW, decision)
    for (const key of ['calling', 'releasing', 'longest'] as const) mean[key] += (seen[key] * FEW) / MANY
  }
  return mean
}

/** `floor` is the same with a tenth of the commands, or the limit itself; `limit` the most that ours may be. */
export const commandsBench: { title: string; run: (page: TestPage) => Promise<Row[]> } = {
  title: 'Commands that wait',
  run: async (page) => {
    const load = (file: string) =>
      page.evaluate(
        (src) => new Promise<void>((resolve) => document.head.append(Object.assign(document.createElement('script'), { src, onload: () => resolve() }))),
        `/dist/${file}.global.js`,
      )
    await load('opt-in')
    await load('commands')

    const rows: Row[] = []
    let longest = 0
    for (const decision of ['approveAll', 'denyAll'] as const) {
      const few = await bestOf(() => meanVisit(page, decision))
      const many = await bestOf(() => visit(page, MANY, decision))
      const grown = (name: string, ours: number, floor: number): Row => ({ name, ours, floor, unit: 'ms', limit: 12 * floor })
      const word = decision === 'approveAll' ? 'released' : 'rejected'
      if (decision === 'approveAll') rows.push(grown('100 000 called, against 10 000', many.calling, few.calling))
      rows.push(grown(`100 000 ${word} in order, against 10 000`, many.releasing, few.releasing))
      longest = Math.max(longest, many.longest)
    }
    rows.push({ name: 'the longest of its tasks over 50 ms', ours: longest, unit: 'ms', limit: 50 })

    const before = (await page.usedHeap()) / 1_000
    await visit(page, MANY, 'approveAll')
    await visit(page, MANY, 'denyAll')
    const after = (await page.usedHeap()) / 1_000
    // A byte a command would be 200 kB.
    rows.push({ name: 'kept of the heap after 200 000 more', ours: after, floor: before, unit: 'kB', limit: before + 100 })
    return rows
  },
}
