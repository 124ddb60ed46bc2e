import type { Page } from './types.js'

/**
 * Keeps the Web SDK from sending link clicks by itself while it may not; returns what ends that.
 *
 * It does not send those with this mark, by which AppMeasurement tells it that they are copies.
 * https://github.com/adobe/alloy/blob/main/packages/browser/src/components/ActivityCollector/attachClickActivityCollector.js
 */
export const markClicks = (page: Page, isAllowed: () => unknown): (() => void) => {
  const clicked = (event: { s_fe?: unknown }): void => {
    if (!isAllowed()) event.s_fe = 1
  }
  page.addEventListener('click', clicked, true)
  return () => page.removeEventListener('click', clicked, true)
}
