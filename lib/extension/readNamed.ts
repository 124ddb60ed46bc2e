import { toObject } from '../core/permissionCodec.js'
import { toList } from './toList.js'

/** A name with its options; or a connector that a data element answered, which needs none. */
export type Named = readonly [name: unknown, options: unknown]

/**
 * `"tcf, gpc"`, `["tcf", "gpc"]` or `{ tcf: {}, gpc: true }`, also as JSON text → each name with its options.
 *
 * In an object `false` leaves a name out.
 */
export const readNamed = (value: unknown): Named[] =>
  toList(value)
    .flatMap((one): Named[] => (toObject(one) ? Object.entries(one as object) : [[one, true]]))
    .filter(([name, options]) => name && options !== false)
    .map(([name, options]) => [name, options === true ? {} : options])
