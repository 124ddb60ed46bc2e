interface Linked {
  readonly __proto__?: Linked
}

/** Copies options as they are at this moment: lists and plain objects, however deep; what is of a kind of its own (a function, an element, a price with methods) stays the same thing. */
export const copyOptions = <Value>(value: Value): Value =>
  (Array.isArray(value)
    ? value.map(copyOptions)
    : // A plain object, of whichever frame, has one prototype or none.
      value && !(value as Linked).__proto__?.__proto__
      ? Object.fromEntries(Object.entries(value).map((pair) => pair.map(copyOptions)))
      : value) as Value
