// What pages, workers and servers have alike; each of them declares the same members.
interface AbortSignal {
  readonly aborted: boolean
  readonly reason: any // eslint-disable-line @typescript-eslint/no-explicit-any -- as the DOM library has it
  addEventListener(type: string, listener: () => void): void
  removeEventListener(type: string, listener: () => void): void
}
