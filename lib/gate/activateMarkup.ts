import { startScript } from './startScript.js'

type Marked = HTMLScriptElement | HTMLIFrameElement | HTMLImageElement

const selector = ':is(script[type="text/plain"],iframe[data-src],img[data-src])[data-opt-in]'

/** Starts marked scripts, frames and images once all their categories are approved, in document order, also those added later. */
export const activateMarkup = (isApproved: (categories: string[]) => boolean, complain: (what: string) => void, signal: AbortSignal): (() => void) => {
  const started = new WeakSet<Marked>()
  let last = Promise.resolve()

  const start = async (): Promise<void> => {
    if (signal.aborted) return observer.disconnect()
    if (document.readyState === 'loading') return
    for (const marked of document.querySelectorAll<Marked>(selector)) {
      const { optIn, src } = marked.dataset
      const isOn = isApproved(optIn!.trim().split(/\s+/))
      const isFrame = marked.localName === 'iframe'
      // A frame that waits shows nothing.
      if (isFrame) marked.hidden = !isOn
      if (isOn && !started.has(marked))
        try {
          started.add(marked)
          if ('noModule' in marked) await startScript(marked)
          else if (/^https?:/.test(new URL(src!, document.baseURI).href)) marked.src = src!
        } catch (error) {
          complain(`Markup not started: ${error}`)
        }
      else if (isFrame && !isOn && started.has(marked)) {
        const fresh = marked.cloneNode(true) as HTMLIFrameElement
        fresh.src = ''
        marked.replaceWith(fresh)
      }
    }
  }
  const update = (): void => {
    last = last.then(start)
  }
  const observer = new MutationObserver(update)
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', update, { signal })
  return update
}
