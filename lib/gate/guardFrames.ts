import type { Swap } from './swaps.js'

type Realm = Record<string, { readonly prototype: object } | undefined>

/** Guards same-origin frames, from the moment a script reaches one through `contentWindow` or `contentDocument`. */
export const guardFrames = (page: Window, swap: Swap, guard: (frame: Window & typeof globalThis) => void): void => {
  for (const name of ['IFrame', 'Object'])
    for (const key of ['contentWindow', 'contentDocument'])
      swap((page as unknown as Realm)[`HTML${name}Element`]?.prototype, key, ({ get }) => ({
        get(this: unknown) {
          const found = get!.call(this)
          try {
            guard(found.defaultView ?? found)
          } catch {
            // No frame, or another origin's window, which refuses even the question.
          }
          return found
        },
      }))
}
