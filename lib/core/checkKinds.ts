import { invalidConfig } from './errors.js'

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

/** Throws an `OptInError` (`invalid-config`) for an option that is given and is of another kind than this. */
export const checkKinds = (options: object, kinds: Readonly<Record<string, string>>): void => {
  for (const [option, kind] of Object.entries(kinds)) {
    const got = (options as Readonly<Record<string, unknown>>)[option]
    if (got !== undefined && kindOf(got) !== kind) throw invalidConfig(option, got, `of type ${kind}`)
  }
}
