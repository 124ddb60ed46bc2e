import type { AnyCall } from './types.js'

/** One call that a snippet queued: how to settle its promise, and what it was called with. */
type Queued = readonly [resolve: (result: unknown) => void, reject: (error: unknown) => void, call: Iterable<unknown>]

interface Snippet {
  q?: Queued[] | undefined
}

/**
 * Puts the command function on the page under its name, and moves the calls of a pasted snippet to it, in order.
 *
 * The snippet's function stays good for whoever kept it. Our own snippet and the Web SDK's base code have the same form.
 */
export const takeOver = (page: Record<string, unknown>, name: string, commands: AnyCall & Snippet): void => {
  const queue = (page[name] as Snippet | undefined)?.q
  page[name] = commands
  // The base code's function looks for the queue at each call.
  commands.q = queue
  // The push of a queue that the Web SDK itself took over is its own.
  if (queue?.push !== [].push) return
  const run = ([resolve, reject, call]: Queued) => +commands(...call).then(resolve, reject)
  queue.push = run
  queue.splice(0).forEach(run)
}
