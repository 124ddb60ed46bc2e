import type { Realm } from './realm.js'
import { createStandIn } from './standIn.js'

/** Guards sockets, event sources and workers: the page gets an object that becomes the real one on approval. */
export const guardSockets = (realm: Realm): void => {
  const { win, wrapClass, ask, isOpen, refuse, track } = realm
  for (const kind of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'WebTransport'])
    wrapClass(kind, (make, args, target, prototype) => {
      const found = ask(args)
      if (!found) return make(args)
      const start = () => {
        const real = make(args) as Worker & { readonly port?: MessagePort }
        const { port = real as unknown as WebSocket } = real
        track(found, () => (real.terminate ? real.terminate() : port.close()))
        return real
      }
      if (isOpen(found)) return start()
      if (kind !== 'WebTransport') return createStandIn(realm, prototype, args, target, found, start)
      // Its streams would have to be there at once: it is refused, not held.
      refuse(found)
      const value = win.Promise.reject(new win.TypeError('Failed to connect'))
      value.catch(() => {})
      return Object.create(prototype, { ready: { value }, closed: { value }, close: { value: () => {} } }) as object
    })
}
