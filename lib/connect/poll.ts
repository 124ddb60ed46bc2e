import type { Disconnect } from '../types.js'

/** Looks at once and again, ever more slowly, until `look` answers yes; not while the page is hidden, and at once when it is seen again. */
export const poll = (look: () => unknown): Disconnect => {
  let pause = 50
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    clearTimeout(timer)
    if (document.hidden) return
    timer = setTimeout(run, (pause = Math.min(pause * 1.5, 2_000)))
    // Afterwards, for what is looked at may end it all.
    if (look()) stop()
  }
  const stop = () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', run)
  }
  document.addEventListener('visibilitychange', run)
  run()
  return stop
}
