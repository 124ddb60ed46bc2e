import { copyOf, sizeOf } from './bodies.js'
import type { Realm } from './realm.js'

// What may be sent without asking the other side first, https://fetch.spec.whatwg.org/#cors-safelisted-request-header.
const simpleTypes = /^($|text\/plain|multipart\/|application\/x-www)/

/**
 * Guards what is one call with an address: beacons, service workers, worklets, new windows.
 *
 * A held beacon leaves as a fetch, which tells when there is room for the next: to outlive the page a browser allows 64 KiB at a time.
 */
export const guardSends = ({ win, wrapSend, hold, refuse, later }: Realm): void => {
  wrapSend('Navigator', 'sendBeacon', (found, [address, body = null]) => {
    const bytes = sizeOf(body)
    if (bytes > 65_536) return !!refuse(found)
    const mode = simpleTypes.test((body as Blob | null)?.type ?? '') ? 'no-cors' : 'cors'
    const init = { method: 'POST', body: copyOf(body) as BodyInit, mode, credentials: 'include', keepalive: bytes < 2000 } as const
    let isTaken = true
    hold(found, () => win.fetch(address as string, init), bytes, () => (isTaken = false))
    return isTaken
  })
  // Nobody waits for its answer.
  wrapSend('', 'fetchLater', (found, _, send) => {
    hold(found, send)
    return { activated: false }
  })
  wrapSend('ServiceWorkerContainer Worklet', 'register addModule', (found, _, send) => later(found, send))
  // A window that takes the place of the page is a navigation.
  wrapSend('', 'open', (found, [, target], send) => (/^_(self|parent|top)$/i.test(`${target as string}`) ? send() : (refuse(found) ?? null)))
}
