import type { Disconnect } from '../types.js'

/**
 * Lets one gate of a kind at a time stand on a page, also when the script was loaded twice.
 *
 * A further one calls `onWait`, and starts when the one before is taken out.
 */
export const takeTurn = (start: () => Disconnect, onWait: () => void, kind = 'gate'): Disconnect => {
  const page = window as unknown as Record<symbol, (() => void)[] | undefined>
  const line = (page[Symbol.for(`visitor-opt-in.${kind}`)] ??= [])
  let stop: Disconnect
  const begin = () => {
    stop = start()
  }
  if (line.push(begin) > 1) onWait()
  else begin()
  return () => {
    const isFirst = line[0] === begin
    line.splice(line.indexOf(begin) >>> 0, 1)
    if (!isFirst) return
    stop()
    line[0]?.()
  }
}
