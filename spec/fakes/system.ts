import { page } from './platform.js'

/** A system that bridges tell, as the specs drive it. */
export interface FakeSystem {
  /** Puts it on the page, as the site's markup or a late script does; calls that were queued for it are taken over. */
  load(): void
  /** What it was told, in order. */
  told(): readonly unknown[]
  /** From now on it throws, or rejects, at whatever it is told; `mend` ends that. */
  breakDown(): void
  mend(): void
  /** Takes it off the page. */
  vanish(): void
}

/** The page's window, where a fake stands under the system's own name. */
export { page }

/** A script of the page has loaded: its element gets the event, which does not bubble. */
export const scriptLoaded = (): void => {
  const script = document.head.appendChild(document.createElement('script'))
  script.dispatchEvent(new Event('load'))
  script.remove()
}

/** What a broken system does. */
export const breakage = new Error('the system broke')
