import type { Report } from '../../types.js'
import type { Found } from './holding.js'
import type { Traffic } from './traffic.js'

/** The window of a page or of a frame. */
export type Scope = Window & typeof globalThis

/** A function of the browser, called with the object it belongs to. */
export type Native = (self: unknown, args: readonly unknown[]) => unknown

/** Makes what stands in for a function of the browser. */
export type Guard<Self> = (native: Native) => (self: Self, args: unknown[]) => unknown

/**
 * A value as the browser will read it, read once: an object could tell another address at its second reading.
 *
 * What Trusted Types made stays what it is.
 */
export const fix = (value: unknown): unknown =>
  Object(value) === value && !/ Trusted/.test({}.toString.call(value)) ? `${value as string}` : value

/** Opens a window to its guards: with the traffic, and with the means to replace what is the browser's. */
export const createRealm = (win: Scope, { judge, isOpen, hold, ...traffic }: Traffic, report: Report, undos: (() => void)[]) => {
  const { document, Promise, TypeError } = win
  const ours = new WeakSet<object>()
  const descriptorOf = Object.getOwnPropertyDescriptor

  /** Replaces a property, or adds it where there is none. */
  const swap = (owner: object, name: string, patch: PropertyDescriptor): void => {
    const native = descriptorOf(owner, name)
    try {
      Object.defineProperty(owner, name, { configurable: true, ...native, ...patch })
    } catch {
      report(new Error(`[OptIn] \`${name}\` is frozen: it is not guarded.`))
    }
    undos.push(() => {
      const now: PropertyDescriptor = { ...descriptorOf(owner, name) }
      // Else somebody wrapped it since: what is under their wrapper lets everything pass from now on.
      if (Object.keys(patch).every((key) => now[key as 'value'] === patch[key as 'value'])) {
        Reflect.deleteProperty(owner, name)
        if (native) Object.defineProperty(owner, name, native)
      }
    })
  }
  const classes = win as never as Record<string, (object & { readonly prototype: object }) | undefined>
  /** Replaces a method, a setter, or, where there is none, a getter, of a class or of the window; what is not there is left alone. */
  const wrap = <Self>(kind: string, name: string, guard: Guard<Self>): void => {
    const owner = kind ? classes[kind]?.prototype : win
    const native = owner && descriptorOf(owner, name)
    const key = native && (['value', 'set', 'get'] as const).find((each) => native[each])
    // One prototype may be met twice.
    if (!key || ours.has(native[key] as object)) return
    const run = guard((self, args) => Reflect.apply(native[key] as () => unknown, self, args))
    const { [name]: method } = {
      [name](this: never, ...args: unknown[]) {
        return run(this, args)
      },
    }
    ours.add(method!)
    swap(owner!, name, { [key]: method })
  }
  const ask = (args: unknown[], at = 0): Found | undefined => (at in args ? judgeHere((args[at] = fix(args[at]))) : undefined)
  const judgeHere = (address: unknown): Found | undefined => judge(`${address as string}`, document.baseURI)

  return {
    ...traffic,
    win,
    report,
    isOpen,
    hold,
    swap,
    wrap,
    judge: judgeHere,
    /** Reads an address among arguments, once, and judges it. */
    ask,
    /** Replaces a method that is given an address: `wait` is called when it must not pass now. */
    wrapSend: (kind: string, name: string, wait: (found: Found, args: unknown[], send: () => unknown) => unknown): void =>
      wrap(kind, name, (native) => (self, args) => {
        const found = ask(args)
        const send = () => native(self, args)
        return found && !isOpen(found) ? wait(found, args, send) : send()
      }),
    /** Holds what answers with a promise; a request can be aborted meanwhile. */
    later: (found: Found, send: () => unknown, bytes?: number, signal?: AbortSignal): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const replay = () => {
          const answer = send()
          resolve(answer)
          return answer
        }
        const drop = hold(found, replay, bytes, () => reject(new TypeError('Failed to fetch')))
        signal?.addEventListener('abort', () => drop() && reject(signal.reason))
      }),
    /** Replaces a constructor; `make` makes the browser's own object. */
    wrapClass: (name: string, guard: (make: (args: unknown[]) => object, args: unknown[], target: object, prototype: object) => object): void => {
      const native = classes[name]
      if (!native) return
      const value = new Proxy(native, {
        construct: (_, args, target) => guard((given) => Reflect.construct(native as never, given, target), args, target, native.prototype),
      })
      swap(win, name, { value })
      if (native.prototype.constructor === native) swap(native.prototype, 'constructor', { value })
    },
  }
}

/** One window, with what its guards need. */
export type Realm = ReturnType<typeof createRealm>
