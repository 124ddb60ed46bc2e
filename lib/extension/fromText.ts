const isPlain = (value: unknown): value is Record<string, unknown> =>
  !!value && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/**
 * Values as they were meant: JSON text becomes what it says, `"true"` and `"false"` become booleans, at every depth.
 *
 * An empty text, as a form leaves it, is not given.
 */
export const fromText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromText)
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromText(part)]))
  if (value === '') return undefined
  // Nothing else is read as JSON: a number may be the name of a cookie.
  if (typeof value !== 'string' || !/^\s*([[{]|(true|false)$)/.test(value)) return value
  try {
    return fromText(JSON.parse(value))
  } catch {
    return value
  }
}
