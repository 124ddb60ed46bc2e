import type { Realm } from './realm.js'
import type { Live } from './standIn.js'
import { createStandIn } from './standIn.js'

// Addresses of which a browser finds out by itself, asking nobody, that nothing is there; what runs a script is sent to an empty one.
const nowhere: Readonly<Record<string, string>> = { WebSocket: 'wss://0.0.0.0:0', WebTransport: 'https://0.0.0.0:0', EventSource: 'data:,' }

/** Guards sockets, event sources and workers: the page gets an object that becomes the real one on approval, and one that fails on denial. */
export const guardSockets = (realm: Realm): void => {
  const { win, wrap, ask, isShut, refuse, track } = realm
  wrap<{ readonly prototype: object }>('', 'WebSocket EventSource Worker SharedWorker WebTransport', (run, args, { prototype }, name) => {
    const found = ask(args)
    if (!found) return run(args)
    const fail = () => run([nowhere[name] ?? `blob:${win.origin}/`]) as Live
    const start = () => {
      const real = run(args) as Live
      track(found, () => (real.terminate ? real.terminate() : (real.port ?? real).close()))
      return real
    }
    if (!isShut(found)) return start()
    if (name !== 'WebTransport') return createStandIn(realm, prototype, found, start, fail)
    // Its streams would have to be there at once: it is refused, not held.
    refuse(found)
    return fail()
  })
}
