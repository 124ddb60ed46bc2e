/** Copies options as they are at this moment: lists and objects, however deep; what is of a kind of its own (a function, an element) stays the same thing. */
export const copyOptions = <Value>(value: Value): Value =>
  (Array.isArray(value)
    ? value.map(copyOptions)
    : {}.toString.call(value) === '[object Object]'
      ? Object.fromEntries(Object.entries(value as object).map((pair) => pair.map(copyOptions)))
      : value) as Value
