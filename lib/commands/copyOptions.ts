/** Copies options as they are at this moment; what no copy can be made of (a function, an element) stays the same thing. */
export const copyOptions = <Value>(value: Value): Value => {
  try {
    return structuredClone(value)
  } catch {
    const copy = Array.isArray(value) ? value.map(copyOptions) : value
    return (
      (value as object | undefined)?.constructor === Object
        ? Object.fromEntries(Object.entries(value as object).map((pair) => pair.map(copyOptions)))
        : copy
    ) as Value
  }
}
