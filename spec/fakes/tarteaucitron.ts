import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

/** Services by type, as the real list of services has them. */
const services: Record<string, { key: string; type: string }> = {
  analyticsSuite: { key: 'analyticsSuite', type: 'analytic' },
  adserver: { key: 'adserver', type: 'ads' },
  sharebar: { key: 'sharebar', type: 'social' },
  player: { key: 'player', type: 'video' },
}

/**
 * tarteaucitron as its 1.34 runs in a browser, for simulated documents, where the real one cannot load its own files.
 * The order of its events, and what is known at each, are the real one's; the real one itself is in the journeys.
 */
export const fakeTarteaucitron = (): FakePlatform & { respond(key: string, status: boolean): void } => {
  const state: Record<string, unknown> = {}
  const cookie: Record<string, unknown> = {}
  const tarteaucitron = { state, services, job: ['analyticsSuite', 'adserver', 'sharebar', 'player'] }

  const keep = (key: string, status: unknown) => {
    cookie[key] = status
    tell(document, 'tac.consent_updated')
  }
  const add = (key: string) => {
    if (typeof cookie[key] === 'boolean') state[key] = cookie[key]
    else keep(key, 'wait')
    tell(document, `${key}_added`)
  }
  const respond = (key: string, status: boolean) => {
    if (state[key] === status) return
    tell(document, `${key}_consentMode${status ? 'Ok' : 'Ko'}`)
    state[key] = status
    keep(key, status)
    tell(document, `${key}_${status ? 'allowed' : 'disallowed'}`)
  }
  const isApproved = (approved: readonly string[], key: string) =>
    approved.includes(key) || approved.includes(services[key]!.type)
  return {
    respond,
    load: (stored) => {
      if (stored) for (const key of tarteaucitron.job) cookie[key] = isApproved(stored, key)
      page.tarteaucitron = tarteaucitron
      tell(window, 'tac.root_available')
      tarteaucitron.job.forEach(add)
    },
    choose: (approved) => tarteaucitron.job.forEach((key) => respond(key, isApproved(approved, key))),
    reopen: () => tell(document, 'tac.open_panel'),
    breakDown: () => {
      Object.defineProperty(tarteaucitron, 'job', { get: fail })
      tell(document, 'tac.consent_updated')
    },
    lie: () => {
      for (const key of tarteaucitron.job) state[key] = 'yes'
      tell(document, 'tac.consent_updated')
    },
    vanish: () => {
      delete page.tarteaucitron
      tell(document, 'tac.consent_updated')
    },
  }
}
