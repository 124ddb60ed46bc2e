import type { Swap } from '../swaps.js'

/** The window of a page or of a frame. */
export type Scope = Window & typeof globalThis

/** Does what the browser does, with these arguments. */
export type Run = (args: readonly unknown[]) => unknown

/** Stands in for a function of the browser; of a constructor `self` is what `new` was called with. */
export type Guard<Self = never> = (run: Run, args: unknown[], self: Self, name: string) => unknown

/** Replaces methods, setters, getters where there is no setter, and constructors: by the classes that have them, `''` being the window, and by their names. */
export type Wrap = <Self>(kinds: string, names: string, guard: Guard<Self>) => void

/** Makes the one function by which a window is guarded; what a browser has not got is left alone. */
export const createWrap = (win: Scope, swap: Swap): Wrap => {
  const classes = win as unknown as Record<string, { readonly prototype: object } | undefined>
  return (kinds, names, guard) => {
    for (const kind of kinds.split(' '))
      for (const name of names.split(' '))
        swap(kind ? classes[kind]?.prototype : win, name, (native) => {
          const key = native.set ? 'set' : native.get ? 'get' : 'value'
          return {
            [key]: new Proxy(native[key] as () => void, {
              apply: (target, self, args) => guard((given) => Reflect.apply(target, self, given), args, self as never, name),
              construct: (target, args, made) => guard((given) => Reflect.construct(target, given, made) as unknown, args, made as never, name) as object,
            }),
          }
        })
  }
}
