import type { AskedOptIn } from './types.js'

/** Answers whether what needs these categories may run; `undefined` while that is undecided. */
export type MayRun = (needs?: unknown) => boolean | undefined

/** Follows an OptIn, and brings the news of each decision. Gives `mayRun`, and `leave()`, after which nothing may run. */
export const follow = (optIn: AskedOptIn, news: () => void) => {
  let isDecided = optIn.isComplete
  let hasLeft: boolean | undefined
  const mayRun: MayRun = (needs) =>
    !hasLeft && (optIn.isApproved(needs as never) || (optIn.doesOptInApply && !isDecided ? undefined : false))
  const heard = ({ status }: { readonly status?: unknown }): void => {
    // While a staged round is open the status tells nothing; what it told before it holds.
    if (status !== 'changed') isDecided = status !== 'pending'
    news()
  }
  const listen = (how: 'on' | 'off'): void => {
    optIn[how]('change', heard)
    optIn[how]('complete', heard as never)
  }
  listen('on')
  const leave = (): void => {
    hasLeft = true
    listen('off')
    news()
  }
  return [mayRun, leave] as const
}
