import type { CategoryMap, Connector, OptInStorage, Report } from '../types.js'
import type { CategoryIndex } from './categories.js'
import { addCategories, indexCategories } from './categories.js'
import { invalidConfig } from './errors.js'
import type { CookieSettings, Permitted } from './permissionCodec.js'
import { parse, readPermitted, toObject, toPermission } from './permissionCodec.js'

/** The settings, complete and checked. */
export interface Config {
  readonly doesOptInApply: boolean
  readonly categories: CategoryMap
  readonly index: CategoryIndex
  readonly preOptInApprovals: Permitted
  readonly previousPermissions: Permitted
  /** `undefined` when not given, as in ECID. */
  readonly isIabContext: boolean | undefined
  readonly isStorageOn: boolean
  readonly storage: OptInStorage | undefined
  readonly cookie: CookieSettings
  readonly policyVersion: string | undefined
  readonly otherTabs: boolean
  readonly listeners: readonly Connector[]
  readonly adapters: readonly Connector[]
}

// What each kind of option accepts: nothing answered means refused.
const toText = (value: unknown) => (typeof value === 'string' ? value : undefined)
const toMap = (value: unknown) => (typeof value === 'string' ? parse(value) : toObject(value))
// A domain or attribute that holds `;` or white space would add attributes of its own to the cookie.
const toDomain = (value: unknown) => (/^[^\s;,\p{Cc}]+$/u.test(toText(value) ?? '') ? (value as string) : undefined)
const toSameSite = (value: unknown) => (/^(strict|lax|none)$/i.test(toText(value) ?? '') ? value : undefined)
const toSeconds = (value: unknown) => {
  if (value === 'SESSION') return Infinity
  const seconds = value === 'NONE' ? -1 : typeof value === 'boolean' ? NaN : Number(value)
  return Number.isFinite(seconds) ? Math.ceil(seconds) : undefined
}
const toStorage = (value: unknown) => {
  const storage = toObject(value) as Partial<OptInStorage> | undefined
  return typeof storage?.load === 'function' && typeof storage.save === 'function' ? (storage as OptInStorage) : undefined
}
const toConnectors = (value: unknown) => {
  const list = [value].flat()
  return list.every((one) => typeof one === 'function') ? (list as Connector[]) : undefined
}

/** The page's settings → complete, checked settings; what cannot be meant throws, what a visitor's past left behind is left out. */
export const readConfig = (settings: unknown, warn: (message: string) => void, report: Report): Config => {
  const raw = settings === undefined ? {} : toObject(settings)
  if (!raw) throw invalidConfig('config', settings, 'an object of settings')

  // An empty text, as a form leaves it, is not given.
  const given = (name: string): unknown => (Object.hasOwn(raw, name) && raw[name] !== '' ? (raw[name] ?? undefined) : undefined)
  const read = <T>(name: string, accepts: string, to: (value: unknown) => T | undefined): T | undefined => {
    const value = given(name)
    const result = value === undefined ? undefined : to(value)
    if (result === undefined && value !== undefined) throw invalidConfig(name, value, accepts)
    return result
  }
  const isOn = (name: string) => read(name, 'true or false', toPermission)
  const connectors = (name: string) => read(name, 'a connector or a list of them', toConnectors) ?? []
  const call = (value: unknown, failed: unknown): unknown => {
    if (typeof value !== 'function') return value
    try {
      return value()
    } catch (error) {
      report(error)
      return failed
    }
  }

  const categories = addCategories(read('categories', 'a map { NAME: "value" }', toMap) ?? {})
  const index = indexCategories(categories)
  const readMap = (name: string, value: unknown): Permitted => {
    const refused: string[] = []
    const map = value === undefined || value === '' ? {} : toMap(value)
    const permissions = readPermitted([map], index, refused)
    if (!map || refused.length) warn(`\`${name}\` must be a map { category: true or false }; left out: ${refused.join(', ') || 'all of it'}.`)
    return permissions
  }

  const applies = given('doesOptInApply')
  const isFunction = typeof applies === 'function'
  // No answer is never a yes.
  const answer = call(applies, true) ?? true
  const storage = read('storage', 'an object with the functions load and save', toStorage)
  const domain = ['optInCookieDomain', 'optInCookiesDomain', 'cookieDomain'].find((name) => given(name) !== undefined)
  const sameSite = read('sameSiteCookie', '"Strict", "Lax" or "None"', toSameSite)
  const expiry = read('optInStorageExpiry', 'seconds, "SESSION" or "NONE"', toSeconds) || 34_190_000
  read('onError', 'a function', (value) => (typeof value === 'function' ? value : undefined))
  return {
    categories,
    index,
    storage,
    isStorageOn: isOn('isOptInStorageEnabled') || !!storage,
    cookie: {
      domain: domain && read(domain, 'a domain such as "example.com"', toDomain),
      expiry: expiry === Infinity ? undefined : expiry,
      flags: (isOn('secureCookie') ? '; secure' : '') + (sameSite ? `; samesite=${sameSite}` : ''),
    },
    policyVersion: read('policyVersion', 'a text', toText),
    otherTabs: isOn('otherTabs') ?? true,
    isIabContext: isOn('isIabContext'),
    listeners: [...connectors('gate'), ...connectors('bridges')],
    adapters: connectors('adapters'),
    doesOptInApply: isFunction ? (toPermission(answer) ?? !!answer) : !!isOn('doesOptInApply'),
    preOptInApprovals: readMap('preOptInApprovals', given('preOptInApprovals')),
    previousPermissions: readMap('previousPermissions', call(given('previousPermissions'), undefined)),
  }
}
