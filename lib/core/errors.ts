import { OptInError } from './optInError.js'

export { OptInError } from './optInError.js'
export type { OptInErrorCode } from './optInError.js'

/** A value as a message shows it: short, and never throwing. */
export const show = (value: unknown): string => {
  try {
    return JSON.stringify(value).slice(0, 80)
  } catch {
    return typeof value
  }
}

/** The error for a setting that cannot be used: names the option, what it got and what it accepts. */
export const invalidConfig = (option: string, got: unknown, accepts: string): OptInError =>
  new OptInError('invalid-config', `[OptIn] \`${option}\` must be ${accepts}; it got ${show(got)}.`)

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

/** Throws an `OptInError` (`invalid-config`) for an option that is given and is of another kind than this. */
export const checkKinds = (options: object, kinds: Readonly<Record<string, string>>): void => {
  for (const [option, kind] of Object.entries(kinds)) {
    const got = (options as Readonly<Record<string, unknown>>)[option]
    if (got !== undefined && kindOf(got) !== kind) throw invalidConfig(option, got, `of type ${kind}`)
  }
}
