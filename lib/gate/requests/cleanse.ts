import { addressInStyle } from './addresses.js'
import type { Realm } from './realm.js'

/**
 * Takes the held addresses out of a style, the rest of which takes effect at once.
 *
 * `edit` is given a function that puts one back into the text as it is then: what the page has changed meanwhile stays changed.
 */
export type Cleanse = (text: unknown, edit: (restore: (text: string) => string) => void) => string

let count = 0

/** Makes the function that cleanses styles. */
export const createCleanse =
  ({ judge, isShut, hold }: Realm): Cleanse =>
  (text, edit) =>
    `${text as string}`.replace(addressInStyle, (whole, address: string) => {
      const found = judge(address)
      if (!isShut(found)) return whole
      // An address that no browser asks for, https://www.w3.org/TR/css-values-4/#about-invalid.
      const mark = `about:invalid#${++count}.`
      hold(found, () => edit((now) => now.replaceAll(mark, address)), address.length)
      return whole.slice(0, -address.length) + mark
    })
