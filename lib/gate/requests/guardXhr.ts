import { copyOf, sizeOf } from './bodies.js'
import type { Realm } from './realm.js'
import type { Found } from './holding.js'

interface Job {
  readonly found: Found
  readonly isAsync: boolean
  readonly drop?: () => boolean
}

/** Guards `XMLHttpRequest`: a held one fires its real events later; a synchronous one cannot wait and is refused. */
export const guardXhr = ({ win, wrap, ask, isOpen, hold, refuse, track }: Realm): void => {
  const jobs = new WeakMap<XMLHttpRequest, Job>()
  // No browser sends anything there: it fails as a request to a host that is away.
  const fail = (xhr: XMLHttpRequest, isAsync = true) => {
    xhr.open('POST', 'about:invalid', isAsync)
    xhr.send('-')
  }
  wrap<XMLHttpRequest>('XMLHttpRequest', 'open', (native) => (xhr, args) => {
    const found = ask(args, 1)
    native(xhr, args)
    jobs.get(xhr)?.drop?.()
    if (found) jobs.set(xhr, { found, isAsync: args.length < 3 || !!args[2] })
    else jobs.delete(xhr)
  })
  wrap<XMLHttpRequest>('XMLHttpRequest', 'send', (native) => (xhr, args) => {
    const job = jobs.get(xhr)
    if (!job) return native(xhr, args)
    const { found, isAsync, drop } = job
    if (drop) throw new win.DOMException('It waits to be sent.', 'InvalidStateError')
    const whenDone = (listener: () => void) => xhr.addEventListener('loadend', listener, { once: true })
    const body = args.map(copyOf)
    const leave = () => {
      jobs.set(xhr, { found, isAsync })
      whenDone(track(found, () => xhr.abort()))
      native(xhr, body)
      return new Promise<void>(whenDone)
    }
    if (isOpen(found)) return void leave()
    if (isAsync) jobs.set(xhr, { ...job, drop: hold(found, leave, sizeOf(args[0]), () => fail(xhr)) })
    else {
      refuse(found)
      fail(xhr, false)
    }
  })
  wrap<XMLHttpRequest>('XMLHttpRequest', 'abort', (native) => (xhr, args) => {
    // Only what is under way tells that it was aborted.
    if (jobs.get(xhr)?.drop?.()) fail(xhr)
    native(xhr, args)
  })
}
