/** The place of a fault, which the message of an error names first: `rules.aa[0]` → `['rules', 'aa', '0']`. */
export const placeOf = (error: unknown): string[] =>
  /`([^`]+)`/.exec(String((error as Error | undefined)?.message))?.[1]?.split(/[.[\]]+/).filter(Boolean) ?? []

/** A copy of settings without what stands at a place; the whole, unchanged, where nothing stands there. */
export const leaveOut = (settings: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined || Object(settings) !== settings) return settings
  const entries = Object.entries(settings as object).flatMap(([name, part]) =>
    name !== key ? [[name, part]] : rest.length ? [[name, leaveOut(part, rest)]] : [],
  )
  return Array.isArray(settings) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}
