import type { Disconnect } from '../types.js'

/**
 * Lets one gate of a kind at a time stand on a page, also when the script was loaded twice.
 *
 * A further one calls `onWait`, and starts when the one before is taken out.
 */
export const takeTurn = (kind: string, start: () => Disconnect, onWait: () => void): Disconnect => {
  const page = window as unknown as Record<symbol, Set<() => void> | undefined>
  const line = (page[Symbol.for(`visitor-opt-in.${kind}`)] ??= new Set())
  let stop: Disconnect | undefined
  const begin = () => {
    stop = start()
  }
  line.add(begin)
  if (line.size > 1) onWait()
  else begin()
  return () => {
    if (!line.delete(begin) || !stop) return
    stop()
    const [next] = line
    next?.()
  }
}
