import { invalidConfig } from './errors.js'
import type { CookieContent } from './permissionCodec.js'
import { parse, toObject, toPermission } from './permissionCodec.js'

/** Reads the options of a page, by their names. */
export interface Reader {
  /** The value as it was given; an empty text, as a form leaves it, is not given. */
  given(name: string): unknown
  /** The value as it was meant; throws where `to` answers nothing for what was given. */
  read<T>(name: string, accepts: string, to: (value: unknown) => T | undefined): T | undefined
  /** A switch, as it was meant. */
  isOn(name: string): boolean | undefined
}

/** A text of this form, else nothing. */
export const toText =
  (form: RegExp) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && form.test(value) ? value : undefined
/** The own keys of an object, or of the JSON text of one, else nothing. */
export const toMap = (value: unknown): CookieContent | undefined => (typeof value === 'string' ? parse(value) : toObject(value))

/** The settings, ready to be read option by option. */
export const createReader = (settings: unknown): Reader => {
  if (settings !== undefined && !toObject(settings)) throw invalidConfig('config', settings, 'an object of settings')
  const own = Object.setPrototypeOf({ ...(settings as object | undefined) }, null) as CookieContent
  const given = (name: string): unknown => ((own[name] ?? '') === '' ? undefined : own[name])
  const read: Reader['read'] = (name, accepts, to) => {
    const value = given(name)
    if (value === undefined) return undefined
    const result = to(value)
    if (result === undefined) throw invalidConfig(name, value, accepts)
    return result
  }
  return { given, read, isOn: (name) => read(name, 'true or false', toPermission) }
}
