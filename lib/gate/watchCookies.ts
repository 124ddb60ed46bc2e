import { deny, type VerdictOf } from './judge.js'

type Told = Event & { readonly changed?: readonly { readonly name: string }[] }

/**
 * Removes denied cookies that came by a way that cannot be guarded, when the browser tells of them.
 *
 * Whoever keeps writing one is not fought for ever: the pause grows, up to a minute, and `complain` is told.
 */
export const watchCookies = (verdictOf: VerdictOf, remove: () => void, complain: (name: string) => void, signal: AbortSignal): void => {
  // A browser may tell of a cookie a little before it lists it.
  let pause = 50
  let timer: unknown
  const hear = ({ changed = [] }: Told): void => {
    const back = changed.find(({ name }) => verdictOf('cookie', name) === deny)
    if (!back || timer) return
    timer = setTimeout(() => {
      timer = 0
      remove()
    }, pause)
    pause = Math.min(pause * 2, 6e4)
    if (pause > 1e3) complain(back.name)
  }
  ;(window as { cookieStore?: EventTarget }).cookieStore?.addEventListener('change', hear, { signal })
}
