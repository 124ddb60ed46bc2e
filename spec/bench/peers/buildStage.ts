import type { Drive } from './contender.js'
import type { Stage } from './stage.js'

interface Frame extends Window {
  drive: Drive
  hear: (count: number, tell: () => void) => void
}
type Page = Window & { stage: Stage }

/** Puts the stage on the window; it is sent there as text, and knows nothing outside of itself. */
export const buildStage = (): void => {
  const page = window as unknown as Page
  const frames = new Map<string, Frame>()
  const heard: Record<string, number> = {}

  const openFrame = async (id: string): Promise<{ element: HTMLIFrameElement; frame: Frame }> => {
    const element = document.createElement('iframe')
    element.src = `/frame/${id}`
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve))
    document.body.append(element)
    await loaded
    return { element, frame: element.contentWindow as unknown as Frame }
  }
  const run = (frame: Frame, text: string): void => {
    const script = frame.document.createElement('script')
    script.textContent = text
    frame.document.head.append(script)
  }
  const isLater = (answer: unknown): answer is Promise<unknown> => typeof (answer as { then?: unknown } | undefined)?.then === 'function'
  /** What one has set going ends before the next one's turn. */
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve))
  }
  const kept = (): string => JSON.stringify([document.cookie, { ...localStorage }])
  /** A cookie that one frame writes reaches the others a little later. */
  const settled = async (): Promise<void> => {
    for (let last = ''; last !== (last = kept()); ) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const forget = (): void => {
    for (const cookie of document.cookie.split('; '))
      for (const domain of ['', '; domain=shop.test']) document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/${domain}`
    localStorage.clear()
  }
  const inTurns = async (rounds: number, ids: readonly string[], measure: (id: string) => Promise<number>): Promise<number[][]> => {
    const rows: number[][] = []
    for (let round = 0; round < rounds; round++) {
      const row: number[] = []
      // Each round begins with another one, so that nobody always follows the same neighbour.
      for (let turn = 0; turn < ids.length; turn++) {
        const at = (turn + round) % ids.length
        row[at] = await measure(ids[at]!)
        await rest()
      }
      rows.push(row)
    }
    return rows
  }

  page.stage = {
    evaluate: (players, rounds) => {
      let unique = 0
      const byId = new Map(players.map((player) => [player.id, player]))
      return inTurns(rounds, [...byId.keys()], async (id) => {
        const { script, drive } = byId.get(id)!
        forget()
        const { element, frame } = await openFrame(id)
        run(frame, drive)
        // A script that the engine has seen before would not be compiled again.
        const text = `${script}\n//${unique++}`
        await rest()
        const start = performance.now()
        run(frame, text)
        const installed = frame.drive.install()
        if (isLater(installed)) await installed
        const time = performance.now() - start
        element.remove()
        return time
      })
    },
    enter: async (players) => {
      for (const { id, script, drive, isStoring } of players) {
        const { frame } = await openFrame(id)
        run(frame, drive)
        run(frame, script)
        await frame.drive.install()
        frames.set(id, frame)
        await frame.drive.decide(true)
        await settled()
        const before = kept()
        await frame.drive.decide(false)
        await settled()
        if ((kept() !== before) !== isStoring) throw new Error(`${id}: that it stores decisions is said to be ${isStoring}`)
      }
    },
    listen: (ids, count) => {
      for (const id of ids) {
        heard[id] ??= 0
        frames.get(id)!.hear(count, () => {
          heard[id]!++
        })
      }
    },
    decide: (ids, rounds, times) =>
      inTurns(rounds, ids, async (id) => {
        const { drive } = frames.get(id)!
        const start = performance.now()
        for (let at = 0; at < times; at++) {
          const answer = drive.decide(at % 2 === 0)
          if (isLater(answer)) await answer
        }
        return (performance.now() - start) / times
      }),
    ask: (ids, rounds, times) =>
      inTurns(rounds, ids, async (id) => {
        const { drive } = frames.get(id)!
        await drive.decide(true)
        await rest()
        const start = performance.now()
        const yes = drive.ask(times)
        const time = performance.now() - start
        if (yes !== times) throw new Error(`${id} said yes ${yes} times of ${times}`)
        return time / times
      }),
    heard: () => heard,
  }
}
