import { Categories } from '../../core/categories.js'
import { toMap } from '../../core/permissionCodec.js'
import type { CategoryMap } from '../../types.js'
import { carryOver } from '../carryOver.js'
import { fromText } from '../fromText.js'
import { readNamed } from '../readNamed.js'
import type { Settings } from '../turbine.js'
import type { ViewInfo } from './bridge.js'
import { checks } from './checks.js'
import { controls } from './controls.js'
import type { Field } from './field.js'
import { createField } from './field.js'
import { at, put } from './path.js'

const fields: Field[] = [...document.querySelectorAll<HTMLElement>('[data-field]')].map((box) =>
  createField(box, controls[box.dataset['kind'] as string]!),
)
const groups = fields.filter(({ isGroup }) => isGroup).map(({ path }) => path.join('.'))
const fieldOf = (name: string): Field | undefined => fields.find(({ path }) => path.join('.') === name)

// The settings as they were given, as the form shows them, and what the form made of them before anybody touched it.
let given: Settings = {}
let carried: Settings = {}
let shown: unknown
let untouched: unknown
let known: CategoryMap = Categories

/** The settings in the one shape that the form can show. */
const toShown = (settings: Settings): Settings => {
  const named = ['adapters', 'bridges'].filter((key) => settings[key] !== undefined)
  return {
    ...settings,
    ...Object.fromEntries(named.map((key) => [key, Object.fromEntries(readNamed(settings[key]))])),
    ...('gate' in settings && { gate: fromText(settings['gate']) }),
  }
}

const readSafely = ({ read }: Field): unknown => {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The settings with what the form says in its places. */
const collect = (): Settings => {
  let settings = shown
  for (const field of fields) {
    const { path, isGroup, box } = field
    if (box.closest('[data-group][hidden]')) continue
    const value = readSafely(field)
    const old = at(settings, path)
    settings = put(settings, path, isGroup ? (value ? (typeof old === 'object' ? old : {}) : undefined) : value)
    const parent = path.slice(0, -1)
    const isEmpty = Object.keys(Object(at(settings, parent))).length === 0
    if (parent.length && isEmpty && !groups.includes(parent.join('.'))) settings = put(settings, parent, undefined)
  }
  return (settings ?? {}) as Settings
}

const refresh = (own: unknown): void => {
  known = { ...Categories, ...(toMap(own) as CategoryMap | undefined) }
  for (const field of fields) field.refresh?.(known)
}

const init = ({ settings, extensionSettings }: ViewInfo): void => {
  given = settings ?? {}
  carried = carryOver(given)
  shown = toShown(carried)
  refresh(fieldOf('categories')?.box.dataset['lines'] ? carried['categories'] : carryOver(extensionSettings ?? {})['categories'])
  for (const field of fields) {
    field.write(at(shown, field.path))
    field.mark(undefined)
  }
  untouched = collect()
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was not touched is given back exactly as it came. */
const getSettings = (): Settings => {
  const now = collect()
  if (isSame(now, untouched)) return given
  const keys = [...new Set([...Object.keys(carried), ...Object.keys(now)])]
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = isSame(at(now, [key]), at(untouched, [key])) ? carried[key] : now[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

const faultOf = ({ box, read, isGroup }: Field): string | undefined => {
  if (isGroup || box.closest('[data-group][hidden]')) return undefined
  try {
    const value = read()
    if (value === undefined) return 'required' in box.dataset ? 'This is needed.' : undefined
    const { check, lines, kind, options } = box.dataset
    const name = check ?? lines ?? (options === 'categories' ? 'category' : kind)
    const isWhole = lines && typeof value === 'string'
    return isWhole ? undefined : checks[name as string]?.(value as never, known)
  } catch (error) {
    return (error as Error).message
  }
}

const validate = (): boolean => {
  const wrong = fields.filter((field) => {
    const fault = faultOf(field)
    field.mark(fault)
    return fault
  })
  wrong[0]?.focus.focus()
  return !wrong.length
}

fieldOf('categories')?.box.addEventListener('change', () => {
  const field = fieldOf('categories') as Field
  if (field.box.dataset['lines'] && !faultOf(field)) refresh(field.read())
})

window.extensionBridge.register({ init, validate, getSettings })
