import type { TestPage } from '../../tools/browser.js'
import { openSite } from '../../tools/site.js'
import { buildStage } from './buildStage.js'
import type { Contender } from './contender.js'

/** A contender as the page gets it: two texts to be evaluated in a frame of its own. */
export interface Player {
  readonly id: string
  readonly script: string
  readonly drive: string
}

/** What the page measures; times in milliseconds, one row a round, one column a player. */
export interface Stage {
  /** Compiles, runs and installs each script in a fresh frame, with nothing stored. */
  evaluate(players: readonly Player[], rounds: number): Promise<number[][]>
  /** Opens a frame for each, installs it there, and sees that it keeps a decision where it says so. */
  enter(players: readonly (Player & { readonly isStoring: boolean })[]): Promise<void>
  /** Adds so many subscribers to each. */
  listen(ids: readonly string[], count: number): void
  /** The time of one decision: the mean of so many, alternately yes and no. */
  decide(ids: readonly string[], rounds: number, times: number): Promise<number[][]>
  /** The time of one question: the mean of so many. */
  ask(ids: readonly string[], rounds: number, times: number): Promise<number[][]>
  /** How many decisions the first subscriber of each has heard. */
  heard(): Readonly<Record<string, number>>
}

const hear = `window.hear = (count, tell) => {
  let sum = 0
  for (let at = 0; at < count; at++) drive.listen(at === 0 ? () => { sum++; tell() } : () => { sum++ })
}`

/** A contender with its script, as the stage takes it. */
export const toPlayer = (id: string, { drive, details, isStoring }: Contender, script: string) => ({
  id,
  script,
  isStoring,
  drive: `window.drive = (${String(drive)})(${JSON.stringify(details) ?? ''})\n${hear}`,
})

// Pages that are isolated have a clock of five microseconds.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
const blank = { headers: isolated, body: '<!doctype html><title>Bench</title><body>' }

/** Opens the page of the comparison; `call` runs one of the stage's measurements in it. */
export const openStage = async (page: TestPage) => {
  const site = await openSite({ '/': blank, '/frame/*': blank })
  await page.goto(site.url('www.shop.test'))
  await page.evaluate(buildStage)
  const call = <Name extends keyof Stage>(name: Name, ...given: Parameters<Stage[Name]>) =>
    page.evaluate(
      ({ name, given }: { name: Name; given: unknown[] }) => {
        const { stage } = window as unknown as { stage: Record<string, (...given: unknown[]) => unknown> }
        return stage[name]!(...given)
      },
      { name, given },
    ) as Promise<Awaited<ReturnType<Stage[Name]>>>
  return { call, close: site.close }
}
