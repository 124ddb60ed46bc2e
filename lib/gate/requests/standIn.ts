import type { Found } from './holding.js'
import type { Realm } from './realm.js'

/** A socket, event source or worker of the browser's. */
export type Live = EventTarget & Record<string, unknown> & { readonly port?: MessagePort; terminate?(): void; close(): void }

/**
 * Makes an object that looks like a socket, event source or worker that is connecting, and becomes the real one when `start` makes it.
 *
 * On refusal, or when the page closes it, it becomes one that fails.
 */
export const createStandIn = ({ hold }: Realm, prototype: object, found: Found, start: () => Live, fail: () => Live): object => {
  const { port1: port, port2: far } = new MessageChannel()
  const heard = new Set<string>()
  const object = new EventTarget()
  let real: Live | undefined

  // An event is read like any dictionary, so that its own constructor copies it.
  const forward = (event: Event) => object.dispatchEvent(new (event.constructor as typeof Event)(event.type, event))
  const become = (live: Live): Promise<unknown> => {
    real = live
    live.binaryType = values.binaryType
    for (const type of heard) live.addEventListener(type, forward)
    const sink = (live.port ?? live) as MessagePort
    far.onmessage = ({ data, ports }) => sink.postMessage(data, [...ports])
    if (live.port) sink.onmessage = ({ data, ports }) => far.postMessage(data, [...ports])
    return new Promise((done) => ['open', 'error', 'message'].forEach((type) => live.addEventListener(type, done)))
  }
  const close = (name: 'close' | 'terminate') => () => {
    if (drop()) void become(fail())
    real?.[name]?.()
  }
  const values: Record<string, unknown> = {
    url: 'send' in prototype ? found.href.replace(/^http/, 'ws') : found.href,
    readyState: 0,
    bufferedAmount: 0,
    binaryType: 'blob',
    protocol: '',
    extensions: '',
    withCredentials: false,
    port,
    // By way of the port messages are copied at the call, and stay in order.
    postMessage: port.postMessage.bind(port),
    close: close('close'),
    terminate: close('terminate'),
    addEventListener: (type: string, ...rest: [EventListener]) => {
      heard.add(type)
      real?.addEventListener(type, forward)
      EventTarget.prototype.addEventListener.call(object, type, ...rest)
    },
  }
  // A denied one is refused on the spot.
  const drop = hold(found, () => become(start()), 0, () => void become(fail()))
  const face = new Proxy(Object.create(prototype) as Record<string, unknown>, {
    get: (shape, key) => {
      const name = String(key)
      // Listeners stay where they are, messages go by way of the port.
      const source = real && !/Event|^(on|po|url)/.test(name) ? real : name in values ? values : shape
      const value = /^on/.test(name) ? (values[name] ?? null) : source[name]
      return source === real && typeof value === 'function' ? value.bind(real) : value
    },
    set: (_, key, value) => {
      const name = String(key)
      if (/^on/.test(name)) {
        object.removeEventListener(name.slice(2), values[name] as null)
        object.addEventListener(name.slice(2), value as null)
      } else if (real) real[name] = value
      values[name] = value
      return true
    },
  })
  return Object.setPrototypeOf(object, face) as object
}
