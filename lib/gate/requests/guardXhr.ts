import { copyOf, sizeOf } from './bodies.js'
import type { Found } from './holding.js'
import type { Realm } from './realm.js'

interface Job {
  readonly found: Found | undefined
  readonly isAsync: boolean
  readonly drop?: () => boolean
}

/** Guards `XMLHttpRequest`: a held one fires its real events later; a synchronous one cannot wait and is refused. */
export const guardXhr = ({ wrap, ask, isShut, hold, refuse, track }: Realm): void => {
  const jobs = new WeakMap<XMLHttpRequest, Job>()
  wrap<XMLHttpRequest>('XMLHttpRequest', 'open send abort', (run, args, xhr, name) => {
    const { found, isAsync, drop }: Partial<Job> = jobs.get(xhr) ?? {}
    // No browser sends anything there: it fails as a request to a host that is away.
    const fail = () => {
      xhr.open('POST', 'about:invalid', isAsync!)
      xhr.send('-')
    }
    if (name === 'open') {
      const next = ask(args, 1)
      run(args)
      drop?.()
      return void jobs.set(xhr, { found: next, isAsync: args.length < 3 || !!args[2] })
    }
    const isAbort = name === 'abort'
    // Only what is under way tells that it was aborted.
    if (isAbort && drop?.()) fail()
    if (isAbort || !found) return run(args)
    const body = args.map(copyOf)
    const whenDone = (listener: () => void) => xhr.addEventListener('loadend', listener, { once: true })
    const leave = () => {
      whenDone(track(found, () => xhr.abort()))
      run(body)
      return new Promise<void>(whenDone)
    }
    if (!isShut(found)) return void leave()
    if (isAsync) return void jobs.set(xhr, { found, isAsync, drop: hold(found, leave, sizeOf(args[0]), fail) })
    refuse(found)
    fail()
  })
}
