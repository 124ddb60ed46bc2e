import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

/**
 * TrustArc after public code of sites that use it: levels asked for by `callApi`, and JSON text between windows.
 *
 * It asks who wants to be told by listening to messages, and tells all of them at a change.
 */
export const fakeTrustArc = (): FakePlatform & { readonly questions: string[] } => {
  let levels: unknown = [0]
  const questions: string[] = []
  const api: Record<string, unknown> = {
    callApi: (command: string, host: string) =>
      command === 'getGDPRConsentDecision' && host === location.host ? { consentDecision: levels } : {},
  }
  const answerQuestions = ({ data }: MessageEvent) => {
    const asked = typeof data === 'string' && data.startsWith('{') ? JSON.parse(data).PrivacyManagerAPI : undefined
    if (page.PrivacyManagerAPI === api && asked?.action === 'getConsentDecision' && !asked.capabilities) {
      questions.push(asked.self)
      tellAll()
    }
  }
  const tellAll = () => {
    const answer = { action: 'getConsentDecision', capabilities: ['getConsentDecision'], consent: levels }
    const data = JSON.stringify({ PrivacyManagerAPI: answer })
    window.dispatchEvent(new MessageEvent('message', { data, origin: 'https://consent.trustarc.test' }))
  }
  const decide = (approved: readonly string[]) => {
    levels = [1, ...approved.map(Number)]
  }
  return {
    questions,
    load: (stored) => {
      if (stored) decide(stored)
      page.PrivacyManagerAPI = api
      window.addEventListener('message', answerQuestions)
    },
    choose: (approved) => {
      decide(approved)
      tellAll()
    },
    reopen: tellAll,
    breakDown: () => {
      api.callApi = fail
      tellAll()
    },
    lie: () => {
      levels = 'all'
      tellAll()
      levels = ['required']
      tellAll()
    },
    vanish: () => {
      delete page.PrivacyManagerAPI
      window.removeEventListener('message', answerQuestions)
      tellAll()
    },
  }
}
