import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

/** The platform's answers are read when the page is seen again; the specs do not wait for the clock. */
const lookAgain = () => void document.dispatchEvent(new Event('visibilitychange'))

/** A US Privacy platform after the IAB's “USP API”: one function, no event. `sale`, chosen, is not opted out of. */
export const fakeUsPrivacy = (): FakePlatform => {
  let text: unknown
  const install = (api: (command: string, version: number, answer: (data: unknown, success: boolean) => void) => void) => {
    page.__uspapi = api
    lookAgain()
  }
  const answering = () =>
    install((command, version, answer) => {
      if (command !== 'getUSPData' || version !== 1 || text === undefined) answer(null, false)
      else answer({ version: 1, uspString: text }, true)
    })
  return {
    load: (stored) => {
      if (stored) text = stored.includes('sale') ? '1YNN' : '1YYN'
      answering()
    },
    choose: (approved) => {
      text = approved.includes('sale') ? '1YNN' : '1YYN'
      lookAgain()
    },
    reopen: lookAgain,
    breakDown: () => install(fail),
    lie: () => {
      text = { sale: 'N' }
      lookAgain()
    },
    vanish: () => {
      delete page.__uspapi
      lookAgain()
    },
  }
}
