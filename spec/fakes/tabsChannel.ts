/** What jsdom lacks: a `BroadcastChannel` that tells at once, and refuses to speak once it is closed, as the real one does. */
export const tabsChannel = () => {
  const open = new Set<EventTarget>()
  return class extends EventTarget {
    constructor() {
      super()
      open.add(this)
    }
    postMessage() {
      if (!open.has(this)) throw new DOMException('the channel is closed', 'InvalidStateError')
      for (const one of open) if (one !== this) one.dispatchEvent(new Event('message'))
    }
    close() {
      open.delete(this)
    }
  }
}
