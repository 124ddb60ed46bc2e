import { invalidConfig } from './errors.js'
import { toObject, toPermission } from './permissionCodec.js'

/** Gives the value of an option as it was meant, nothing where none was given; a switch is read unless `to` says how. Throws where `to` answers nothing. */
export interface Read {
  (name: string): boolean | undefined
  <T>(name: string, to: (value: unknown) => T | undefined, accepts?: string): T | undefined
}

/** A text of this form, else nothing. */
export const toText =
  (form: RegExp) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && form.test(value) ? value : undefined

/** The settings, ready to be read option by option; an empty text, as a form leaves it, is not given. */
export const createReader = (settings: unknown = {}): Read => {
  if (!toObject(settings)) throw invalidConfig('config', settings, 'an object of settings')
  const own = new Map(Object.entries(settings as object))
  return (name: string, to: (value: unknown) => unknown = toPermission, accepts = 'true or false') => {
    const value = own.get(name) ?? ''
    if (value === '') return undefined
    const result = to(value)
    if (result === undefined) throw invalidConfig(name, value, accepts)
    return result as never
  }
}
