import type { Disconnect } from '../types.js'

/** Runs `task` again and again, ever more slowly, never while the page is hidden, and at once when it is seen again. */
export const poll = (task: () => void, delay = 50, slowest = 1_000): Disconnect => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    timer = setTimeout(run, (delay = Math.min(delay * 1.5, slowest)))
  }
  const run = () => {
    clearTimeout(timer)
    if (document.hidden) return
    wait()
    task()
  }
  document.addEventListener('visibilitychange', run)
  wait()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', run)
  }
}
