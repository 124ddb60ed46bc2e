// The browser's storage; where it refuses one, a stand-in that forgets when the page ends.
window.pageStorage = (() => {
  try {
    return localStorage
  } catch {
    const kept = new Map()
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), clear: () => kept.clear() }
  }
})()
