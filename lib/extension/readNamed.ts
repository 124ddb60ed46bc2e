import { fromText } from './fromText.js'

/** A name with its options; or a connector that a data element answered, which needs neither. */
export type Named = readonly [name: string | (() => unknown), options: unknown]

/**
 * `"tcf, gpc"`, `["tcf", "gpc"]` or `{ tcf: {}, gpc: true }`, also as JSON text → each name with its options.
 *
 * In an object `false` leaves a name out.
 */
export const readNamed = (value: unknown): Named[] => {
  const given = fromText(value) ?? ''
  if (Array.isArray(given)) return given.flatMap(readNamed)
  if (typeof given === 'function') return [[given as () => unknown, {}]]
  if (typeof given === 'object')
    return Object.entries(given).flatMap(([name, options]): Named[] => (options === false ? [] : [[name, options === true ? {} : options]]))
  return given === false ? [] : String(given).split(/[\s,]+/).filter(Boolean).map((name) => [name, {}])
}
