type Plain = Readonly<Record<string, unknown>>

/** Copies options as they are at this moment; what no copy can be made of (a function, an element) stays the same thing. */
export const copyOptions = <Value>(value: Value): Value => {
  try {
    return structuredClone(value)
  } catch {
    return (
      Array.isArray(value)
        ? value.map(copyOptions)
        : (value as Plain | undefined)?.constructor === Object
          ? Object.fromEntries(Object.entries(value as Plain).map((pair) => pair.map(copyOptions)))
          : value
    ) as Value
  }
}
