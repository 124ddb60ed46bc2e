import type { Report } from '../types.js'

/** Calls what is not ours: what that throws is reported, and stops nobody. */
export type Call = <D, R>(callback: (detail: D) => R, detail?: D) => R | undefined

/** The way to call the page's own functions. */
export const createCall =
  (report: Report): Call =>
  (callback, detail) => {
    try {
      return callback(detail as never)
    } catch (error) {
      report(error)
      return undefined
    }
  }
