import { invalidConfig } from '../core/errors.js'

/** Throws `invalid-config`, naming the option, unless its value is one of those accepted. */
export const oneOf = (option: string, value: unknown, ...accepted: readonly unknown[]): void => {
  if (!accepted.includes(value)) throw invalidConfig(option, value, accepted.join(' or '))
}
