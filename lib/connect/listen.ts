import type { Disconnect } from '../types.js'

/** Hears these events of the window, or of the document, also where they do not bubble; the returned function ends it. */
export const listen = (events: readonly string[], heard: (event: Event) => void): Disconnect => {
  for (const event of events) addEventListener(event, heard, true)
  return () => {
    for (const event of events) removeEventListener(event, heard, true)
  }
}
