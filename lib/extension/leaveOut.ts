/** The place of a fault, from the message of an `invalid-config` error: `rules.aa[0]` → `['rules', 'aa', '0']`. */
export const placeOf = (error: unknown): string[] => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  const place = code === 'invalid-config' ? /`([^`]+)`/.exec(String(message))?.[1] : undefined
  return place?.split(/[.[\]]+/).filter(Boolean) ?? []
}

/** A copy of settings without what stands at a place; the whole, unchanged, where nothing stands there. */
export const leaveOut = (settings: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined || typeof settings !== 'object' || !settings) return settings
  const keep = (name: string, part: unknown) => (name !== key ? [part] : rest.length ? [leaveOut(part, rest)] : [])
  return Array.isArray(settings)
    ? settings.flatMap((part, index) => keep(String(index), part))
    : Object.fromEntries(Object.entries(settings).flatMap(([name, part]) => keep(name, part).map((kept) => [name, kept])))
}
