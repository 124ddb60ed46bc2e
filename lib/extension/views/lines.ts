import { toMap } from '../../core/permissionCodec.js'

/** A map of lists or texts, or no map at all. */
export type LineMap = Readonly<Record<string, unknown>>

const isText = (value: unknown): value is string => typeof value === 'string' && !/[\n,]/.test(value)

/** `{ C0002: ['aa', 'target'] }` → `C0002 = aa, target`, a line for each; what lines cannot hold is shown as JSON. */
export const toLines = (value: unknown): string => {
  if (value === undefined || typeof value === 'string') return value ?? ''
  const map = toMap(value)
  const lines = Object.entries(map ?? {}).map(([key, part]) => {
    const list = [part].flat()
    return !/[=\n]/.test(key) && list.length && list.every(isText) ? `${key} = ${list.join(', ')}` : undefined
  })
  return map && !lines.includes(undefined) ? lines.join('\n') : JSON.stringify(value)
}

/** The lines, or JSON text, of a form → a map; `undefined` for none. Throws with the line that is neither. */
export const fromLines = (text: string, isSingle: boolean): LineMap | undefined => {
  if (!text.trim()) return undefined
  if (text.trim().startsWith('{')) {
    const map = toMap(text)
    if (!map) throw Error('This JSON cannot be read.')
    return map
  }
  const entries = text.split('\n').filter((line) => line.trim()).map((line): [string, unknown] => {
    const [key = '', rest = ''] = line.split(/=(.*)/s).map((part) => part.trim())
    const list = rest.split(',').map((part) => part.trim()).filter(Boolean)
    if (!key || !list.length || (isSingle && list.length > 1)) throw Error(`“${line.trim()}” must be of the form of the example.`)
    return [key, isSingle ? list[0] : list]
  })
  const twice = entries.find(([key], at) => entries.findIndex(([other]) => other === key) !== at)
  if (twice) throw Error(`“${twice[0]}” stands there twice.`)
  return Object.fromEntries(entries)
}
