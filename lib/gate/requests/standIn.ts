import type { Realm } from './realm.js'
import type { Found } from './holding.js'

type Any = Record<string, unknown>
type Live = EventTarget & Any & { readonly port?: MessagePort }

/**
 * Makes an object that looks like a socket, event source or worker that is connecting, and becomes the real one when `start` makes it.
 *
 * On refusal it ends as a failed connection does.
 */
export const createStandIn = (
  { win, hold }: Realm,
  prototype: { readonly CLOSED?: number },
  [address]: unknown[],
  target: object,
  found: Found,
  start: () => unknown,
): object => {
  const { Event, CloseEvent, DOMException, EventTarget, MessageChannel, URL, document } = win
  const isSocket = 'send' in prototype
  const { port1: port, port2: far } = new MessageChannel()
  const object = Reflect.construct(EventTarget, [], target as never) as EventTarget
  const { href } = new URL(address as string, document.baseURI)
  const heard = new Set<string>()
  let real: Live | undefined
  let isOver = false

  // An event is read like any dictionary, so that its own constructor copies it.
  const forward = (event: Event) => object.dispatchEvent(new (event.constructor as new (type: string, init: unknown) => Event)(event.type, event))
  const fail = (isTold: unknown = true): void => {
    isOver = true
    values.readyState = prototype.CLOSED
    if (isTold)
      setTimeout(() => {
        object.dispatchEvent(new Event('error'))
        if (isSocket) object.dispatchEvent(new CloseEvent('close', { code: 1006 }))
      })
  }
  const close = () => {
    if (drop()) fail(isSocket)
  }
  const values: Any = {
    url: isSocket ? href.replace(/^http/, 'ws') : href,
    readyState: 0,
    bufferedAmount: 0,
    binaryType: 'blob',
    protocol: '',
    port,
    // By way of the port messages are copied at the call, and stay in order.
    postMessage: port.postMessage.bind(port),
    send: () => {
      if (!isOver) throw new DOMException('Still in CONNECTING state.', 'InvalidStateError')
    },
    close,
    terminate: close,
    addEventListener: (type: string, ...rest: [EventListener]) => {
      heard.add(type)
      real?.addEventListener(type, forward)
      EventTarget.prototype.addEventListener.call(object, type, ...rest)
    },
  }
  for (const name in prototype) {
    const type = name.slice(2)
    const isHandler = name.startsWith('on')
    const get = (): unknown => {
      if (isHandler || !real || /^(port|postMessage|add.*)$/.test(name)) return values[name]
      const value = real[name]
      return typeof value === 'function' ? value.bind(real) : value
    }
    const set = (next: unknown) => {
      if (isHandler) {
        object.removeEventListener(type, values[name] as null)
        object.addEventListener(type, next as null)
      } else if (real) real[name] = next
      values[name] = next
    }
    if (name in values || isHandler) Object.defineProperty(object, name, { get, set })
  }

  const drop = hold(
    found,
    () => {
      try {
        real = start() as Live
      } catch {
        return fail()
      }
      real.binaryType = values.binaryType
      for (const type of heard) real.addEventListener(type, forward)
      const sink = (real.port ?? real) as MessagePort
      far.onmessage = ({ data, ports }) => sink.postMessage(data, [...ports])
      if (real.port) sink.onmessage = ({ data, ports }) => far.postMessage(data, [...ports])
      return new Promise((done) => ['open', 'error', 'message'].forEach((type) => real!.addEventListener(type, done)))
    },
    0,
    fail,
  )
  return object
}
