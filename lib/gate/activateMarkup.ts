import { startScript } from './startScript.js'
import type { Attempt } from './types.js'

type Marked = HTMLScriptElement | HTMLIFrameElement | HTMLImageElement

const selector = ':is(script[type="text/plain"],iframe[data-src],img[data-src])[data-opt-in]'

/** Starts marked scripts, frames and images once all their categories are approved, in document order, also those added later. */
export const activateMarkup = (isApproved: (categories: string[]) => boolean, attempt: Attempt, signal: AbortSignal): (() => void) => {
  const started = new WeakSet<Marked>()
  let isWaiting = false

  const visitAll = (): void => {
    if (signal.aborted) return observer.disconnect()
    if (document.readyState === 'loading') return
    for (const marked of document.querySelectorAll<Marked>(selector)) {
      const isOn = isApproved(marked.dataset.optIn!.trim().split(/\s+/))
      if (marked.localName === 'iframe') {
        // A frame that waits shows nothing, and one that may no longer be there leaves.
        marked.hidden = !isOn
        if (!isOn && started.has(marked)) {
          const fresh = marked.cloneNode(true) as HTMLIFrameElement
          fresh.src = ''
          marked.replaceWith(fresh)
        }
      }
      if (!isOn || isWaiting || started.has(marked)) continue
      started.add(marked)
      attempt(() => {
        const { src } = marked.dataset
        if ('text' in marked)
          isWaiting = startScript(marked, () => {
            isWaiting = false
            visitAll()
          })
        else if (/^https?:/.test(new URL(src!, document.baseURI).href)) marked.src = src!
      })
    }
  }

  const observer = new MutationObserver(visitAll)
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', visitAll, { signal })
  // Later in the turn: before a script starts, everybody else has heard of the decision.
  return () => queueMicrotask(visitAll)
}
