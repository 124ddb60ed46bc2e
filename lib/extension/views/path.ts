type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && !!value && !Array.isArray(value)

/** What stands at a path; `undefined` where nothing does. */
export const at = (tree: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined ? tree : isTree(tree) && Object.hasOwn(tree, key) ? at(tree[key], rest) : undefined

/** A copy in which a value stands at a path; `undefined` takes it away. */
export const put = (tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value
  const own = isTree(tree) ? tree : {}
  const { [key]: old, ...others } = own
  const part = put(old, rest, value)
  if (part !== undefined) return { ...own, [key]: part }
  return isTree(tree) ? others : undefined
}
