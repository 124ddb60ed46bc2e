import { sizeOf } from './bodies.js'
import type { Realm } from './realm.js'

/** Guards `fetch`: a held one is kept as it was at the call, gives the real answer, and can be aborted. */
export const guardFetch = ({ win, wrap, ask, judge, isShut, later, track }: Realm): void => {
  // Whatever goes wrong, it answers with a promise.
  wrap('', 'fetch', async (run, args) => {
    const [input, init] = args as [(Partial<Request> & RequestInfo) | undefined, RequestInit | undefined]
    // Also a `Request` of another window; what merely has a `url` is read as a text.
    const found = input?.signal ? judge(input.url) : ask(args)
    // A page's own tests may give it a `fetch` without a `Request`.
    if (!found || !win.Request) return isShut(found) ? later(found, () => run(args)) : run(args)
    const request = new win.Request(args[0] as RequestInfo, init)
    const { signal, referrer, referrerPolicy } = request
    const keepalive = init?.keepalive ?? request.keepalive
    const send = () => {
      const controller = new AbortController()
      track(found, () => controller.abort(new TypeError('Failed to fetch')))
      signal.addEventListener('abort', () => controller.abort(signal.reason))
      // Given any setting, a browser forgets the referrer of a request, and Firefox always whether it outlives the page.
      return run([request, { signal: controller.signal, keepalive, referrer, referrerPolicy }])
    }
    if (signal.aborted) return run([request])
    return isShut(found) ? later(found, send, sizeOf(init?.body), signal) : send()
  })
}
