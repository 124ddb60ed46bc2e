import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

const ids = ['preferences', 'statistics', 'marketing']

/** Cookiebot after its “Developer Resources”: plain window events, several for one choice, the choice on the global. */
export const fakeCookiebot = (): FakePlatform => {
  const consent: Record<string, unknown> = { necessary: true, preferences: false, statistics: false, marketing: false }
  const bot: Record<string, unknown> = { consent, hasResponse: false, consented: false, declined: false }

  const answer = (approved: readonly string[]) => {
    for (const id of ids) consent[id] = approved.includes(id)
    bot.hasResponse = true
    bot.consented = approved.length > 0
    bot.declined = !approved.length
    tell(window, 'CookiebotOnConsentReady')
    // A partial choice comes as “accept”.
    tell(window, approved.length ? 'CookiebotOnAccept' : 'CookiebotOnDecline')
    tell(window, 'CookiebotOnTagsExecuted')
  }
  return {
    load: (stored) => {
      page.Cookiebot = bot
      tell(window, 'CookiebotOnLoad')
      if (stored) answer(stored)
      else tell(window, 'CookiebotOnDialogInit')
    },
    choose: answer,
    reopen: () => tell(window, 'CookiebotOnDialogDisplay'),
    breakDown: () => {
      Object.defineProperties(bot, { hasResponse: { get: fail }, consent: { get: fail } })
      tell(window, 'CookiebotOnAccept')
    },
    lie: () => {
      for (const id of ids) consent[id] = 'yes'
      bot.hasResponse = 'yes'
      tell(window, 'CookiebotOnAccept')
    },
    vanish: () => {
      delete page.Cookiebot
      tell(window, 'CookiebotOnDecline')
    },
  }
}
