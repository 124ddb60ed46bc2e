import type { TestPage } from '../../tools/browser.js'
import type { Contender } from './contender.js'
import { medians } from './figures.js'
import { bytesOf, scriptOf } from './scripts.js'
import { openStage, toPlayer } from './stage.js'

type Figures = Readonly<Record<string, number>>

/** What each contender took, by its id. */
export interface Findings {
  readonly bytes: Readonly<Record<string, ReturnType<typeof bytesOf>>>
  /** Milliseconds to compile, run and install. */
  readonly evaluation: Figures
  /** Milliseconds of a decision. */
  readonly decision: Figures
  /** Milliseconds of a question. */
  readonly question: Figures
  /** Milliseconds of a decision, by the number of subscribers. */
  readonly told: Readonly<Record<number, Figures>>
  /** Milliseconds of a decision of those who are compared with a floor. */
  readonly paired: Readonly<Record<keyof Pairs, Figures>>
  /** Bytes kept after 1 000 decisions more. */
  readonly kept: Figures
}

/** Who is compared with a floor, and the floor: these two take many more turns, by themselves. */
export interface Pairs {
  readonly decision: readonly string[]
  readonly told: readonly string[]
}

/** Measures all of them in one page, each in a frame of its own, taking turns. */
export const measure = async (page: TestPage, contenders: Readonly<Record<string, Contender>>, pairs: Pairs): Promise<Findings> => {
  const ids = Object.keys(contenders)
  const where = (rule: (contender: Contender) => unknown) => ids.filter((id) => rule(contenders[id]!))
  const scripts = await Promise.all(Object.values(contenders).map(scriptOf))
  const players = ids.map((id, at) => toPlayer(id, contenders[id]!, scripts[at]!))
  const stage = await openStage(page)
  const decisions = async (who: readonly string[], rounds: number, times: number) =>
    medians(who, await stage.call('decide', who, rounds, times))
  const questions = async (who: readonly string[], times: number) => medians(who, await stage.call('ask', who, 15, times))
  /** The bytes that the page's scripts keep more after 1 000 decisions of one, who has made as many before. */
  const kept = async (id: string) => {
    await decisions([id], 1, 1_000)
    const before = await page.usedHeap()
    await decisions([id], 1, 1_000)
    return (await page.usedHeap()) - before
  }
  /** Adds subscribers, and sees that each decision reaches them. */
  const tell = async (more: number, rounds: number, times: number) => {
    const who = where(({ isDeaf }) => !isDeaf)
    await stage.call('listen', who, more)
    const before = { ...(await stage.call('heard')) }
    const figures = await decisions(who, rounds, times)
    const after = await stage.call('heard')
    for (const id of who) if (after[id]! - before[id]! < rounds * times) throw new Error(`${id}: its subscriber did not hear all decisions`)
    return figures
  }

  try {
    const libraries = where(({ script }) => script)
    const evaluation = medians(libraries, await stage.call('evaluate', players.filter(({ script }) => script), 30))
    await stage.call('enter', players)
    await decisions(ids, 10, 20)
    const decision = await decisions(ids, 30, 10)
    const written = await decisions(pairs.decision, 100, 10)
    const question = {
      ...(await questions(where(({ isSlowToAsk }) => !isSlowToAsk), 1_000_000)),
      ...(await questions(where(({ isSlowToAsk }) => isSlowToAsk), 1_000)),
    }
    const bytesKept: Record<string, number> = {}
    for (const id of ids) bytesKept[id] = await kept(id)
    const told = {
      1: await tell(1, 20, 10),
      100: await tell(99, 20, 10),
      10_000: await tell(9_900, 15, 2),
    }
    return {
      bytes: Object.fromEntries(ids.map((id, at) => [id, bytesOf(scripts[at]!)])),
      evaluation,
      decision,
      question,
      told,
      paired: { decision: written, told: await decisions(pairs.told, 100, 4) },
      kept: bytesKept,
    }
  } finally {
    await stage.close()
  }
}
