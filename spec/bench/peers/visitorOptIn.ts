import type { AnyOptIn } from '../../../lib/types.js'
import type { Contender, Drive } from './contender.js'

const drive = (settings: object): Drive => {
  const page = window as unknown as { VisitorOptIn: { install: (settings: object) => AnyOptIn } }
  let optIn: AnyOptIn
  return {
    install: () => {
      optIn = page.VisitorOptIn.install(settings)
    },
    decide: (approved) => (approved ? optIn.approveAll() : optIn.denyAll()),
    ask: (times) => {
      // One object, as on a page, in sixteen places: from one place an engine would read it once and remember.
      const asked = Array.from({ length: 16 }, () => optIn)
      let yes = 0
      for (let at = 0; at < times; at++) if (asked[at & 15]!.isApproved('aa')) yes++
      return yes
    },
    listen: (callback) => optIn.on('change', callback),
  }
}

const script = { file: 'dist/opt-in.global.js' }

/** Ours, with the opt-in cookie. */
export const visitorOptIn: Contender = {
  script,
  isStoring: true,
  drive,
  details: { doesOptInApply: true, isOptInStorageEnabled: true },
}

/** Ours without a cookie: what telling the subscribers takes by itself. */
export const unstored: Contender = { script, isStoring: false, drive, details: { doesOptInApply: true } }
