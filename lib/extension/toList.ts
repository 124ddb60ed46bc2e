import { fromText } from './fromText.js'

/** `"aa, target"`, `["aa", ["target"]]` or the JSON text of a list → each one, as it was meant. */
export const toList = (value: unknown): unknown[] =>
  [fromText(value)].flat(Infinity).flatMap((one) => (typeof one === 'string' && one.match(/[^\s,]+/g)) || [one])
