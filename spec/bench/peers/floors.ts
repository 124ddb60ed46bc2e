import type { Contender, Drive } from './contender.js'

const write = (categories: readonly string[]): Drive => {
  const permissions: Record<string, boolean> = Object.fromEntries(categories.map((category) => [category, true]))
  let channel: BroadcastChannel
  return {
    install: () => {
      channel = new BroadcastChannel('bare-decision')
    },
    decide: (approved) => {
      const before = document.cookie
      const value = encodeURIComponent(JSON.stringify(Object.fromEntries(categories.map((category) => [category, approved]))))
      document.cookie = `adobeujs-bares=${value}; path=/; domain=${location.hostname.replace('www.', '')}; max-age=34190000`
      if (!document.cookie.includes(value)) throw new Error(`The browser did not keep it beside ${before}`)
      channel.postMessage('')
    },
    ask: (times) => {
      // In sixteen places, as ours is.
      const asked = Array.from({ length: 16 }, () => permissions)
      let yes = 0
      for (let at = 0; at < times; at++) if (asked[at & 15]!['aa']) yes++
      return yes
    },
    listen: () => undefined,
  }
}

const loop = (): Drive => {
  const callbacks: ((change: unknown) => void)[] = []
  return {
    install: () => undefined,
    decide: (approved) => {
      const change = { approved }
      for (const callback of callbacks)
        try {
          callback(change)
        } catch (error) {
          reportError(error)
        }
    },
    ask: (times) => times,
    listen: (callback) => void callbacks.push(callback),
  }
}

const categories = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']

/** What a stored decision cannot do without: the cookie read, written and read back, and one message to the other tabs. */
export const bareWrite: Contender = { isStoring: true, isDeaf: true, drive: write, details: categories }

/** What subscribers cannot do without: a loop in which none stops the others. */
export const bareLoop: Contender = { isStoring: false, drive: loop }
