/**
 * Answers the name that a text given to `document.cookie`, or an entry read from it, goes by.
 *
 * A nameless cookie `=a=b` is listed, and sent, as `a=b`: it goes by the name `a`.
 * More is trimmed than browsers do (RFC 6265bis, section 5.6): that makes a gate stricter, never laxer.
 */
export const nameOf = (text: string): string => /^=*([^=;\0\r\n]*)=/.exec(text.trim())?.[1]!.trim() ?? ''

// Of an attribute given twice the last counts, with or without a value. Some engines end the text at a line break or a zero, the others refuse it.
const valueOf = (text: string, attribute: string): string =>
  RegExp(`^[^\0\r\n]*;[ \t]*${attribute}[ \t]*(?:;|$|=([^;]*))`, 'i').exec(text)?.[1] ?? ''

/** Whether a text given to `document.cookie` is a removal (RFC 6265bis, section 5.7): a `Max-Age` that is a number goes before `Expires`. */
export const isRemoval = (text: string): boolean => {
  const seconds = parseFloat(valueOf(text, 'max-age'))
  const date = valueOf(text, 'expires')
  // Only what every engine takes for a date: one with a month and a time.
  return isNaN(seconds) ? /[a-z]{3}.{1,20}:\d/i.test(date) && Date.parse(date) <= Date.now() : seconds <= 0
}

/** The attributes that make a cookie another one, as written: ready to be appended to a removal. */
export const placeOf = (text: string): string => text.match(/;[ \t]*(domain|path|secure|samesite|partitioned)\b[^;]*/gi)?.join('') ?? ''

/**
 * The same for two texts of which the browser keeps the later one.
 *
 * What it refuses for its length, 4096 bytes of which a character takes three at most, replaces nothing.
 */
export const keyOf = (text: string): string => nameOf(text) + placeOf(text) + (text.length > 1365)
