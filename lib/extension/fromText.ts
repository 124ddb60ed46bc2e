import { toPermission } from '../core/permissionCodec.js'

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/**
 * Values as they were meant: JSON text becomes what it says, `"true"` and `"false"` become booleans, at every depth.
 *
 * An empty text in an object, as a form leaves it, is not given.
 */
export const fromText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromText)
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (part === '' ? [] : [[key, fromText(part)]])))
  if (typeof value !== 'string') return value
  if (/^\s*[[{]/.test(value))
    try {
      return fromText(JSON.parse(value))
    } catch {
      return value
    }
  return toPermission(value) ?? value
}
