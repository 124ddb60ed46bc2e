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
  readonly isIabContext: boolean
  readonly isStorageOn: boolean
  readonly storage: OptInStorage | undefined
  readonly cookie: CookieSettings
  readonly policyVersion: string | undefined
  readonly otherTabs: boolean
  readonly listeners: readonly Connector[]
  readonly adapters: readonly Connector[]
}

/** What reading the settings may say, beside throwing. */
export interface Voice {
  readonly warn: (message: string) => void
  readonly report: Report
}

const DEFAULT_EXPIRY = 34_190_000
const SAME_SITE = ['strict', 'lax', 'none']

type Raw = Readonly<Record<string, unknown>>

/** An empty text, as a form leaves it, is not given. */
const given = (raw: Raw, option: string): unknown => {
  const value = Object.hasOwn(raw, option) ? raw[option] : undefined
  return value === '' || value === null ? undefined : value
}

const readBoolean = (raw: Raw, option: string, fallback: boolean): boolean => {
  const value = given(raw, option)
  const read = value === undefined ? fallback : toPermission(value)
  if (read === undefined) throw invalidConfig(option, value, 'true or false')
  return read
}

const readText = (raw: Raw, option: string): string | undefined => {
  const value = given(raw, option)
  if (value !== undefined && typeof value !== 'string') throw invalidConfig(option, value, 'a text')
  return value
}

const readFunction = (raw: Raw, option: string): void => {
  const value = given(raw, option)
  if (value !== undefined && typeof value !== 'function') throw invalidConfig(option, value, 'a function')
}

const readApply = (raw: Raw, report: Report): boolean => {
  const value = given(raw, 'doesOptInApply')
  if (typeof value !== 'function') return readBoolean(raw, 'doesOptInApply', false)
  try {
    const answer: unknown = value()
    // No answer is never a yes.
    return answer === undefined || answer === null ? true : (toPermission(answer) ?? Boolean(answer))
  } catch (error) {
    report(error)
    return true
  }
}

const readMap = (raw: Raw, option: string, index: CategoryIndex, { warn, report }: Voice): Permitted => {
  let value = given(raw, option)
  if (typeof value === 'function' && option === 'previousPermissions')
    try {
      value = value() ?? undefined
    } catch (error) {
      report(error)
      return {}
    }
  if (value === undefined || value === '') return {}
  const map = toObject(typeof value === 'string' ? parse(value) : value)
  const { permissions, refused } = readPermitted([map ?? {}], index)
  if (!map) warn(`\`${option}\` is left out: it must be a map { category: true or false }.`)
  else if (refused.length) warn(`\`${option}\` names no category, or neither true nor false, in: ${refused.join(', ')}. These are left out.`)
  return permissions
}

const readExpiry = (raw: Raw): number | undefined => {
  const value = given(raw, 'optInStorageExpiry')
  if (value === undefined) return DEFAULT_EXPIRY
  if (value === 'SESSION') return undefined
  const seconds = value === 'NONE' ? -1 : typeof value === 'string' && value.trim() ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw invalidConfig('optInStorageExpiry', value, 'seconds, "SESSION" or "NONE"')
  return Math.trunc(seconds) || DEFAULT_EXPIRY
}

const readCookie = (raw: Raw): CookieSettings => {
  const option = ['optInCookieDomain', 'optInCookiesDomain', 'cookieDomain'].find((name) => given(raw, name) !== undefined)
  const domain = option && readText(raw, option)
  // eslint-disable-next-line no-control-regex
  if (domain && /[;,\s\x00-\x1f\x7f]/.test(domain)) throw invalidConfig(option, domain, 'a domain such as "example.com"')
  const sameSite = readText(raw, 'sameSiteCookie')
  if (sameSite && !SAME_SITE.includes(sameSite.toLowerCase())) throw invalidConfig('sameSiteCookie', sameSite, '"Strict", "Lax" or "None"')
  return { domain, expiry: readExpiry(raw), secure: readBoolean(raw, 'secureCookie', false), sameSite }
}

const readConnectors = (raw: Raw, option: string): Connector[] => {
  const value = given(raw, option)
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value]
  for (const one of list)
    if (typeof one !== 'function') throw invalidConfig(option, one, 'a connector or a list of them')
  return list as Connector[]
}

const readStorage = (raw: Raw): OptInStorage | undefined => {
  const value = given(raw, 'storage')
  const storage = toObject(value)
  if (value !== undefined && !(storage && typeof storage['load'] === 'function' && typeof storage['save'] === 'function'))
    throw invalidConfig('storage', value, 'an object with the functions load and save')
  return storage as OptInStorage | undefined
}

/** The page's settings → complete, checked settings; what cannot be meant throws, what a visitor's past left behind is left out. */
export const readConfig = (settings: unknown, voice: Voice): Config => {
  const raw = settings === undefined || settings === null ? {} : toObject(settings)
  if (!raw) throw invalidConfig('config', settings, 'an object of settings')
  const own = given(raw, 'categories')
  const categories = addCategories(typeof own === 'string' ? parse(own) ?? own : own)
  const index = indexCategories(categories)
  const storage = readStorage(raw)
  readFunction(raw, 'onError')
  return {
    categories,
    index,
    storage,
    isStorageOn: readBoolean(raw, 'isOptInStorageEnabled', false) || !!storage,
    cookie: readCookie(raw),
    policyVersion: readText(raw, 'policyVersion'),
    otherTabs: readBoolean(raw, 'otherTabs', true),
    isIabContext: readBoolean(raw, 'isIabContext', false),
    listeners: [...readConnectors(raw, 'gate'), ...readConnectors(raw, 'bridges')],
    adapters: readConnectors(raw, 'adapters'),
    doesOptInApply: readApply(raw, voice.report),
    preOptInApprovals: readMap(raw, 'preOptInApprovals', index, voice),
    previousPermissions: readMap(raw, 'previousPermissions', index, voice),
  }
}
